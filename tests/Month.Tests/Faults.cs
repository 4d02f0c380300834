using System.Net;
using System.Net.Http.Headers;

namespace CheckInBot.Month.Tests;

/// <summary>How the channel fails once.</summary>
/// <param name="Shown">The person sees it all the same: the outcome that a bot cannot know.</param>
internal sealed record Fault(string Kind, Func<HttpResponseMessage> Answer, bool Shown = false);

/// <summary>
/// The ways in which a channel fails, at set rates and by lot. Rates: 429 with a wish of up to 40 s 3 %, 412 1 %, 5xx 2 %, broken connections 1 %, stalls
/// of 30 s (of which the client hears its own time-out) 0.5 %; half of the last three are shown all the same. A chat that is closed to the bot (403) stays so for half a day: 0.5 % of them.
/// </summary>
internal sealed class Faults(Lot lot, bool calm)
{
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);
    private readonly HashSet<string> unclear = new(StringComparer.Ordinal);

    /// <summary>Somebody whom a card could not be shown at some time: what stood there then may have stayed as it was.</summary>
    /// <summary>How the next request for this person fails, whatever the lot says; null when it does not.</summary>
    public (string Person, Fault How)? Next { get; set; }

    public bool EverClosed(string person) => closed.Contains(person);

    /// <summary>Somebody of whom the bot could not know at some time whether they saw a card.</summary>
    public bool EverUnclear(string person) => unclear.Contains(person);

    /// <param name="nth">How often the same was sent before, and this time.</param>
    public Fault? Of(string person, string what, int nth, DateTimeOffset at)
    {
        if (Next is var (meant, how) && meant == person)
        {
            Next = null;
            return how;
        }
        if (calm)
            return null;
        if (IsClosed(person, at) && closed.Add(person) is var _)
            return new("403", () => new(HttpStatusCode.Forbidden) { Content = new StringContent("""{"error":{"code":"MessageWritesBlocked"}}""") });
        var random = lot.About($"fault {what} {nth}");
        var (share, shown, wish) = (random.NextDouble(), random.Next(2) == 0, random.Next(40));
        if (share is >= 0.04 and < 0.075)
            unclear.Add(person);
        return share switch
        {
            < 0.03 => new("429", () => TooMany(wish)),
            < 0.04 => new("412", () => new(HttpStatusCode.PreconditionFailed)),
            < 0.06 => new("5xx", () => new(wish % 2 == 0 ? HttpStatusCode.BadGateway : HttpStatusCode.InternalServerError), shown),
            < 0.07 => new("reset", () => throw new HttpRequestException(HttpRequestError.ResponseEnded), shown),
            < 0.075 => new("stall", () => throw new TaskCanceledException("pretended"), shown),
            _ => null,
        };
    }

    /// <summary>The person has shut the bot out.</summary>
    public bool IsClosed(string person, DateTimeOffset at) => !calm && lot.Share($"closed {person} {at.UtcTicks / TimeSpan.TicksPerHour / 12}") < 0.005;

    private static HttpResponseMessage TooMany(int seconds)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return answer;
    }
}
