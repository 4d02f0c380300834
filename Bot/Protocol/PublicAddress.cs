using System.Net;
using System.Net.Sockets;

namespace CheckInBot.Bot.Protocol;

/// <summary>Connections to the public internet only: a name that leads into the own network is not followed.</summary>
/// <remarks>Registries: IANA IPv4 and IPv6 Special-Purpose Address Space; 168.63.129.16 is Azure's host as its machines see it. Whoever goes through a proxy leaves the choice to it.</remarks>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
            "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    /// <summary>Connects to the first public address of the name; the name is asked once, so that it cannot say something else afterwards.</summary>
    /// <exception cref="HttpRequestException">It has no public address.</exception>
    public static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        var end = context.DnsEndPoint;
        var viaProxy = context.InitialRequestMessage.RequestUri is { } wanted && !wanted.IdnHost.Equals(end.Host, StringComparison.OrdinalIgnoreCase);
        IPAddress[] addresses = [.. (await Dns.GetHostAddressesAsync(end.Host, cancel)).Where(a => viaProxy || Is(a))];
        if (addresses.Length == 0)
            throw new HttpRequestException(HttpRequestError.NameResolutionError);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
