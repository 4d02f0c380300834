using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>How words came.</summary>
/// <param name="Once">A name under which a record takes them once; null when a button said them.</param>
/// <param name="SentAt">When they were sent, by the bot's clock; null where the channel does not say.</param>
public readonly record struct Delivered(string? Once, DateTimeOffset? SentAt);

/// <summary>What typed words mean: a command, leave, or an answer to the check-in that is open.</summary>
public sealed class TypedWords(Turns.Turns turns, OnDuty onDuty, Sealing sealing, Roster.Roster roster, TimeProvider clock)
{
    /// <summary>How far back a check-in is looked for that typed words could be about.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(3);

    /// <summary>How far back a report is looked for that was begun and not sent.</summary>
    private static readonly TimeSpan DraftsBack = TimeSpan.FromDays(60);

    /// <summary>The event of a command that a record answers; null for those that are answered without one.</summary>
    public async ValueTask<(FlowKey Key, FlowEvent Event)?> Of(Command command, Person person, Delivered how, CancellationToken cancel)
    {
        // What comes hours late begins the record that it began before.
        var at = SentAt(how);
        switch (command)
        {
            case Command.CheckIn:
                if (await ThatIsMeant(person, how, cancel) is { } open)
                    return (open.Key, new Pulled(null));
                var shift = await onDuty.ShiftOf(person, at, TimeSpan.FromHours(16));
                return (CheckIn.KeyOf(person.Id, CheckIn.IdOf(at) + "p"), new Pulled(shift));
            case Command.Report:
                return (await ReportThatIsMeant(person, how, cancel) ?? Incident.KeyOf(person.Id, Incident.IdOf(at)), new BeginReport(person.Id));
            case Command.MyData:
                return (Contact.KeyOf(person.Id), new ShowMyData(person.Id));
            case Command.Leave:
                return (OwnLeave.KeyOf(person.Id), new AskLeave(person.Id));
            case Command.BackFromLeave:
                return (OwnLeave.KeyOf(person.Id), new EndLeave(person.Id));
            default:
                return null;
        }
    }

    /// <summary>The event of other words: the name of a language, leave, or what is said to the check-in that is open; null when they have nothing to do with any.</summary>
    public async ValueTask<(FlowKey Key, FlowEvent Event)?> Of(string text, Person person, Delivered how, CancellationToken cancel)
    {
        var plain = Commands.Plain(text);
        if (LanguageWords.Typed(plain) is { } language)
            return (Contact.KeyOf(person.Id), new SwitchLanguage(person.Id, language));
        if (LeaveWords.Parse(text, LocalTime.DayOf(clock.GetUtcNow(), roster.ZoneOf(person.Team))) is { } leave)
            return (OwnLeave.KeyOf(person.Id), Said(leave, person.Id));
        if (await ThatIsMeant(person, how, cancel) is not { } checkIn)
            return null;
        if (!checkIn.TakesWords(clock.GetUtcNow()) || (checkIn.IsOpen && checkIn.IsSaidAgain(plain, how.SentAt)))
            return TypedAnswers.Read(plain, person.Id, checkIn.Draft.Open ?? Question.Help, roster.Policy.CheckIn.Tags) is null && TypedAnswers.Note(text) is null ? null : (checkIn.Key, new SaidAgain(person.Id));
        if (checkIn.IsOpen && TypedAnswers.Note(text) is { } written)
        {
            var (note, named) = await sealing.Note(person.Id, new Written(written));
            return (checkIn.Key, new Typed(person.Id, new Answer { Note = note, Named = named }));
        }
        if (checkIn is { IsOpen: false, Offer: not Offer.None } && TypedAnswers.ToOffer(plain, person.Id) is { } accepted)
            return (checkIn.Key, accepted);
        var asked = checkIn.IsOpen ? checkIn.Draft.Open ?? Question.Help : (Question?)null;
        var read = TypedAnswers.Read(plain, person.Id, asked, roster.Policy.CheckIn.Tags, how.SentAt);
        return read is null ? null : (checkIn.Key, read);
    }

    private static FlowEvent Said(LeaveSaid leave, string by) => leave switch
    {
        LeaveSaid.Days days => new SayLeave(by, days.From, days.To),
        LeaveSaid.Unclear unclear => new LeaveUnclear(by, unclear.Gap),
        LeaveSaid.Back => new EndLeave(by),
        _ => new AskLeave(by),
    };

    /// <summary>The report that took these words before, else the newest that was begun and not sent.</summary>
    private async ValueTask<FlowKey?> ReportThatIsMeant(Person person, Delivered how, CancellationToken cancel)
    {
        var records = await turns.Rows.ReadAll(Incident.Kind, person.Id, Incident.IdOf(clock.GetUtcNow() - DraftsBack), cancel);
        return records.FirstOrDefault(r => HasTaken(r, how))?.Key
            ?? records.Select(r => r.State).OfType<Incident>().Where(i => i.Phase == IncidentPhase.Draft).MaxBy(i => i.BegunAt)?.Key;
    }

    /// <summary>
    /// The check-in that words are about: the one that took them before, however long ago; else the newest that takes words, and where that was not yet there
    /// when they were sent, the one before it.
    /// </summary>
    private async ValueTask<CheckIn?> ThatIsMeant(Person person, Delivered how, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var records = await turns.Rows.ReadAll(CheckIn.Kind, person.Id, CheckIn.IdOf(SentAt(how) - Back), cancel);
        var checkIns = records.Select(r => r.State).OfType<CheckIn>().ToList();
        return records.FirstOrDefault(r => HasTaken(r, how))?.State is CheckIn taken ? taken
            : checkIns.LastOrDefault(c => c.TakesWords(now)) is not { } newest ? null
            : newest.WasThere(how.SentAt) ? newest
            : checkIns.LastOrDefault(c => c.WasThere(how.SentAt) && c.ClosesAt > how.SentAt);
    }

    private DateTimeOffset SentAt(Delivered how) => how.SentAt < clock.GetUtcNow() ? how.SentAt.Value : clock.GetUtcNow();

    private static bool HasTaken(FlowRecord record, Delivered how) => how.Once is { } once && record.Seen.Contains(FlowRows.SeenKey(record.Key, once));
}
