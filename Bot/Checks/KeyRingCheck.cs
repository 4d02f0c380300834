using System.Security.Cryptography;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Checks;

/// <summary>Whether the folder of the key ring can be used, and whether it opens the keys of the people in the store.</summary>
/// <param name="store">Opened; null while it does not open.</param>
public sealed class KeyRingCheck(IStore? store, string folder)
{
    private const string Thing = "keys";
    private const int ProofBytes = 16;

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        if (Folder() is { } fault)
            return [Finding.Fault(Thing, fault)];
        if (store is null)
            return [Finding.Ok(Thing, $"the folder '{folder}' can be written and read."), Finding.Later("keys.people", "looked at once the store opens.")];
        return [Finding.Ok(Thing, $"the folder '{folder}' can be written and read. Back it up apart from the store."), await People(store, cancel)];
    }

    private async Task<Finding> People(IStore opened, CancellationToken cancel)
    {
        const string thing = "keys.people";
        try
        {
            var (keys, readable) = await BotRooms.KeysOf(opened, folder).Count(cancel);
            return (keys, readable) switch
            {
                (0, _) => Finding.Ok(thing, "nobody has a key yet; each person gets one with their first words."),
                ( > 0, 0) => Finding.Fault(thing, $"the key ring opens none of the keys of {keys} people: nobody's words can be read. Name the right folder in Storage:Keys, or restore it from its backup."),
                _ when readable < keys => Finding.Note(thing, $"the key ring opens the keys of {readable} of {keys} people; the words of the others cannot be read. Restore the older key ring beside this one, if there is a backup."),
                _ => Finding.Ok(thing, $"the key ring opens the keys of all {keys} people."),
            };
        }
        catch (StoreUnavailableException e)
        {
            return Finding.Fault(thing, e.Message);
        }
    }

    /// <summary>Writes, reads and deletes a file as the key ring's own are written; null when that works.</summary>
    private string? Folder()
    {
        var proof = RandomNumberGenerator.GetBytes(ProofBytes);
        var file = Path.Combine(folder, Path.GetRandomFileName() + ".check");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(file, proof);
            var back = File.ReadAllBytes(file);
            File.Delete(file);
            return back.AsSpan().SequenceEqual(proof) ? null : $"the folder '{folder}' gave back something else than was written. Check its disk or share.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return $"the folder '{folder}' cannot be written ({e.GetType().Name}). Give this account the right to write it, mount its share, or name another one in Storage:Keys.";
        }
    }
}
