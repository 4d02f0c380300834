using System.Security.Cryptography;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// Deletes everything about a person who asked for it, step by step: what is open is ended, rows are deleted or go under a random name where a duty keeps them, the person's key is destroyed,
/// the person is told. A row says how far it has come; each step means nothing the second time, so that a program that ends in between is followed by the next one.
/// </summary>
/// <remarks>One row for each person, which goes last of all; nothing leads from the random name to the person afterwards.</remarks>
public sealed class Forgetting(
    ITable table, Holdings holdings, Endings endings, Forgotten forgotten, WordsVault vault, References references, OutOfReach outOfReach, AccessLog looks, Readers readers, Roster.Roster roster, ICardDelivery delivery,
    TimeProvider clock, ILogger<Forgetting> log)
    : RegularPass(Every, log)
{
    public const string TableName = "Forgetting";

    /// <summary>How often what is not finished is gone on with.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>How long it is tried to tell the person; what was deleted stays deleted.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromDays(1);

    /// <summary>An open call for people lapses after some hours, and the person is told for at most a day.</summary>
    private static readonly TimeSpan LongestUsual = TimeSpan.FromDays(1) + TimeSpan.FromHours(6);

    private const string Partition = "people";

    /// <summary>Random names of the deletions that this store has seen: one that the key ring knows and that does not stand here came after the backup from which the store was restored.</summary>
    private const string DonePartition = "done";

    private const int MostRounds = 5;

    private readonly SemaphoreSlim one = new(1);

    /// <summary>The person said yes. A second yes changes nothing.</summary>
    /// <returns>False when it was under way already.</returns>
    /// <param name="deletion">The random name of a deletion that is done again; null for a new one.</param>
    public async Task<bool> Begin(string person, CancellationToken cancel, string? deletion = null)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["person"] = person,
            ["name"] = Pseudonym.Of(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))),
            ["salt"] = RandomNumberGenerator.GetBytes(32),
            ["deletion"] = deletion ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            ["step"] = ForgetStep.Ending.ToString(),
            ["begunAt"] = clock.GetUtcNow(),
            ["language"] = ((await readers.ContactOf(person, cancel)).Language ?? roster.Find(person)?.Language ?? Language.Chinese).ToString(),
        };
        return (await table.Commit(Partition, [Change.Insert(Keys.Join(person), columns)], cancel)).Committed;
    }

    /// <summary>Whether everything about the person is being deleted now.</summary>
    public async ValueTask<bool> IsUnderWay(string person, CancellationToken cancel) => await table.Get(Partition, Keys.Join(person), cancel) is not null;

    /// <summary>How many deletions were begun more than a day ago and have not ended, as where a record is parked or somebody is never told.</summary>
    /// <param name="table">Where deletions stand.</param>
    public static async Task<int> Late(ITable table, DateTimeOffset at, CancellationToken cancel) =>
        (await table.Range(Partition, "", "~", cancel: cancel)).Count(r => at - (DateTimeOffset)r.Columns["begunAt"] > LongestUsual);

    /// <summary>Whether this store has seen that deletion.</summary>
    public async ValueTask<bool> WasDone(string deletion, CancellationToken cancel) => await table.Get(DonePartition, deletion, cancel) is not null;

    /// <summary>This store has nothing of whom that deletion was for.</summary>
    public async ValueTask Done(string deletion, CancellationToken cancel) =>
        await table.Commit(DonePartition, [Change.Upsert(deletion, new Dictionary<string, object>(StringComparer.Ordinal) { ["done"] = true })], cancel);

    protected override Task Pass(CancellationToken cancel) => Once(cancel);

    /// <summary>Goes on now, as a pass does: what fails is tried again by the next one.</summary>
    public async Task Soon()
    {
        try
        {
            await Once();
        }
        catch (Exception e)
        {
            log.LogWarning("A deletion is gone on with by the next pass: {Fault}", e.GetType().Name);
        }
    }

    /// <summary>Goes on with everybody as far as it can be gone on with now; how many are finished.</summary>
    public async Task<int> Once(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            var finished = 0;
            foreach (var row in await table.Range(Partition, "", "~", cancel: cancel))
                finished += await GoOn(row, cancel) ? 1 : 0;
            return finished;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<bool> GoOn(Row row, CancellationToken cancel)
    {
        var person = (string)row.Columns["person"];
        var name = (string)row.Columns["name"];
        if (Step(row) == ForgetStep.Ending)
        {
            if (!await endings.Of(person, cancel))
                return false;
            // Said now: behind the next step nothing tells any more what was theirs.
            if (await Next(row, ForgetStep.Erasing, await Kept(person, cancel), cancel) is not { } next)
                return false;
            row = next;
        }
        if (Step(row) == ForgetStep.Erasing)
        {
            for (var (round, left) = (0, -1); left != 0; round++)
            {
                // Another process may have finished long ago, and the person be back: whoever has looked at the row last goes on.
                if (round > MostRounds || await Next(row, ForgetStep.Erasing, [], cancel) is not { } mine)
                    return false;
                row = mine;
                left = await forgotten.Erase(person, name, (byte[])row.Columns["salt"], cancel);
            }
            if (await Next(row, ForgetStep.Erasing, [], cancel) is not { } still)
                return false;
            row = still;
            vault.NoteDeletion(person, NameOf(row));
            await vault.Destroy(person, cancel);
        }
        if (await Next(row, ForgetStep.Telling, [], cancel) is not { } telling)
            return false;
        var sent = await Tell(telling, person, cancel);
        if (sent.Outcome is SendOutcome.NotNow or SendOutcome.Unclear && clock.GetUtcNow() - (DateTimeOffset)row.Columns["begunAt"] < Telling)
            return false;
        await references.Forget(person, cancel);
        await outOfReach.Forget(person, cancel);
        await Done(NameOf(telling), cancel);
        if (!(await table.Commit(Partition, [Change.Delete(telling.Key, telling.ETag)], cancel)).Committed)
            return false;
        log.LogInformation("Everything about a person was deleted at their wish");
        return true;
    }

    private async Task<SendResult> Tell(Row row, string person, CancellationToken cancel)
    {
        var context = await readers.For(person, [], cancel, Enum.TryParse<Language>((string)row.Columns["language"], out var language) ? language : null);
        var receipt = new ForgetReceipt(List(row, "reports"), List(row, "cases"), List(row, "looks").Length > 0, roster.Find(person) is not null, List(row, "parts").Length > 0, List(row, "parts").Contains("words"));
        return await delivery.Post(person, ForgetCards.Done(receipt, roster.Policy.Retention, context), Repeat.AlsoUnclear, SendPriority.Answer, DateTimeOffset.MaxValue, cancel);
    }

    private async Task<Dictionary<string, object>> Kept(string person, CancellationToken cancel)
    {
        var (reports, cases, parts) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        await foreach (var held in holdings.Of(person).WithCancellation(cancel))
        {
            if (held is { IsOwn: true, State: Incident { Phase: IncidentPhase.Reported, Number: { } number } })
                reports.Add(number);
            if (held is { IsOwn: true, State: Statement { Text: not null } account })
                reports.Add(account.Number);
            if (held is { IsOwn: true, State: Escalation own })
                cases.Add(own.Number);
            // The review of their own report is told with the report.
            if (!held.IsOwn && !(held.State is Review r && (r.Incident.Reporter == person || r.Incident.Affected.Contains(person))))
                parts.Add(KeptWords.Keeps(held.State, person) ? "words" : "some");
        }
        var looked = (await looks.Of(person, cancel)).Count > 0;
        return new(StringComparer.Ordinal) { ["reports"] = string.Join(',', reports), ["cases"] = string.Join(',', cases), ["looks"] = looked ? "some" : "", ["parts"] = string.Join(',', parts) };
    }

    private async Task<Row?> Next(Row row, ForgetStep step, Dictionary<string, object> more, CancellationToken cancel)
    {
        var columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal) { ["step"] = step.ToString() };
        foreach (var (column, value) in more)
            columns[column] = value;
        return (await table.Commit(Partition, [Change.Replace(row.Key, columns, row.ETag)], cancel)) is { Committed: true, ETags: [var etag, ..] } ? new(row.Partition, row.Key, columns, etag) : null;
    }

    /// <summary>Of a deletion that an earlier version began, something as random.</summary>
    private static string NameOf(Row row) => row.Columns.GetValueOrDefault("deletion") as string ?? Convert.ToHexStringLower(SHA256.HashData((byte[])row.Columns["salt"]));

    private static ForgetStep Step(Row row) => Enum.Parse<ForgetStep>((string)row.Columns["step"]);

    private static string[] List(Row row, string column) => row.Columns.GetValueOrDefault(column) is string text ? text.Split(',', StringSplitOptions.RemoveEmptyEntries) : [];

    private enum ForgetStep
    {
        Ending,
        Erasing,
        Telling,
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }
}
