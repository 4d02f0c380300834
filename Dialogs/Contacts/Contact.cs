using System.Collections.Immutable;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Contacts;

/// <summary>What the bot may do for a person; each is agreed to by itself, and none is needed for the commands.</summary>
public enum Purpose
{
    CheckIn,
    Escalation,
    TeamView,
    Counsellor,
}

/// <summary>The bot and the person meet: it was installed, or the person wrote.</summary>
public sealed record Met : FlowEvent;

/// <summary>The person keeps this choice of purposes; an empty one agrees to nothing.</summary>
public sealed record Consent(string By, ImmutableSortedSet<Purpose> Purposes) : PersonEvent(By);

/// <summary>The person asked for the card with what is kept and agreed.</summary>
public sealed record ShowMyData(string By) : PersonEvent(By);

/// <summary>The person switches to the other language.</summary>
public sealed record SwitchLanguage(string By, Language To) : PersonEvent(By);

/// <summary>What a person agreed to, and how they are spoken to.</summary>
public sealed record Contact : FlowState
{
    public const string Kind = "contact";

    /// <summary>Version of the sentences that were agreed to; a new one asks anew.</summary>
    public const int TermsVersion = 2;

    public required string Person { get; init; }

    /// <summary>The language the person chose; null for the roster's.</summary>
    public Language? Language { get; init; }

    /// <summary>Whether the first card was sent.</summary>
    public bool Greeted { get; init; }

    public ImmutableSortedSet<Purpose> Purposes { get; init; } = [];

    /// <summary>When the choice was made; null before the first.</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    public int Terms { get; init; }

    public FlowKey Key => KeyOf(Person);

    public Slot Welcome => new("welcome", Person);

    public override DateTimeOffset? NextAt => null;

    public static FlowKey KeyOf(string person) => new(Kind, person, "contact");

    public static Contact Begin(string person) => new() { Person = person };

    public bool Agrees(Purpose purpose) => Purposes.Contains(purpose);

    public Step<Contact> On(FlowEvent e, DateTimeOffset at) => e switch
    {
        Met when Greeted => this.Then(),
        Met => (this with { Greeted = true }).Then(new Show(Welcome, Delivery.Notice)),
        PersonEvent p when p.By != Person => this.Answering(new Say(new Notice.NotYours())),
        Consent c when ChosenAt is not null && Terms == TermsVersion && c.Purposes.SetEquals(Purposes) => this.Answering(new See(Welcome)),
        Consent c => (this with { Greeted = true, Purposes = c.Purposes, ChosenAt = at, Terms = TermsVersion })
            .Then(new Show(Welcome, Delivery.Refresh)).Replying(new See(Welcome)),
        SwitchLanguage s when s.To != Language => (this with { Language = s.To })
            .Then(new Show(Welcome, Delivery.Refresh)).Replying(new Say(new Notice.LanguageNow())),
        _ => this.Answering(new See(Welcome)),
    };
}
