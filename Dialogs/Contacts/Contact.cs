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

/// <summary>A choice that a person made. <paramref name="Terms"/> is the version of the sentences they read.</summary>
public sealed record Choice(DateTimeOffset At, int Terms, ImmutableSortedSet<Purpose> Purposes);

/// <summary>What a person agreed to, and how they are spoken to.</summary>
public sealed partial record Contact : FlowState
{
    public const string Kind = "contact";

    /// <summary>Version of the sentences that are agreed to; an agreement to an older one does not count, and a new one asks anew.</summary>
    public const int TermsVersion = 4;

    public required string Person { get; init; }

    /// <summary>The language the person chose; null for the roster's.</summary>
    public Language? Language { get; init; }

    /// <summary>Whether the first card was sent.</summary>
    public bool Greeted { get; init; }

    /// <summary>The terms that the first card last showed; 0 for who met the bot before there were versions.</summary>
    public int GreetedFor { get; init; }

    /// <summary>The newest choice, under whatever terms: ask <see cref="Agrees"/> whether it counts.</summary>
    public ImmutableSortedSet<Purpose> Purposes { get; init; } = [];

    /// <summary>When the choice was made; null before the first.</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    public int Terms { get; init; }

    /// <summary>Every choice, oldest first, appended and never edited; null for who chose before this was kept.</summary>
    public ImmutableList<Choice>? Choices { get; init; }

    /// <summary>The deletion of answers that is asked about, runs, or was the last; null without one.</summary>
    public Erasure? Erasing { get; init; }

    /// <summary>When check-ins are told once more that nobody is to look in: one may have been answered at the same moment.</summary>
    public DateTimeOffset? EndsAgainAt { get; init; }

    public FlowKey Key => KeyOf(Person);

    /// <summary>The first card.</summary>
    public Slot Welcome => new("welcome", Person);

    /// <summary>"My data".</summary>
    public Slot Data => new("data", Person);

    /// <summary>What was deleted.</summary>
    public Slot Erased => new("erased", Person);

    public override DateTimeOffset? NextAt => Erasing is { IsRunning: true, WakeAt: var wake } && !(EndsAgainAt < wake) ? wake : EndsAgainAt;

    /// <summary>Agreed, to sentences that have changed since.</summary>
    public bool AgreedToOlderTerms => ChosenAt is not null && Terms < TermsVersion && !Purposes.IsEmpty;

    /// <summary>Something that was agreed to once was taken back.</summary>
    public bool Withdrew => AllChoices.Any(c => !c.Purposes.IsSubsetOf(Purposes));

    /// <summary>Every choice, also the one of before choices were kept.</summary>
    public ImmutableList<Choice> AllChoices => Choices ?? (ChosenAt is { } at ? [new Choice(at, Terms, Purposes)] : []);

    public static FlowKey KeyOf(string person) => new(Kind, person, "contact");

    public static Contact Begin(string person) => new() { Person = person };

    /// <summary>Whether it was agreed to in the words of today.</summary>
    public bool Agrees(Purpose purpose) => Terms == TermsVersion && Purposes.Contains(purpose);

    /// <summary>Since when it has been agreed to without a break; null when it is not.</summary>
    public DateTimeOffset? AgreesSince(Purpose purpose) => Agrees(purpose)
        ? AllChoices.Reverse().TakeWhile(c => c.Terms == TermsVersion && c.Purposes.Contains(purpose)).Last().At
        : null;
}
