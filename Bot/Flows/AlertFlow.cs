using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>SOS: who could be called now, where the person is, and every card of an alert.</summary>
public sealed class AlertFlow(Roster.Roster roster, OnDuty onDuty, Readers readers) : Flow<Alert>(Alert.Kind, DialogsJson.Default.Alert)
{
    /// <summary>A window has a short list of others to be at.</summary>
    private const int MostPosts = 40;

    public override bool SideBySide => true;

    public override bool TellsEnd => true;

    public override SendPriority Priority => SendPriority.Alert;

    public override FlowEvent? Undeliverable(Slot slot) => slot.Name == "call" ? new AlertUnreachable(slot.Person) : null;

    protected override bool IsAwaited(Alert state, Slot slot) => state.IsOpen;

    protected override async ValueTask<Step<Alert>?> Decide(FlowKey key, Alert? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        if (roster.Find(key.Owner) is null && state is null)
            return null;
        var person = onDuty.Known(key.Owner);
        var calls = e is AlertRaised or AlertConfirmed or AlertAsked { Named: not null } or AlertUnreachable or Due;
        var said = (e as AlertRaised)?.Named ?? (e as AlertAsked)?.Named;
        var facts = new AlertFacts(
            roster.Policy.Sos,
            calls ? await onDuty.CallableFor(person, at, cancel) : [],
            e is AlertRaised or AlertConfirmed or AlertAsked ? await PostOf(person, at) : "",
            Posts(person))
        {
            Named = calls ? await readers.NamedIn([.. state?.Named ?? [], .. said is null ? Array.Empty<Words>() : [said]]) : new HashSet<string>(),
            Administrators = [.. roster.People.Where(p => p.Is(Role.Admin) && p.Id != person.Id).Select(p => p.Id)],
        };
        return state is null ? Alert.Begin(key, e, facts, at) : state.On(e, facts, at);
    }

    protected override async ValueTask<CardMessage> Draw(Alert state, Slot slot, CancellationToken cancel)
    {
        var person = onDuty.Known(state.Person);
        var context = await readers.For(slot.Person, [], cancel);
        // The numbers are those of the place, wherever the reader belongs.
        if (roster.Find(state.Person) is not null)
            context = context with { Hotline = roster.HotlineOf(person.Team) };
        var rostered = slot == state.Mine && (state.CanCallAgain || state.Phase == AlertPhase.Unconfirmed) ? await PostOf(person, context.Now) : "";
        return AlertCards.Of(state, slot, new(roster.Policy.Sos, Posts(person), rostered), context);
    }

    /// <summary>Where the person works now; at other times where they usually do.</summary>
    private async ValueTask<string> PostOf(Person person, DateTimeOffset at) =>
        await onDuty.ShiftOf(person, at, TimeSpan.Zero) is { Post.Length: > 0 } shift ? shift.Post : person.Post;

    private List<string> Posts(Person person) => [.. roster.PostsOf(person.Team).Take(MostPosts)];
}
