using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// People whom the channel takes no message for: who, why, since when. Somebody leaves the list as soon as they write, install the bot or a card
/// reaches them. It says nothing about any conversation.
/// </summary>
/// <remarks>One partition, <c>people</c>; key: the person's id.</remarks>
/// <param name="wall">Real time; null for the machine's.</param>
public sealed class OutOfReach(ITable table, TimeProvider clock, TimeProvider? wall = null)
{
    public const string TableName = "Unreachable";

    /// <summary>How long after the last refusal a case asks others at once. After that it is tried again: nobody tells the bot that somebody has unblocked it.</summary>
    public static readonly TimeSpan PassedOver = TimeSpan.FromHours(24);

    /// <summary>How long a look at the list is good for; what this process writes it knows at once.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private const string Partition = "people";
    private volatile Look? look;

    /// <summary>A new message was refused for good. Why may change; since when does not.</summary>
    public async ValueTask Refused(string person, Refusal why, CancellationToken cancel = default)
    {
        var before = await table.Get(Partition, Keys.Join(person), cancel);
        var at = clock.GetUtcNow();
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["person"] = person,
            ["why"] = why.ToString(),
            ["since"] = before is null ? at : before.Columns["since"],
            ["lastAt"] = at,
        };
        // Who was first says since when; the same told twice at once changes nothing.
        await table.Commit(Partition, [before is null ? Change.Insert(Keys.Join(person), columns) : Change.Replace(Keys.Join(person), columns, before.ETag)], cancel);
        look = null;
    }

    /// <summary>They wrote, or a card came to them.</summary>
    public async ValueTask Reached(string person, CancellationToken cancel = default)
    {
        if ((await Now(cancel)).Any(p => p.Person.Person == person))
            await Forget(person, cancel);
    }

    /// <summary>Takes them off the list whatever this process knows: another one may have written it just now.</summary>
    /// <returns>Whether they stood on it.</returns>
    public async ValueTask<bool> Forget(string person, CancellationToken cancel = default)
    {
        var stood = (await table.Commit(Partition, [Change.Delete(Keys.Join(person), "*")], cancel)).Committed;
        look = null;
        return stood;
    }

    /// <summary>Everybody on the list, the longest first.</summary>
    public async ValueTask<IReadOnlyList<UnreachablePerson>> All(CancellationToken cancel = default) =>
        [.. (await Read(cancel)).Select(p => p.Person).OrderBy(p => p.Since).ThenBy(p => p.Person, StringComparer.Ordinal)];

    /// <summary>Whom a case passes over now.</summary>
    public async ValueTask<IReadOnlySet<string>> ToPassOver(CancellationToken cancel = default)
    {
        var since = clock.GetUtcNow() - PassedOver;
        return (await Now(cancel)).Where(p => p.LastAt > since).Select(p => p.Person.Person).ToHashSet(StringComparer.Ordinal);
    }

    private async ValueTask<IReadOnlyList<Listed>> Now(CancellationToken cancel)
    {
        var real = wall ?? TimeProvider.System;
        if (look is { } fresh && real.GetElapsedTime(fresh.At) < Fresh)
            return fresh.People;
        var at = real.GetTimestamp();
        var people = await Read(cancel);
        look = new(at, people);
        return people;
    }

    private async ValueTask<IReadOnlyList<Listed>> Read(CancellationToken cancel) =>
        [.. (await table.Range(Partition, "", "~", cancel: cancel)).Select(r => new Listed(
            new((string)r.Columns["person"], Enum.TryParse<Refusal>((string)r.Columns["why"], out var why) ? why : Refusal.Other, (DateTimeOffset)r.Columns["since"]),
            (DateTimeOffset)r.Columns["lastAt"]))];

    private sealed record Listed(UnreachablePerson Person, DateTimeOffset LastAt);

    private sealed record Look(long At, IReadOnlyList<Listed> People);
}
