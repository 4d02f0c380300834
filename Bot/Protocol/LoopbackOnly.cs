using System.Net;

namespace CheckInBot.Bot.Protocol;

/// <summary>Development without an app id: only programs of this machine are heard, and only they are answered.</summary>
public sealed class LoopbackOnly : IInboundCheck
{
    public Task<Admission> Admit(HttpRequest request, CancellationToken cancel)
    {
        // No address at all is a server inside the same process.
        var peer = request.HttpContext.Connection.RemoteIpAddress;
        if (peer is not null && !IPAddress.IsLoopback(peer))
            return Task.FromResult(Admission.Refused("without an app id only this machine is heard"));

        // A foreign page in a developer's browser also comes from this machine.
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.IsLoopback))
            return Task.FromResult(Admission.Refused("sent by a page of another origin"));

        return Task.FromResult(Admission.If(activity =>
            ServiceAddress.TryParse(activity.ServiceUrl, out var address) && ServiceAddress.IsLoopback(address)
                ? null
                : "without an app id only loopback service addresses are accepted"));
    }
}
