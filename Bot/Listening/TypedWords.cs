using CheckInBot.Bot.Flows;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>What typed words mean: a command, leave, or an answer to the check-in that is open.</summary>
public sealed class TypedWords(Turns.Turns turns, Readers readers, OnDuty onDuty, Sealing sealing, Roster.Roster roster, TimeProvider clock)
{
    /// <summary>How far back a check-in is looked for that typed words could be about.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(3);

    /// <summary>How far back a report is looked for that was begun and not sent.</summary>
    private static readonly TimeSpan DraftsBack = TimeSpan.FromDays(60);

    /// <summary>The event of a command that a record answers; null for those that are answered without one.</summary>
    public async ValueTask<(FlowKey Key, FlowEvent Event)?> Of(Command command, Person person, CancellationToken cancel)
    {
        switch (command)
        {
            case Command.CheckIn:
                var at = clock.GetUtcNow();
                if (await Latest(person, cancel) is { } open)
                    return (open.Key, new Pulled(null));
                var shift = await onDuty.ShiftOf(person, at, TimeSpan.FromHours(16));
                return (CheckIn.KeyOf(person.Id, CheckIn.IdOf(at) + "p"), new Pulled(shift));
            case Command.Report:
                return (await DraftOf(person, cancel) ?? Incident.KeyOf(person.Id, Incident.IdOf(clock.GetUtcNow())), new BeginReport(person.Id));
            case Command.MyData:
                return (Contact.KeyOf(person.Id), new ShowMyData(person.Id));
            case Command.Language:
                var now = (await readers.ContactOf(person.Id, cancel)).Language ?? person.Language;
                return (Contact.KeyOf(person.Id), new SwitchLanguage(person.Id, now == Language.Chinese ? Language.English : Language.Chinese));
            case Command.Leave:
                return (OwnLeave.KeyOf(person.Id), new AskLeave(person.Id));
            case Command.BackFromLeave:
                return (OwnLeave.KeyOf(person.Id), new EndLeave(person.Id));
            default:
                return null;
        }
    }

    /// <summary>The event of other words, about leave or on the check-in that is open; null when they have nothing to do with either.</summary>
    public async ValueTask<(FlowKey Key, FlowEvent Event)?> Of(string text, Person person, CancellationToken cancel)
    {
        if (LeaveWords.Parse(text, LocalTime.DayOf(clock.GetUtcNow(), roster.ZoneOf(person.Team))) is { } leave)
            return (OwnLeave.KeyOf(person.Id), Said(leave, person.Id));
        if (await Latest(person, cancel) is not { } checkIn)
            return null;
        if (checkIn.IsOpen && TypedAnswers.Note(text) is { } written)
        {
            var (note, named) = await sealing.Note(person.Id, new Written(written));
            return (checkIn.Key, new Typed(person.Id, new Answer { Note = note, Named = named }));
        }
        var plain = Commands.Plain(text);
        if (checkIn is { IsOpen: false, Offer: not Offer.None } && TypedAnswers.ToOffer(plain, person.Id) is { } accepted)
            return (checkIn.Key, accepted);
        var asked = checkIn.IsOpen ? checkIn.Draft.Open ?? Question.Help : (Question?)null;
        var read = TypedAnswers.Read(plain, person.Id, asked, roster.Policy.CheckIn.Tags);
        return read is null ? null : (checkIn.Key, read);
    }

    private static FlowEvent Said(LeaveSaid leave, string by) => leave switch
    {
        LeaveSaid.Days days => new SayLeave(by, days.From, days.To),
        LeaveSaid.Unclear unclear => new LeaveUnclear(by, unclear.Gap),
        LeaveSaid.Back => new EndLeave(by),
        _ => new AskLeave(by),
    };

    /// <summary>The newest report that was begun and not sent.</summary>
    private async ValueTask<FlowKey?> DraftOf(Person person, CancellationToken cancel)
    {
        var records = await turns.Rows.ReadAll(Incident.Kind, person.Id, Incident.IdOf(clock.GetUtcNow() - DraftsBack), cancel);
        return records.Select(r => r.State).OfType<Incident>().Where(i => i.Phase == IncidentPhase.Draft).MaxBy(i => i.BegunAt)?.Key;
    }

    /// <summary>The newest check-in that can still be answered or changed.</summary>
    private async ValueTask<CheckIn?> Latest(Person person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var records = await turns.Rows.ReadAll(CheckIn.Kind, person.Id, CheckIn.IdOf(now - Back), cancel);
        return records.Select(r => r.State).OfType<CheckIn>()
            .LastOrDefault(c => now < c.ClosesAt && (c.IsOpen || c.Phase is CheckInPhase.Answered or CheckInPhase.Skipped));
    }
}
