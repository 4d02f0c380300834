using System.Security.Cryptography;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;

namespace CheckInBot.Bot.Checks;

/// <summary>Whether rows, messages and files can be written, read back and deleted. It leaves nothing behind, and a bot that works on the store notices nothing.</summary>
public sealed class StoreCheck(IStore store, StoreSettings settings, Cloud cloud)
{
    private const string Partition = "check";
    private static readonly IReadOnlyList<string> Parts = ["store.tables", "store.queue", "store.files", "store.office"];

    /// <summary>A message hidden for so long is deleted before anybody could receive it.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromHours(1);

    /// <summary>The first finding says whether the store is open; the others follow only then.</summary>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        var (opened, isOpen) = await Opened(cancel);
        if (!isOpen)
            return [.. opened, .. Parts.Select(thing => Finding.Later(thing, "looked at once the store opens."))];
        return
        [
            .. opened,
            await Try("store.tables", "a row was written, read and deleted.", Tables, cancel),
            await Try("store.queue", "a message was sent and deleted.", Queue, cancel),
            await Try("store.files", "a file was written, read and deleted.", async () => await FilesProof.Of(store.Files, cancel), cancel),
            await Office(cancel),
        ];

        async Task Tables()
        {
            var table = store.Table(ClockRun.TableName);
            var (key, value) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), RandomNumberGenerator.GetBytes(16));
            var written = await table.Commit(Partition, [Change.Insert(key, new Dictionary<string, object> { ["proof"] = value })], cancel);
            var back = await table.Get(Partition, key, cancel);
            var gone = await table.Commit(Partition, [Change.Delete(key, "*")], cancel);
            if (!written.Committed || !gone.Committed || back?.Columns["proof"] is not byte[] read || !read.AsSpan().SequenceEqual(value))
                throw new StoreUnavailableException("The store gave back another row than was written: check its disk or account.");
        }

        async Task Queue()
        {
            // Of no form that a bot reads, should the program end before it is deleted.
            var message = await store.Queue.Send(Partition, Hidden, cancel);
            if (!await store.Queue.Delete(message, cancel))
                throw new StoreUnavailableException("A message that was just sent could not be deleted: check whether another program empties the queue.");
        }
    }

    private async Task<(IReadOnlyList<Finding>, bool IsOpen)> Opened(CancellationToken cancel)
    {
        try
        {
            await store.Open(Startup.Tables, cancel);
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException)
        {
            return ([Finding.Fault("store", e.Message)], false);
        }
        if (!settings.IsAzure)
            return ([Finding.Ok("store", $"the SQLite file '{settings.Path}' is open. One program can use it; more need Azure storage.")], true);
        var place = settings.PlaceOf(cloud);
        return (place.IsLoopback
            ? [Finding.Ok("store", $"{place.Authority} is open."), Finding.Note("store.cloud", "this is an emulator on this machine: it may lose what was written last when it is killed. Use an account for real people.")]
            : place.Host.EndsWith(cloud.StorageSuffix, StringComparison.OrdinalIgnoreCase)
                ? [Finding.Ok("store", $"{place.Authority} is open.")]
                : [Finding.Ok("store", $"{place.Authority} is open."), Finding.Note("store.cloud", $"its address does not end in {cloud.StorageSuffix}, as accounts of the cloud {cloud.Name} do. Check that the data may lie there.")], true);
    }

    private async Task<Finding> Office(CancellationToken cancel)
    {
        const string thing = "store.office";
        try
        {
            if (await StoreShape.WhyNot(store.Table(ClockRun.TableName), ProgramVersion.Text, cancel) is { } newer)
                return Finding.Fault(thing, newer);
            // Read only: a copy that no bot has worked on stays one, so that the move can still be taken back.
            return await OfficeMark.Of(store, cancel) switch
            {
                { State: OfficeState.Copying } unfinished => Finding.Fault(thing, $"a move of an office into this store began on {unfinished.Since} and is not finished. Run move --to azure again."),
                { State: OfficeState.Restoring } unfinished => Finding.Fault(thing, $"a restore of a backup into this store began on {unfinished.Since} and is not finished. Run restore again with the same file."),
                { State: OfficeState.Gone } gone => Finding.Fault(thing, $"the office of this store was moved to {gone.Place} on {gone.Since}. Set Storage:Provider to Azure; the way back is move --undo."),
                { State: OfficeState.Copied } copy => Finding.Note(thing, $"an office was moved here on {copy.Since} and no bot has worked on it yet. The first start makes it the truth."),
                { } living => Finding.Ok(thing, $"an office lives here since {living.Since}."),
                null => Finding.Ok(thing, "no bot has worked here yet."),
            };
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException)
        {
            return Finding.Fault(thing, e.Message);
        }
    }

    private static async Task<Finding> Try(string thing, string fine, Func<Task> what, CancellationToken cancel)
    {
        try
        {
            await what();
            return Finding.Ok(thing, fine);
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException)
        {
            return Finding.Fault(thing, e.Message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Finding.Fault(thing, "it did not answer in time. Check the network and the store's health.");
        }
    }
}
