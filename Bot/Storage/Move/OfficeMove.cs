using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Sqlite;

namespace CheckInBot.Bot.Storage.Move;

/// <summary>The end of a move.</summary>
/// <param name="Refusal">Why it is not done; null when it is.</param>
/// <param name="Rows">Rows of each table.</param>
public sealed record MoveOutcome(string? Refusal, IReadOnlyList<(string Table, long Rows)> Rows, int Messages, int Files)
{
    public static MoveOutcome Refused(string why) => new(why, [], 0, 0);
}

/// <summary>
/// Moves an office from a SQLite store into an account of Azure storage. At every moment at most one of the two may be worked on:
/// the source is marked as gone before the copy is marked as ready, and the other way round on the way back.
/// </summary>
/// <param name="tables">Every table of the bot; what else stands in the file is moved too.</param>
public sealed class OfficeMove(SqliteStore source, AzureStore target, IReadOnlyList<string> tables, TimeProvider clock)
{
    private const string Abandoning = "move --undo --abandon makes the file the truth again.";
    private const string NotGone = "The office of this file was not moved away: there is nothing to take back.";
    private const string Changed = "The mark of the file changed meanwhile: run the command again.";

    /// <summary>Copies, verifies and marks; goes on where it was broken off.</summary>
    /// <param name="progress">How many of how many steps are done; told by several threads.</param>
    /// <exception cref="StoreUnavailableException">It was broken off, or a program works on the source; the message says what to do.</exception>
    /// <exception cref="StoreRefusedException">The account takes a row, a message or a file from nobody.</exception>
    public async Task<MoveOutcome> Run(Action<long, long> progress, CancellationToken cancel)
    {
        var opened = await Open(cancel);
        IReadOnlyList<string> moved = [.. opened.Where(t => t != OfficeMark.TableName)];
        var here = await Own(cancel);
        // Looked at before anything is made there: an account of somebody else stays as it is.
        var seen = await OfficeMark.Of(target.AsItIs(), cancel);
        if (await WhyNot(here, seen, moved, cancel) is { } why)
            return MoveOutcome.Refused(why);
        await target.Open(opened, cancel);
        if (await Begin(here, seen, cancel) is not { } there)
            return MoveOutcome.Refused($"Somebody else has just begun to use {target.Place}: nothing was copied.");

        var rows = moved.Select(t => (Table: t, Rows: source.CountRows(t))).ToList();
        var files = await source.Files.PutBefore(DateTimeOffset.MaxValue, cancel).CountAsync(cancel);
        var all = (2 * rows.Sum(r => r.Rows)) + source.Messages().Count + (2 * files);
        long done = 0;
        var copy = new OfficeCopy(source, target, target.Place, clock, () => progress(Interlocked.Increment(ref done), all));

        foreach (var table in moved)
            await copy.Rows(table, cancel);
        var (_, damaged) = await copy.Files(cancel);
        if (damaged.Count > 0)
            return MoveOutcome.Refused($"{damaged.Count} files beside the database are damaged: restore them from a backup, or delete them, and run the command again: {string.Join(", ", damaged)}");
        // Those of a try before go first, since nobody can list what is hidden.
        await target.ClearMessages(cancel);
        var waiting = source.Messages();
        await copy.Messages(waiting, cancel);
        var messages = waiting.Count;

        if (await Differs(copy, moved, messages, cancel) is { Count: > 0 } differs)
            return MoveOutcome.Refused($"After the copy {string.Join(", ", differs)} differ: another program works on {target.Place}. Stop it and run the command again.");
        return await End(there, cancel) is { } lost ? MoveOutcome.Refused(lost) : new(null, rows, messages, files);
    }

    /// <summary>Takes a move back as long as nobody worked on the copy; the copy stays and may be brought up to date by another move.</summary>
    /// <returns>Why not, or null.</returns>
    public async Task<string?> Back(CancellationToken cancel)
    {
        await Open(cancel);
        if (await OfficeMark.Of(source, cancel) is not { State: OfficeState.Gone } gone)
            return NotGone;
        if (gone.Place != target.Place)
            return $"The office was moved to {gone.Place}, and the settings name {target.Place}: name the former.";
        var there = await OfficeMark.Of(target.AsItIs(), cancel);
        if (there?.Office != gone.Office)
            return $"{target.Place} does not hold this office any more. If it is lost there: {Abandoning}";
        if (there.State != OfficeState.Copying && (there.State != OfficeState.Copied || !await there.Become(target, OfficeState.Copying, clock.GetUtcNow(), cancel)))
            return $"A bot has worked on {target.Place} since the move: what was written there would be lost. If so be it, stop every bot there; then {Abandoning}";
        return await gone.Become(source, OfficeState.Living, clock.GetUtcNow(), cancel) ? null : Changed;
    }

    /// <summary>Makes the file the truth again without asking the account: what was written there since is left behind.</summary>
    /// <returns>Where it is left behind, or why not.</returns>
    public static async Task<(string? Place, string? Why)> Abandon(SqliteStore source, DateTimeOffset now, CancellationToken cancel)
    {
        await source.Open([OfficeMark.TableName], cancel);
        if (await OfficeMark.Of(source, cancel) is not { State: OfficeState.Gone } gone)
            return (null, NotGone);
        return await gone.Become(source, OfficeState.Living, now, cancel) ? (gone.Place, null) : (null, Changed);
    }

    /// <summary>Takes the file for this process alone; every table that it has.</summary>
    private async Task<IReadOnlyList<string>> Open(CancellationToken cancel)
    {
        await source.Open([OfficeMark.TableName], cancel);
        IReadOnlyList<string> all = [.. tables.Append(OfficeMark.TableName).Union(source.TableNames(), StringComparer.Ordinal)];
        await source.Open(all, cancel);
        return all;
    }

    /// <summary>
    /// Marks the target as being copied to, anew at each run, so that a run that is not the last one cannot finish. Null when its mark is not the
    /// one that was judged any more: a bot may have started there since.
    /// </summary>
    private async Task<OfficeMark?> Begin(OfficeMark here, OfficeMark? seen, CancellationToken cancel)
    {
        var marked = seen is null
            ? await OfficeMark.Begin(target, here.Office, OfficeState.Copying, clock.GetUtcNow(), cancel)
            : await seen.Become(target, OfficeState.Copying, clock.GetUtcNow(), cancel);
        return marked && await OfficeMark.Of(target, cancel) is { State: OfficeState.Copying } there && there.Office == here.Office ? there : null;
    }

    /// <summary>Why the target must not be copied to, or null.</summary>
    private async Task<string?> WhyNot(OfficeMark here, OfficeMark? seen, IReadOnlyList<string> moved, CancellationToken cancel)
    {
        if (here is { State: OfficeState.Gone } && here.Place != target.Place)
            return $"The office was moved to {here.Place} on {here.Since} already, and the settings name {target.Place}. To move it elsewhere go back first: move --undo with the settings of the former.";
        if (here.State is OfficeState.Copying or OfficeState.Copied or OfficeState.Restoring)
            return "The file is itself an unfinished or unused copy of an office: start the bot on it first.";
        return seen switch
        {
            null when here.State == OfficeState.Gone =>
                $"The office was moved to {here.Place} on {here.Since}, and is not there any more. If it is lost there: {Abandoning}",
            null when await Holdings.OfAccount(target, moved, cancel) is { } data =>
                $"{target.Place} holds other data already ({data}): nothing was written. Name an empty account, or letters of its own in Storage:Prefix.",
            null => null,
            { } other when other.Office != here.Office =>
                $"{target.Place} holds another office since {other.Since}: nothing was written. Name an empty account, or letters of its own in Storage:Prefix.",
            { State: OfficeState.Restoring } restoring => $"A restore into {target.Place} began on {restoring.Since} and is not finished: nothing was written.",
            { State: OfficeState.Living or OfficeState.Gone } used =>
                $"The office lives on {target.Place} since {used.Since}: nothing is written over. Set Storage:Provider to Azure and start the bot there.",
            { State: OfficeState.Copied } copied when here.State != OfficeState.Gone =>
                $"A finished copy of this office of {copied.Since} is on {target.Place}, but this file does not say that it was moved: it is an older copy, and nothing was written. "
                + "If this file is the truth, delete the copy or name other letters in Storage:Prefix.",
            _ => null,
        };
    }

    private async Task<OfficeMark> Own(CancellationToken cancel)
    {
        if (await OfficeMark.Of(source, cancel) is { } own)
            return own;
        await OfficeMark.Begin(source, Guid.NewGuid().ToString("N"), OfficeState.Living, clock.GetUtcNow(), cancel);
        return (await OfficeMark.Of(source, cancel))!;
    }

    private async Task<IReadOnlyList<string>> Differs(OfficeCopy copy, IReadOnlyList<string> moved, int messages, CancellationToken cancel)
    {
        var differs = new List<string>();
        foreach (var table in moved)
        {
            if (await copy.Differences(table, cancel) is > 0 and var rows)
                differs.Add($"{rows} rows of {table}");
        }
        if (await copy.FileDifferences(cancel) is > 0 and var files)
            differs.Add($"{files} files");
        // The account counts roughly, but never too few.
        if (await target.CountMessages(cancel) is var there && there < messages)
            differs.Add($"{messages - there} messages");
        return differs;
    }

    private async Task<string?> End(OfficeMark there, CancellationToken cancel)
    {
        var here = await Own(cancel);
        if (here.State != OfficeState.Gone && !await here.Become(source, OfficeState.Gone, clock.GetUtcNow(), cancel, target.Place))
            return Changed;
        return await there.Become(target, OfficeState.Copied, clock.GetUtcNow(), cancel) ? null : $"The mark on {target.Place} changed meanwhile: another move runs. Wait until it has ended and run the command again.";
    }
}
