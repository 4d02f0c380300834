using System.Collections.Immutable;
using System.Globalization;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Listening;

/// <summary>What a press on a report or an account means.</summary>
public sealed partial class Presses
{
    /// <summary>Longest words of a report, of an account, and of what is added to one, in characters, as the cards say.</summary>
    private const int LongestDescription = 2000, LongestStatement = 3000, LongestAddendum = 800, LongestCaseNo = 60;

    private async ValueTask<(FlowKey? Key, FlowEvent? Event)> OfIncident(UserAction action, string by) => action switch
    {
        BeginIncident b => (ReportOf(b, by), new BeginReport(by)),
        ReportIncident r => (FlowKey.Parse(Incident.Kind, r.Incident), new FillReport(by, await ReportOf(r, by), r.Keep.Flag == true)),
        OpenIncident o => (FlowKey.Parse(Incident.Kind, o.Incident), new OpenReport(by)),
        WantIncidentHandler w => (FlowKey.Parse(Incident.Kind, w.Incident), new WantHandler(by)),
        DiscardIncident d => (FlowKey.Parse(Incident.Kind, d.Incident), new DiscardReport(by)),
        WriteStatement w => (FlowKey.Parse(Statement.Kind, w.Incident), await StatementOf(w, by)),
        SayHowYouAre s => (FlowKey.Parse(Statement.Kind, s.Incident), new AnswerHowAreYou(by, s.Answer.Word<HowAreYou>())),
        _ => (null, null),
    };

    /// <summary>The report that is begun from a check-in or an alert belongs to its person.</summary>
    private static FlowKey? ReportOf(BeginIncident begin, string by) =>
        begin.CheckIn is { } told && FlowKey.Parse(CheckIn.Kind, told) is { } checkIn && checkIn.Owner == by ? Incident.KeyOf(by, Incident.IdOfCheckIn(checkIn.Id))
        : begin.Sos is { } called && FlowKey.Parse(Alert.Kind, called) is { } alert && alert.Owner == by ? Incident.KeyOf(by, Incident.IdOfSos(alert.Id))
        : null;

    private async ValueTask<FlowEvent> StatementOf(WriteStatement w, string by)
    {
        if (w.Step.Text == "add")
        {
            var (added, names) = await sealing.Account(by, w.Addendum, LongestAddendum);
            return new AddToStatement(by, added, names);
        }
        if (w.Step.Text == "open")
            return new OpenStatement(by);
        var (text, named) = await sealing.Account(by, w.Statement, LongestStatement);
        return w.Step.Text switch
        {
            "sign" => new SignStatement(by, text, named),
            "decline" => new DeclineStatement(by, text, named),
            _ => new KeepStatement(by, text, named),
        };
    }

    private async ValueTask<Report> ReportOf(ReportIncident r, string by)
    {
        var avoid = People(r.Avoid);
        var (description, named) = await sealing.Account(by, r.Description, LongestDescription, avoid);
        return new()
        {
            Kinds = [.. Words<ViolenceKind>(r.Kinds).Concat(Words<ViolenceKind>(r.MoreKinds)).Distinct().Order()],
            Injuries = r.Injuries.Word<Injury>(),
            Over = r.Over.Flag,
            For = r.SelfOrForColleague.Word<ReportedFor>() ?? ReportedFor.Self,
            Colleagues = People(r.AffectedStaff),
            Location = r.LocationClass.Word<LocationClass>(),
            Post = r.PostId.Text is { } post && roster.IsPost(post) ? post : "",
            OccurredAt = TimeOf(r, by),
            Severity = r.Severity.Number,
            Trigger = r.Trigger.Word<Trigger>(),
            Perpetrator = r.PerpetratorClass.Word<PerpetratorClass>(),
            Weapon = r.Weapon.Word<Weapon>(),
            Circumstances = Words<Circumstance>(r.Circumstances),
            Actions = Words<ImmediateAction>(r.ImmediateActions),
            Description = description,
            Named = named,
            Witnesses = People(r.Witnesses),
            Avoid = avoid,
            Support = Words<SupportWish>(r.SupportWanted),
            PoliceCaseNo = await sealing.Of(by, r.PoliceCaseNo, LongestCaseNo),
        };
    }

    /// <summary>The local day and time of the card as an instant; null where either is missing.</summary>
    private DateTimeOffset? TimeOf(ReportIncident r, string by) =>
        roster.Find(by) is { } person
        && r.OccurredOn.Day is { } day
        && TimeOnly.TryParseExact(r.OccurredAt.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && day.Year is > 2000 and < 2200
            ? LocalTime.ToInstant(day.ToDateTime(time), roster.ZoneOf(person.Team))
            : null;

    private ImmutableArray<string> People(Input chosen) => [.. chosen.List.Where(id => roster.Find(id) is not null).Distinct().Order(StringComparer.Ordinal)];

    private static ImmutableArray<T> Words<T>(Input chosen) where T : struct, Enum =>
        [.. chosen.List.Select(w => new Input(w).Word<T>()).OfType<T>().Distinct().Order()];
}
