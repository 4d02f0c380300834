using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Flows;

/// <summary>
/// The questions before a swap is asked: which duty, who takes it, in return for what. Nothing of them is kept; each button carries what was
/// answered so far, and the roster is read anew for each.
/// </summary>
public sealed class SwapDesk(Roster.Roster roster, DutyCheck duty, SwapFlow flow, Readers readers, Func<FlowRows> rows, TimeProvider clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>What follows a press: the next question, a sentence, or the request itself.</summary>
    public sealed record Answer(CardMessage? Card, Notice? Notice = null, (FlowKey Key, AskSwap Event)? Ask = null);

    /// <summary>The person's next duties and their swaps; for a leader also a way to act for somebody.</summary>
    public async ValueTask<CardMessage> Duties(Person person, Person reader, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var shifts = (await duty.Around(person.Team, now)).Where(s => s.Person == person.Id && s.Team == person.Team && s.End > now && s.Start <= now + Ahead).OrderBy(s => s.Start).ToList();
        var records = await rows().ReadAll(Swap.Kind, person.Team, Swap.StampOf(now), cancel);
        var swaps = records.Select(r => r.State).OfType<Swap>().Where(s => IsTold(s, person.Id)).ToList();
        var others = person == reader && flow.MayDecide(reader.Id, reader.Team) ? roster.People.Where(p => p.Team == reader.Team && p != reader).Select(p => p.Id).ToList() : [];
        return SwapCards.Duties(person.Id, reader.Id, shifts, swaps, others, (int)Ahead.TotalDays, await readers.For(reader.Id, [], cancel));
    }

    /// <summary>Both read of what is open or was done; how it ended without a change is for who asked, until the duty begins.</summary>
    private static bool IsTold(Swap swap, string person) => swap.IsParty(person) && (swap.Asker == person
        ? swap.Phase != SwapPhase.Cancelled
        : swap.IsOpen || swap.Phase is SwapPhase.Done or SwapPhase.Reverting or SwapPhase.Undone);

    public async ValueTask<Answer> Next(PressAskSwap press, Person presser, CancellationToken cancel)
    {
        if (((press.For.Text ?? press.ActFor.Text) is { } id ? roster.Find(id) : presser) is not { } asker || (asker != presser && !flow.MayDecide(presser.Id, asker.Team)))
            return new(null, new Notice.NotYours());
        if (press.Shift.Text is not { } chosen)
            return new(await Duties(asker, presser, cancel));
        var now = clock.GetUtcNow();
        var duties = await duty.Look(asker.Team, now, cancel);
        if (duties.Shifts.FirstOrDefault(s => s.Id == chosen && s.Person == asker.Id && s.Team == asker.Team) is not { } given)
            return new(null, new Notice.SwapShiftGone());
        var context = await readers.For(presser.Id, [], cancel);
        if (press.Colleague.Text is not { } to)
            return new(SwapCards.Colleagues(asker.Id, EntitledTo(presser, asker), given, Colleagues(asker, given, duties, now), context));
        if (roster.Find(to) is not { } colleague || colleague.Team != asker.Team)
            return new(null, new Notice.ChooseSomebody());
        if (press.TheirShift.Text is not { } inReturn)
        {
            var theirs = Theirs(given, to, duties, now);
            var rivals = await flow.Rivals(Swap.KeyOf(given), [.. theirs.Select(s => s.Id)], now, cancel);
            theirs.RemoveAll(s => rivals.Any(r => r.Shifts.Contains(s.Id)));
            return new(SwapCards.Return(asker.Id, EntitledTo(presser, asker), given, to, theirs, duty.Judge(new(given, to, null), duties, now), context));
        }
        var (key, ask) = (Swap.KeyOf(given), new AskSwap(presser.Id, asker.Id, to, inReturn == "none" ? null : inReturn));
        return await flow.FactsOf(key, ask, now, cancel) is { } facts && Swap.Refusal(ask, facts, now) is { } refusal
            ? new(null, refusal)
            : new(null, null, (key, ask));
    }

    /// <summary>Whose hours the presser may read beside their own: a leader everybody's (null), anybody else nobody's.</summary>
    private string? EntitledTo(Person presser, Person asker) => flow.MayDecide(presser.Id, asker.Team) ? null : presser.Id;

    /// <summary>Staff of the team: first who could take it without a warning, then with one, then who cannot.</summary>
    private List<SwapColleague> Colleagues(Person asker, Shift given, TeamDuties duties, DateTimeOffset at) =>
    [
        .. roster.People.Where(p => p.Team == asker.Team && p != asker && p.Roles.Any(asker.Is))
            .Select(p => new SwapColleague(p.Id, duty.JudgeAsking(new(given, p.Id, null), duties, at)))
            .OrderBy(c => c.Findings.Count > 0),
    ];

    /// <summary>The colleague's duties of the next days that no rule forbids to be taken in return.</summary>
    private List<Shift> Theirs(Shift given, string colleague, TeamDuties duties, DateTimeOffset at) =>
    [
        .. duties.Shifts.Where(s => s.Person == colleague && s.Team == given.Team && s.Start > at && s.Start <= at + Ahead)
            .Where(s => duty.Judge(new(given, colleague, s), duties, at).All(f => f.Severity != DutySeverity.Block))
            .OrderBy(s => s.Start),
    ];
}
