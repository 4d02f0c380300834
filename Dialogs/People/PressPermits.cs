using System.Collections.Frozen;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.People;

/// <summary>Who may change something with a button, and in which states of the record.</summary>
/// <param name="Kind">Kind of the record.</param>
/// <param name="Verb">The word of the contract.</param>
/// <param name="By">What the presser has to be to the record.</param>
/// <param name="States">Words of <see cref="PressPermits.StateOf"/>.</param>
public sealed record PressPermit(string Kind, string Verb, Standing By, IReadOnlyList<string> States);

/// <summary>
/// The one table of who may press what when. The turn asks it before anything is committed: a press that it does not name is answered with what is true
/// now and changes nothing, whatever a conversation would have decided. Who presses comes from the channel; what they are, from the record.
/// </summary>
public static class PressPermits
{
    /// <summary>The state of a record that is not there yet.</summary>
    public const string New = "New";

    /// <summary>The state of a record that knows no phases.</summary>
    public const string Kept = "Kept";

    /// <summary>The state of a check-in that nobody can change any more.</summary>
    public const string Closed = "Closed";

    /// <summary>Every permit, in the order of the page that is written from it.</summary>
    public static IReadOnlyList<PressPermit> Table { get; } =
    [
        Of<AnswerCheckIn>(CheckIn.Kind, Standing.Own, "Asked", "NotAsked", "Dropped", "Postponed", "Skipped", "Answered"),
        Of<LaterCheckIn>(CheckIn.Kind, Standing.Own, "Asked", "NotAsked", "Dropped", "Skipped"),
        Of<SkipCheckIn>(CheckIn.Kind, Standing.Own, "Asked", "NotAsked", "Dropped", "Postponed"),
        Of<NotToday>(CheckIn.Kind, Standing.Own, "Asked", "NotAsked", "Dropped", "Postponed", "Skipped"),
        Of<EditCheckIn>(CheckIn.Kind, Standing.Own, "Postponed", "Skipped", "Answered"),
        Of<AcceptOffer>(CheckIn.Kind, Standing.Own, "Answered"),

        Of<GiveConsent>(Contact.Kind, Standing.Own, New, Kept),
        Of<WithdrawConsent>(Contact.Kind, Standing.Own, New, Kept),
        Of<EraseMyAnswers>(Contact.Kind, Standing.Own, New, Kept),
        Of<PersonPlease>(PersonNow.Kind, Standing.Own, New, Kept),
        Of<PressLeave>(OwnLeave.Kind, Standing.Own, New, "None", "Asked", "Set"),
        Of<PressEndLeave>(OwnLeave.Kind, Standing.Own, "Set"),

        Of<TakeCase>(Escalation.Kind, Standing.Asked, "Asking", "Unanswered"),
        Of<HandOverCase>(Escalation.Kind, Standing.Asked, "Asking"),
        Of<HandOverCase>(Escalation.Kind, Standing.Holder, "Taken"),
        Of<AcceptCase>(Escalation.Kind, Standing.Offered, "Taken"),
        Of<ResolveCase>(Escalation.Kind, Standing.Holder, "Taken"),
        Of<ChooseRoute>(Escalation.Kind, Standing.Own, "Asking", "Taken", "Resolved", "Visiting", "Closed", "Unanswered"),
        Of<AnswerVisit>(Escalation.Kind, Standing.Own, "Resolved", "Visiting", "Closed"),

        Of<ConfirmSos>(Alert.Kind, Standing.Own, "Confirming", "Unconfirmed", "Calling", "Answered"),
        Of<CancelSos>(Alert.Kind, Standing.Own, "Calling", "Answered"),
        Of<TakeSos>(Alert.Kind, Standing.Asked, "Calling", "Answered"),
        Of<SafeSos>(Alert.Kind, Standing.Own, "Calling", "Answered"),
        Of<SafeSos>(Alert.Kind, Standing.Holder, "Calling", "Answered"),

        Of<BeginIncident>(Incident.Kind, Standing.Own, New, "Draft", "Discarded"),
        Of<ReportIncident>(Incident.Kind, Standing.Own, "Draft", "Reported"),
        Of<OpenIncident>(Incident.Kind, Standing.Own, "Draft", "Reported"),
        Of<DiscardIncident>(Incident.Kind, Standing.Own, "Draft"),
        Of<WantIncidentHandler>(Incident.Kind, Standing.Own, "Reported"),
        Of<WriteStatement>(Statement.Kind, Standing.Own, "Open", "Declined", "Frozen"),
        Of<SayHowYouAre>(Statement.Kind, Standing.Own, "Open", "Declined", "Frozen"),

        Of<PressTakeReview>(ReviewKeys.Kind, Standing.Asked, "Asking"),
        Of<PressDeclineReview>(ReviewKeys.Kind, Standing.Asked, "Asking"),
        Of<PressDeclineReview>(ReviewKeys.Kind, Standing.Offered, "Reviewing", "Acting"),
        Of<PressDeclineReview>(ReviewKeys.Kind, Standing.Holder, "Reviewing"),
        Of<PressHandOverReview>(ReviewKeys.Kind, Standing.Holder, "Reviewing", "Acting"),
        Of<PressAcceptReview>(ReviewKeys.Kind, Standing.Offered, "Reviewing", "Acting"),
        Of<PressFinding>(ReviewKeys.Kind, Standing.Holder, "Reviewing", "Acting"),
        Of<PressCorrection>(ReviewKeys.Kind, Standing.Holder, "Acting"),
        Of<PressNoCorrection>(ReviewKeys.Kind, Standing.Holder, "Acting"),
        Of<PressCheckCorrection>(ReviewKeys.Kind, Standing.Holder, "Acting"),
        Of<PressCorrectionDone>(ReviewKeys.Kind, Standing.StepOwner, "Asking", "Reviewing", "Acting"),
        Of<PressReply>(ReviewKeys.Kind, Standing.Holder, "Acting"),
        Of<PressCloseAgain>(ReviewKeys.Kind, Standing.Holder, "Acting"),

        Of<PressAskSwap>(Swap.Kind, Standing.Own, New, "Asked", "Waiting", "Done", "Undone", "Declined", "Refused", "Cancelled", "Lapsed", "Overtaken"),
        Of<PressAskSwap>(Swap.Kind, Standing.Leads, New, "Asked", "Waiting", "Done", "Undone", "Declined", "Refused", "Cancelled", "Lapsed", "Overtaken"),
        Of<PressAcceptSwap>(Swap.Kind, Standing.Colleague, "Asked"),
        Of<PressDeclineSwap>(Swap.Kind, Standing.Colleague, "Asked", "Waiting"),
        Of<PressCancelSwap>(Swap.Kind, Standing.Own, "Asked", "Waiting"),
        Of<PressCancelSwap>(Swap.Kind, Standing.AskedFor, "Asked", "Waiting"),
        Of<PressApproveSwap>(Swap.Kind, Standing.Leads, "Waiting"),
        Of<PressRefuseSwap>(Swap.Kind, Standing.Leads, "Waiting"),
        Of<PressUndoSwap>(Swap.Kind, Standing.Leads, "Done"),

        Of<AskCover>(Cover.Kind, Standing.Own, New, "Choosing", "Unasked", "Unanswered", "Covered", "TimeUp"),
        Of<TakeCover>(Cover.Kind, Standing.Asked, "Asking", "Unanswered"),
        Of<GiveBackCover>(Cover.Kind, Standing.Own, "Choosing", "Asking", "Unanswered", "Covered", "TimeUp"),
        Of<GiveBackCover>(Cover.Kind, Standing.Holder, "Covered", "TimeUp"),
        Of<GiveBackCover>(Cover.Kind, Standing.Asked, "Asking", "Unanswered"),
        Of<TakeCover>(Reinforcement.Kind, Standing.Asked, "Calling"),
        Of<GiveBackCover>(Reinforcement.Kind, Standing.Holder, "Calling"),
        Of<GiveBackCover>(Reinforcement.Kind, Standing.Sees, "Calling"),
    ];

    private static readonly FrozenSet<(string, string, Standing, string)> Cells =
        Table.SelectMany(p => p.States.Select(state => (p.Kind, p.Verb, p.By, state))).ToFrozenSet();

    private static readonly FrozenSet<string> Looks = OwnPresses.Table.Where(p => !p.Changes).Select(p => p.Verb).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether somebody with one of these standings may change a record of that kind and state with that button.</summary>
    public static bool May(string kind, string verb, string state, IReadOnlyList<Standing> standings) =>
        Looks.Contains(verb) || standings.Any(by => Cells.Contains((kind, verb, by, state)));

    /// <summary>The state of a record as a word of the table.</summary>
    public static string StateOf(FlowState? state) => state switch
    {
        null => New,
        CheckIn { Closed: true } => Closed,
        CheckIn c => $"{c.Phase}",
        Escalation c => $"{c.Phase}",
        Alert a => $"{a.Phase}",
        Incident i => $"{i.Phase}",
        Statement s => $"{s.Phase}",
        Review r => $"{r.Phase}",
        Swap s => $"{s.Phase}",
        Cover c => $"{c.Phase}",
        Reinforcement r => $"{r.Phase}",
        OwnLeave l => $"{l.Phase}",
        _ => Kept,
    };

    /// <summary>Every state of records of that kind that a press can meet.</summary>
    public static IReadOnlyList<string> StatesOf(string kind) => kind switch
    {
        CheckIn.Kind => [.. Enum.GetNames<CheckInPhase>(), Closed],
        Escalation.Kind => Enum.GetNames<CasePhase>(),
        Alert.Kind => Enum.GetNames<AlertPhase>(),
        Incident.Kind => [New, .. Enum.GetNames<IncidentPhase>()],
        Statement.Kind => Enum.GetNames<StatementPhase>(),
        ReviewKeys.Kind => Enum.GetNames<ReviewPhase>(),
        Swap.Kind => [New, .. Enum.GetNames<SwapPhase>()],
        Cover.Kind => [New, .. Enum.GetNames<CoverPhase>()],
        Reinforcement.Kind => Enum.GetNames<ReinforcementPhase>(),
        OwnLeave.Kind => [New, .. Enum.GetNames<OwnLeavePhase>()],
        _ => [New, Kept],
    };

    private static PressPermit Of<T>(string kind, Standing by, params string[] states) where T : UserAction => new(kind, Verbs.Of(typeof(T)), by, states);
}

/// <summary>What somebody may do because of their role, whatever any record says.</summary>
public enum Deed
{
    /// <summary>Send the lists of the roster, and import them (<c>roster.apply</c>, <c>roster.discard</c>).</summary>
    BringRosters,

    /// <summary>See whom the bot cannot reach (typed <c>unreachable</c>).</summary>
    SeeUnreachable,

    /// <summary>See how the bot stands (typed <c>status</c>).</summary>
    SeeStatus,

    /// <summary>See where and when incidents gather (typed <c>hot spots</c>).</summary>
    SeeHotSpots,
}

/// <summary>A deed and the roles that may do it.</summary>
public sealed record RolePermit(Deed Deed, IReadOnlyList<Role> Roles);

/// <summary>The table beside <see cref="PressPermits"/>, for what belongs to a role.</summary>
public static class RolePermits
{
    public static IReadOnlyList<RolePermit> Table { get; } =
    [
        new(Deed.BringRosters, [Role.Admin]),
        new(Deed.SeeUnreachable, [Role.Admin]),
        new(Deed.SeeStatus, [Role.Admin]),
        new(Deed.SeeHotSpots, [Role.Leader, Role.HallLeader]),
    ];

    public static bool May(Person person, Deed deed) => Table.Any(p => p.Deed == deed && p.Roles.Any(person.Is));
}

/// <summary>A button that is on no record of others, so that there is no state to ask <see cref="PressPermits"/> about.</summary>
/// <param name="Verb">The word of the contract.</param>
/// <param name="Changes">Whether it changes something, which is then the presser's own and nobody else's; else it only looks.</param>
/// <param name="Deed">What a role has to allow; null for everybody.</param>
public sealed record OwnPress(string Verb, bool Changes, Deed? Deed);

/// <summary>The rest of the buttons.</summary>
public static class OwnPresses
{
    public static IReadOnlyList<OwnPress> Table { get; } =
    [
        // A call for people is never refused.
        Of<CallForHelp>(changes: true),
        Of<RunCommand>(changes: true),
        Of<ForgetMe>(changes: true),
        Of<ExportMyData>(changes: false),
        Of<PressViewSwap>(changes: false),
        Of<PressWeek>(changes: false),
        Of<ApplyRoster>(changes: true, Deed.BringRosters),
        Of<DiscardRoster>(changes: true, Deed.BringRosters),
    ];

    private static OwnPress Of<T>(bool changes, Deed? deed = null) where T : UserAction => new(Verbs.Of(typeof(T)), changes, deed);
}
