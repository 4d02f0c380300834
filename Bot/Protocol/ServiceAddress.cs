using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace CheckInBot.Bot.Protocol;

/// <summary>The channel's address for what the bot says: the activity's <c>serviceUrl</c>.</summary>
public static class ServiceAddress
{
    /// <summary>True for an absolute http or https address without user, query or fragment: nothing else can be a base of Connector paths.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0
        && (address.UserInfo + address.Query + address.Fragment).Length == 0;

    /// <summary>Whether both name the same service; a trailing slash and the case of the host do not matter.</summary>
    public static bool Same(string? one, string? other) =>
        TryParse(one, out var a) && TryParse(other, out var b)
        && a.Scheme == b.Scheme && a.Port == b.Port
        && a.Host.Equals(b.Host, StringComparison.OrdinalIgnoreCase)
        && a.AbsolutePath.TrimEnd('/') == b.AbsolutePath.TrimEnd('/');

    /// <summary>Whether it is plain http on this very machine, named <c>localhost</c> or by a loopback number.</summary>
    public static bool IsLoopback(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp
        && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip)));
}
