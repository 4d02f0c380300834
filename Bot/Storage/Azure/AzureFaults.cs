using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>What a failure of the account means, in sentences without keys, signatures or contents of rows.</summary>
internal static class AzureFaults
{
    // Nearer than that a refusal has another reason.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The retries of every client. Requests are never logged: their addresses name people.</summary>
    public static T Patience<T>(T options, HttpPipelineTransport? transport) where T : ClientOptions
    {
        options.RetryPolicy = new BoundedRetries();
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        if (transport is not null)
            options.Transport = transport;
        options.Diagnostics.IsLoggingEnabled = false;
        return options;
    }

    /// <summary>Whether a failure is the store's, not the caller's own cancellation or a fault of the program.</summary>
    public static bool IsOutage(Exception e, CancellationToken cancel) => e switch
    {
        OperationCanceledException => !cancel.IsCancellationRequested,
        AggregateException many => many.InnerExceptions.All(inner => IsOutage(inner, cancel)),
        RequestFailedException or AuthenticationFailedException or HttpRequestException or IOException or TimeoutException => true,
        _ => false,
    };

    public static StoreUnavailableException NoAnswer(string service, Uri endpoint, Exception e)
    {
        var (first, remedy) = e is AggregateException many ? (many.InnerExceptions[^1], "") : (e, "");
        remedy = first is AuthenticationFailedException
            ? "no credential was granted; sign in, or give the host a managed identity"
            : "check the address, the network and the service's health";
        return new StoreUnavailableException($"{service} at {endpoint.GetLeftPart(UriPartial.Authority)} did not answer ({first.GetType().Name}): {remedy}.");
    }

    /// <summary>The failure behind an answer that is no success and no refusal.</summary>
    public static Exception Answered(string service, string what, int status, string code, AnswerHints hints)
    {
        var said = $"{service} answered {status} {Safe(code)} to {what}";
        return (status, code) switch
        {
            (404, "TableNotFound" or "QueueNotFound" or "ResourceNotFound") => new StoreUnavailableException($"{said}: open the store with it first."),
            (401 or 403, _) when hints.ClockOff is { } off && off.Duration() >= ClockTolerance => new StoreUnavailableException(
                $"{said}: this host's clock is {Minutes(off)} min {(off > TimeSpan.Zero ? "ahead of" : "behind")} the account's, which refuses what is signed more than 15 min off. Set it right."),
            (401 or 403, _) => new StoreUnavailableException(
                $"{said}: check the key or signature, the host's clock, or give the identity the role {Role(service)}."),
            (409, "TableBeingDeleted" or "QueueBeingDeleted" or "ContainerBeingDeleted") => new StoreUnavailableException($"{said}: wait until its deletion has ended."),
            (400 or 413, _) => new StoreRefusedException($"{said}."),
            // Without a code of the account's it is somebody on the way to it who refuses.
            (_, not ("" or "AccountBeingCreated")) when status is > 400 and < 500 and not (404 or 408 or 429) => new StoreRefusedException($"{said}."),
            _ when hints.Wait is { } wait => new StoreUnavailableException($"{said} and asks to wait {Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)} s: try again then."),
            _ => new StoreUnavailableException($"{said}: try again later."),
        };
    }

    private static string Minutes(TimeSpan off) => Math.Round(off.Duration().TotalMinutes).ToString(CultureInfo.InvariantCulture);

    /// <summary>The built-in role that allows what the bot asks of a service.</summary>
    private static string Role(string service) => service switch
    {
        "Azure Tables" => "Storage Table Data Contributor",
        "Azure Queues" => "Storage Queue Data Contributor",
        _ => "Storage Blob Data Contributor",
    };

    // A code comes from outside and goes into logs.
    private static string Safe(string code) => new([.. code.Where(char.IsAsciiLetterOrDigit).Take(60)]);
}
