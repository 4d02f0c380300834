using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CheckInBot.Dialogs.Alerts;

public enum AlertPhase
{
    /// <summary>One confirming tap is waited for; nobody knows of it.</summary>
    Confirming,

    /// <summary>The tap did not come; nobody was told. A later one still calls.</summary>
    Unconfirmed,

    /// <summary>People are called and nobody has answered.</summary>
    Calling,

    /// <summary>Somebody is going.</summary>
    Answered,

    /// <summary>The person, or somebody who went, said that nobody is needed any more.</summary>
    Safe,

    /// <summary>The person took it back as a mistake.</summary>
    Mistaken,

    /// <summary>Nobody closed it for hours.</summary>
    Lapsed,
}

/// <summary>Somebody who was called.</summary>
/// <param name="Step">Step of the policy, from 0.</param>
/// <param name="Round">0, and one more each time the person called again.</param>
/// <param name="OutOfReach">The channel refused the card for good.</param>
public sealed record Called(string Person, Callee As, int Step, int Round, DateTimeOffset At, bool OutOfReach = false);

/// <summary>Somebody who said that they go.</summary>
public sealed record Going(string Person, DateTimeOffset At);

/// <summary>SOS: somebody at a counter calls for people, and every card shows who goes until it is safe. At most one is open for each person.</summary>
public sealed partial record Alert : FlowState
{
    public const string Kind = "sos";

    /// <summary>How many people one alert can call: what it shows them is one commit, and more would stand in each other's way.</summary>
    public const int Most = 80;

    /// <summary>How many administrators are told.</summary>
    private const int MostTold = 10;

    private const int LastId = 999_999;

    /// <summary>Who calls.</summary>
    public required string Person { get; init; }

    public required string Id { get; init; }

    public required AlertPhase Phase { get; init; }

    /// <summary>Where the person is; empty when that is not known.</summary>
    public string Post { get; init => field = value ?? ""; } = "";

    /// <summary>Where the roster had the person when they last said, or left, where they are; null for alerts older than this.</summary>
    public string? Rostered { get; init; }

    /// <summary>When the phase began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When people were first called; null before that.</summary>
    public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>When they were called for the last time.</summary>
    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>When the present wait ends.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Until when it may be taken back as a mistake; null when that is over.</summary>
    public DateTimeOffset? CancelUntil { get; init; }

    /// <summary>How many times the person has called again.</summary>
    public int Round { get; init; }

    /// <summary>The step that is waited for; -1 when nobody could be called. <see cref="AlertPolicy.Rest"/>: that of the other halls.</summary>
    public int Step { get; init; } = -1;

    /// <summary>Whether the present step has others behind it who could be called.</summary>
    public bool More { get; init; }

    /// <summary>Everybody who was ever called, each once, with the last time.</summary>
    public ImmutableArray<Called> Called { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who goes since the last call, in the order in which they said so.</summary>
    public ImmutableArray<Going> Going { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Since when everybody has been called and nobody answered.</summary>
    public DateTimeOffset? SilentSince { get; init; }

    /// <summary>Those concerned were reminded to close it.</summary>
    public bool Reminded { get; init; }

    /// <summary>Who said that it is safe.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>Whom the person named, sealed as the person's words.</summary>
    public ImmutableArray<Words> Named { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Administrators who have a card of it.</summary>
    public ImmutableArray<string> Told { get; init => field = value.IsDefault ? [] : value; } = [];

    public FlowKey Key => new(Kind, Person, Id);

    /// <summary>The alert's number as people say it.</summary>
    public string Number => NumberOf(Key);

    /// <summary>The card of the person who calls.</summary>
    public Slot Mine => new("mine", Person);

    /// <summary>The card of somebody who was called.</summary>
    public static Slot CardOf(string reader) => new("call", reader);

    /// <summary>The card of an administrator, when nobody closed it.</summary>
    public static Slot UnclosedCard(string administrator) => new("unclosed", administrator);

    public bool IsOver => Phase is AlertPhase.Unconfirmed or AlertPhase.Safe or AlertPhase.Mistaken or AlertPhase.Lapsed;

    /// <summary>People are called and it is not over.</summary>
    public bool IsOpen => Phase is AlertPhase.Calling or AlertPhase.Answered;

    public override DateTimeOffset? NextAt => IsOver ? null : CancelUntil < Until ? CancelUntil : Until;

    public bool IsGoing(string person) => Going.Any(g => g.Person == person);

    public bool WasCalled(string person) => Called.Any(c => c.Person == person);

    /// <summary>Those of the last call.</summary>
    public IEnumerable<Called> CalledNow => Called.Where(c => c.Round == Round);

    /// <summary>Whether a further call by the person calls people again: somebody goes or nobody answered, and it is not the same call twice.</summary>
    public bool CallsAgain(AlertPolicy policy, DateTimeOffset at) => CanCallAgain && at - CalledAt >= policy.AgainAfter;

    /// <summary>Whether the card has a button that calls again: somebody goes, or all were called and nobody answered.</summary>
    public bool CanCallAgain => IsOpen && (Phase == AlertPhase.Answered || SilentSince is not null);

    /// <summary>Whether that call again never came to anything: its button is that of the next call, and the alert is over.</summary>
    /// <param name="again">The call that the button makes; null for the first one.</param>
    public bool NeverTook(int? again) => IsOver && again == Round + 1;

    /// <summary>Where the person is when they do not say: where they last said, or at the post of a shift that began since then.</summary>
    /// <param name="rostered">Where the roster has the person at this moment; empty when it does not say.</param>
    public string PostBy(string rostered) => rostered.Length > 0 && rostered != (Rostered ?? Post) ? rostered : Post;

    /// <summary>Where the person's next alert is kept. Ids count down, so that the latest stands first.</summary>
    /// <param name="latest">The person's latest alert, or null when there is none.</param>
    public static FlowKey KeyAfter(string person, FlowKey? latest)
    {
        var next = latest is { } key ? int.Parse(key.Id, CultureInfo.InvariantCulture) - 1 : LastId;
        return new(Kind, person, next.ToString("D6", CultureInfo.InvariantCulture));
    }

    /// <summary>Five characters that tell nothing of the person.</summary>
    public static string NumberOf(FlowKey key) =>
        "s-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}:{key.Reference}")).AsSpan(0, 3))[..5];
}
