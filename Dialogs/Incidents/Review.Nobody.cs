using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>What happens while nobody uninvolved can be found.</summary>
public sealed partial record Review
{
    /// <summary>How much working time goes by between two looks whether somebody can be found; whom the channel refused is tried again on the next working day.</summary>
    public static readonly TimeSpan LooksEvery = TimeSpan.FromHours(1);

    /// <summary>After so many days administrators hear once more that it waits still.</summary>
    public const int AlertedAgainAfterDays = 6;

    /// <summary>It looks again; administrators hear that somebody is missing, of a restricted one only when its reporter chose so.</summary>
    private Step<Review> WithoutAnybody(DateTimeOffset since, ReviewFacts facts, DateTimeOffset at)
    {
        var (soon, day) = (facts.Hours.Add(at, LooksEvery), facts.Hours.OpensAfter(at));
        var next = this with
        {
            Found = false,
            Since = since,
            Unreached = null,
            Until = Unreached is { IsEmpty: false } || day < soon ? day : soon,
            RemindAt = null,
        };
        var alerts = AlertedAt is { } told ? told.AddDays(AlertedAgainAfterDays) <= at : !Restricted;
        return alerts ? next.Alert(facts, at) : Everywhere(next);
    }

    private Step<Review> Alert(ReviewFacts facts, DateTimeOffset at)
    {
        var told = Tellable(facts);
        return told.IsEmpty
            ? Everywhere(this)
            : Everywhere(this with { Alerted = [.. (Alerted ?? []).Union(told)], AlertedAt = at }, [.. told.Select(a => new Show(AlertOf(a), Delivery.Notice))]);
    }

    /// <summary>The uninvolved administrators; where all are involved, all of them, but of a restricted one nobody.</summary>
    private ImmutableArray<string> Tellable(ReviewFacts facts)
    {
        ImmutableArray<string> uninvolved = [.. facts.Administrators.Where(a => !IsInvolved(a, facts.Named) && Unreached?.Contains(a) != true)];
        return uninvolved.IsEmpty && !Restricted ? [.. facts.Administrators] : uninvolved;
    }

    /// <summary>The reporter of a restricted one may choose anew, once none of those was reached.</summary>
    private Step<Review> Unalerted(string person)
    {
        ImmutableArray<string> left = Alerted!.Value.Remove(person);
        return Everywhere(this with { Alerted = left, AlertedAt = left.IsEmpty && Restricted ? null : AlertedAt, Unreached = [.. (Unreached ?? []).Union([person])] });
    }
}
