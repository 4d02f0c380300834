using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CheckInBot.Bot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CheckInBot.Bot.Protocol;

/// <summary>Service addresses that the token of an activity vouched for. A bot with an app id sends to no others, whatever a stored reference says.</summary>
/// <remarks>
/// A reference is a row, and a row can come from elsewhere: a copy of another office's store, a careless repair, somebody who may write to the storage
/// account. So each address stands once in the store with a proof that this bot's key ring made when the token came; a restart reads it back.
/// One partition, <c>services</c>; key: a hash of the address.
/// </remarks>
public sealed class VouchedAddresses(ITable table, IDataProtectionProvider keyRing)
{
    private const string Partition = "services";
    private readonly IDataProtector proofs = keyRing.CreateProtector("CheckInBot.ServiceAddress");

    /// <summary>What this process heard or read, and whether it stands in the store; a handful, since only what a token vouched for comes here.</summary>
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>A valid token came with this address. The store may be away: then the next activity writes it.</summary>
    public async ValueTask Heard(string serviceUrl, CancellationToken cancel = default)
    {
        if (Canonical(serviceUrl) is not { } address || known.GetValueOrDefault(address))
            return;
        known.TryAdd(address, false);
        try
        {
            var columns = new Dictionary<string, object>(StringComparer.Ordinal) { ["address"] = address, ["proof"] = proofs.Protect(address) };
            await table.Commit(Partition, [Change.Upsert(KeyOf(address), columns)], cancel);
            known[address] = true;
        }
        catch (StoreUnavailableException)
        {
            // This process knows it all the same.
        }
    }

    /// <summary>Whether a token vouched for it, in this process or in one before.</summary>
    /// <exception cref="StoreUnavailableException">It is not known now.</exception>
    public async ValueTask<bool> Knows(string serviceUrl, CancellationToken cancel = default)
    {
        if (Canonical(serviceUrl) is not { } address)
            return false;
        if (known.ContainsKey(address))
            return true;
        if (await table.Get(Partition, KeyOf(address), cancel) is not { } row || !Proves(row, address))
            return false;
        known[address] = true;
        return true;
    }

    private bool Proves(Row row, string address)
    {
        try
        {
            return row.Columns.GetValueOrDefault("proof") is string proof && proofs.Unprotect(proof) == address;
        }
        catch (CryptographicException)
        {
            // Made by another key ring, or by nobody.
            return false;
        }
    }

    /// <summary>What <see cref="ServiceAddress.Same"/> compares, as one text.</summary>
    private static string? Canonical(string serviceUrl) => ServiceAddress.TryParse(serviceUrl, out var address)
        ? $"{address.Scheme}://{address.IdnHost.ToLowerInvariant()}:{address.Port}{address.AbsolutePath.TrimEnd('/')}"
        : null;

    private static string KeyOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16));
}
