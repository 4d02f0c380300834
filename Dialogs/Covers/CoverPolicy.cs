using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Covers;

/// <summary>The rules of covers and of reinforcement (<c>policy.json</c>, <c>cover</c>).</summary>
/// <param name="AskOthersAfter">How long the B-role is asked alone.</param>
/// <param name="NobodyAfter">How long everybody asked may take before it is said that nobody can.</param>
/// <param name="Minutes">Lengths to choose from, in minutes, rising.</param>
/// <param name="PeakPost">Ids of those in the back office whom a call for reinforcement asks (高峰岗).</param>
public sealed record CoverPolicy(TimeSpan AskOthersAfter, TimeSpan NobodyAfter, ImmutableArray<int> Minutes, ImmutableArray<string> PeakPost)
{
    /// <summary>What "ten minutes" means, and the length that stands out.</summary>
    public const int Ten = 10;

    /// <summary>The rules of an organisation that has written none.</summary>
    public static CoverPolicy Shipped { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), [5, 10, 15, 30], []);

    /// <summary>How long a choice of minutes is waited for.</summary>
    internal static TimeSpan ChooseFor { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after nobody took it somebody still may.</summary>
    internal static TimeSpan StaysOpenFor { get; } = TimeSpan.FromMinutes(30);

    /// <summary>How often meanwhile it is looked who has become free.</summary>
    internal static TimeSpan LooksAgainAfter { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after its time a cover may go on before both hear of it.</summary>
    internal static TimeSpan OverAfter { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after that line a cover that nobody gives back ends by itself.</summary>
    internal static TimeSpan EndsAfter { get; } = TimeSpan.FromMinutes(25);

    /// <summary>A second tap of a hurried thumb lands on the button that took the first one's place: so soon after saying yes, nobody means to take it back.</summary>
    internal static TimeSpan SecondTap { get; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a call for reinforcement lasts that nobody ends.</summary>
    public static TimeSpan ReinforcedFor { get; } = TimeSpan.FromHours(2);

    /// <summary>What more time adds.</summary>
    public int More => Minutes[0];
}
