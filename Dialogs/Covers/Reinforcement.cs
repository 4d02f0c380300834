using System.Collections.Immutable;
using System.Globalization;

namespace CheckInBot.Dialogs.Covers;

/// <summary>A leader, or somebody on shift, calls the peak post.</summary>
public sealed record ReinforcementAsked(string By) : PersonEvent(By);

/// <summary>"I am coming."</summary>
public sealed record ReinforcementTaken(string By) : PersonEvent(By);

/// <summary>Who comes goes back; or whoever called, or leads, says that it is enough.</summary>
public sealed record ReinforcementGivenBack(string By) : PersonEvent(By);

/// <summary>The channel refused the card for good.</summary>
public sealed record ReinforcementUnreachable(string Person) : FlowEvent;

/// <summary>What a call for reinforcement has to know of others.</summary>
/// <param name="MayAsk">Who acts leads the team, or is on shift in it.</param>
/// <param name="PeakPost">Those of the list who can be asked now.</param>
/// <param name="Leaders">The team's leaders on shift.</param>
public sealed record ReinforcementFacts(CoverPolicy Policy, bool MayAsk, IReadOnlyList<string> PeakPost, IReadOnlyList<string> Leaders);

public enum ReinforcementPhase
{
    /// <summary>The peak post is called.</summary>
    Calling,

    /// <summary>It is over.</summary>
    Over,
}

/// <summary>Somebody of the peak post who was called.</summary>
/// <param name="ComingAt">When they said that they come; null before that.</param>
/// <param name="LeftAt">When they went back.</param>
public sealed record Reinforcer(string Person, DateTimeOffset? ComingAt = null, DateTimeOffset? LeftAt = null, bool OutOfReach = false)
{
    public bool Comes => ComingAt is not null && LeftAt is null;
}

/// <summary>A call to the back office (高峰岗): several may come, and whoever called and the leaders see who. At most one is open for each team.</summary>
public sealed record Reinforcement : FlowState
{
    public const string Kind = "reinforce";

    private const int Most = 10, MostSeers = 20, LastId = 999_999;

    public required string Team { get; init; }

    public required string Id { get; init; }

    public required ReinforcementPhase Phase { get; init; }

    /// <summary>Who called first.</summary>
    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the phase began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the present wait ends.</summary>
    public DateTimeOffset? Until { get; init; }

    public ImmutableArray<Reinforcer> Called { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who sees who comes: whoever called, and the leaders on shift.</summary>
    public ImmutableArray<string> Seers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Those who see it were told that nobody has said that they come.</summary>
    public bool Silent { get; init; }

    /// <summary>Who ended it; null when its time was over.</summary>
    public string? EndedBy { get; init; }

    public FlowKey Key => new(Kind, Team, Id);

    public static Slot CardOf(string called) => new("call", called);

    public static Slot SeenBy(string seer) => new("seen", seer);

    public bool IsOver => Phase == ReinforcementPhase.Over;

    public override DateTimeOffset? NextAt => IsOver ? null : Until;

    public IEnumerable<Reinforcer> Coming => Called.Where(c => c.Comes);

    /// <summary>Where the team's next call is kept. Ids count down, so that the latest stands first.</summary>
    public static FlowKey KeyAfter(string team, FlowKey? latest)
    {
        var next = latest is { } key ? int.Parse(key.Id, CultureInfo.InvariantCulture) - 1 : LastId;
        return new(Kind, team, next.ToString("D6", CultureInfo.InvariantCulture));
    }

    /// <summary>The first event of a call; null for one that begins none.</summary>
    public static Step<Reinforcement>? Begin(FlowKey key, FlowEvent e, ReinforcementFacts facts, DateTimeOffset at)
    {
        if (e is not ReinforcementAsked { By: var by } || !facts.MayAsk)
            return null;
        var called = facts.PeakPost.Where(p => p != by).Distinct().Take(Most).Select(p => new Reinforcer(p)).ToImmutableArray();
        var begun = new Reinforcement
        {
            Team = key.Owner,
            Id = key.Id,
            Phase = ReinforcementPhase.Calling,
            AskedBy = by,
            AskedAt = at,
            Since = at,
            Until = at + facts.Policy.NobodyAfter,
            Called = called,
            Seers = [.. facts.Leaders.Where(l => !called.Any(c => c.Person == l)).Prepend(by).Distinct().Take(MostSeers)],
        };
        var nobody = called.IsEmpty;
        if (nobody)
            begun = begun with { Phase = ReinforcementPhase.Over, Until = null };
        return begun.Then(
        [
            .. called.Select(c => new Show(CardOf(c.Person), Delivery.Notice)),
            .. begun.Seers.Select(s => new Show(SeenBy(s), s == by ? Delivery.Refresh : Delivery.Prompt)),
        ]).Replying(new See(SeenBy(by)));
    }

    /// <summary>What happens next. Guards stand first; what comes twice changes nothing.</summary>
    public Step<Reinforcement> On(FlowEvent e, ReinforcementFacts facts, DateTimeOffset at) => e switch
    {
        Due when NextAt is not { } next || next > at => this.Then(),
        Due when !Silent && !Coming.Any() => Everywhere(this with { Silent = true, Until = End }, SeersHear),
        Due when at < End => (this with { Until = End }).Then(),
        Due => Over(null, at),

        ReinforcementAsked a when !IsOver && facts.MayAsk && !Coming.Any() && (Silent || Called.Any(c => c.LeftAt is not null)) => Ring(a.By, facts, at),
        ReinforcementAsked a when !IsOver && !Seers.Contains(a.By) && Seers.Length < MostSeers && facts.MayAsk && Find(a.By) is null =>
            (this with { Seers = Seers.Add(a.By) }).Then(new Show(SeenBy(a.By), Delivery.Refresh)).Replying(new See(SeenBy(a.By))),

        ReinforcementTaken t when !IsOver && Find(t.By) is { Comes: false } => Comes(t.By, at),

        ReinforcementGivenBack g when Find(g.By) is { Comes: true } c && at - c.ComingAt < CoverPolicy.SecondTap => this.Answering(new See(CardOf(g.By))),
        ReinforcementGivenBack g when !IsOver && Find(g.By) is { Comes: true } =>
            Everywhere(With(g.By, c => c with { LeftAt = at }), SeersHear).Replying(new See(CardOf(g.By))),
        ReinforcementGivenBack g when !IsOver && Seers.Contains(g.By) => Over(g.By, at).Replying(new See(SeenBy(g.By))),

        PersonEvent p => this.Answering(Find(p.By) is not null ? new See(CardOf(p.By)) : Seers.Contains(p.By) ? new See(SeenBy(p.By)) : new Say(new Notice.NotYours())),

        ReinforcementUnreachable u when !IsOver && Find(u.Person) is { OutOfReach: false } =>
            With(u.Person, c => c with { OutOfReach = true }) is var known && !Silent && known.Called.All(c => c.OutOfReach)
                ? Everywhere(known with { Silent = true, Until = End }, SeersHear)
                : Everywhere(known),
        _ => this.Then(),
    };

    private DateTimeOffset End => AskedAt + CoverPolicy.ReinforcedFor;

    private Show[] SeersHear => [.. Seers.Select(s => new Show(SeenBy(s), Delivery.Notice))];

    private Reinforcer? Find(string person) => Called.FirstOrDefault(c => c.Person == person);

    private Reinforcement With(string person, Func<Reinforcer, Reinforcer> change) => this with { Called = [.. Called.Select(c => c.Person == person ? change(c) : c)] };

    /// <summary>Nobody comes, or nobody is there any more, and it is called again: everybody is, and whoever is at work by now.</summary>
    private Step<Reinforcement> Ring(string by, ReinforcementFacts facts, DateTimeOffset at)
    {
        var called = Called.Select(c => c.Person).Concat(facts.PeakPost.Where(p => !Seers.Contains(p))).Distinct().Take(Most).Select(p => new Reinforcer(p)).ToImmutableArray();
        var seen = called.Any(c => c.Person == by) || Seers.Contains(by) || Seers.Length == MostSeers ? Seers : Seers.Add(by);
        var next = this with { AskedBy = by, AskedAt = at, Since = at, Until = at + facts.Policy.NobodyAfter, Silent = false, Called = called, Seers = seen };
        return Everywhere(next, [.. called.Where(c => c.Person != by).Select(c => new Show(CardOf(c.Person), Delivery.Notice))])
            .Replying(new See(next.Find(by) is not null ? CardOf(by) : SeenBy(by)));
    }

    /// <summary>The first who comes is news; the others are only seen.</summary>
    private Step<Reinforcement> Comes(string by, DateTimeOffset at) =>
        Everywhere(With(by, c => c with { ComingAt = at, LeftAt = null, OutOfReach = false }), Coming.Any() ? [] : SeersHear).Replying(new See(CardOf(by)));

    /// <summary>Who has come hears that they can go back.</summary>
    private Step<Reinforcement> Over(string? by, DateTimeOffset at) =>
        Everywhere(this with { Phase = ReinforcementPhase.Over, EndedBy = by, Since = at, Until = null }, [.. Coming.Select(c => new Show(CardOf(c.Person), Delivery.Notice))]);

    private static Step<Reinforcement> Everywhere(Reinforcement next, params IReadOnlyList<Show> otherwise) => next.Then(
    [
        .. otherwise,
        .. next.Called.Select(c => new Show(CardOf(c.Person), next.IsOver ? Delivery.Withdraw : Delivery.Refresh))
            .Concat(next.Seers.Select(s => new Show(SeenBy(s), Delivery.Refresh)))
            .Where(s => otherwise.All(o => o.Slot != s.Slot)),
    ]);
}
