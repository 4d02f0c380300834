using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Care;

/// <summary>The person wants the crisis contact to get in touch. <paramref name="Shift"/> tells where they are now.</summary>
public sealed record AskContact(string By, ShiftContext Shift) : PersonEvent(By);

/// <summary>Nobody is at the case that a request opened any more: it was resolved, or nobody answered.</summary>
public sealed record CaseClosed(string Case) : FlowEvent;

/// <summary>"I need a person now": numbers first, then, if wanted, the crisis contact. No leader is told, no agreement is needed.</summary>
public sealed record PersonNow : FlowState
{
    public const string Kind = "personNow";

    /// <summary>A second press within this time is the same request: the channel delivers twice, and hands shake.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public required string Person { get; init; }

    /// <summary>How many requests there were; part of the next case's source.</summary>
    public int Requests { get; init; }

    /// <summary>The case that somebody is asked about, or has, now.</summary>
    public string? Case { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public FlowKey Key => KeyOf(Person);

    public Slot Numbers => new("numbers", Person);

    public override DateTimeOffset? NextAt => null;

    public static FlowKey KeyOf(string person) => new(Kind, person, "now");

    public static PersonNow Begin(string person) => new() { Person = person };

    public Step<PersonNow> On(FlowEvent e, DateTimeOffset at) => e switch
    {
        AskContact a when a.By != Person => this.Answering(new Say(new Notice.NotYours())),
        AskContact when Case is not null && at - AskedAt < Patience => this.Answering(new See(Numbers)),
        AskContact when Case is { } open => Again(open, at),
        AskContact a => Ask(a, at),
        CaseClosed c when c.Case == Case => (this with { Case = null }).Then(new Show(Numbers, Delivery.Refresh)),
        _ => this.Then(),
    };

    /// <summary>Nothing came of it so far, and the person asks again: whoever has it must see that.</summary>
    private Step<PersonNow> Again(string open, DateTimeOffset at) => (this with { Requests = Requests + 1, AskedAt = at })
        .Then(new Signal($"again.{Requests + 1}", Escalation.KeyOf(open), new AskedAgain()), new Show(Numbers, Delivery.Refresh))
        .Replying(new See(Numbers));

    private Step<PersonNow> Ask(AskContact a, DateTimeOffset at)
    {
        var source = $"{Key.Reference}/{Requests + 1}";
        var id = Escalation.IdOf($"{Kind}:{source}");
        return (this with { Requests = Requests + 1, Case = id, AskedAt = at })
            .Then(
                new Signal($"open.{Requests + 1}", Escalation.KeyOf(id), new Opened(Origin.PersonNow, source, Person, Route.CrisisContact, a.Shift, null, Cause.PersonNow)),
                new Show(Numbers, Delivery.Refresh))
            .Replying(new See(Numbers));
    }
}
