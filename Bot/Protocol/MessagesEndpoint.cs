using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Protocol;

/// <summary><c>POST /api/messages</c>: where the channel delivers activities.</summary>
/// <remarks>
/// 200 done (or nothing to do), 400 not an activity, 401 the sender is not believed, 413 too large, 500 the bot failed, 503 deliver again.
/// Bodies, names, tokens and exception messages reach neither the log nor the response: any of them can quote people's words.
/// </remarks>
/// <param name="services">Remembers whom tokens vouched for; null without an app id, when there are none.</param>
public sealed partial class MessagesEndpoint(IInboundCheck check, ILogger<MessagesEndpoint> log, VouchedAddresses? services = null)
{
    public const string Route = "/api/messages";

    /// <summary>One activity, from the first look at its sender to the answer.</summary>
    public async Task Receive(HttpContext http, IActivityHandler handler)
    {
        try
        {
            await Answer(http, handler);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer; the channel delivers again.
        }
        catch (BadHttpRequestException broken)
        {
            await Error(http, broken.StatusCode, "BadRequest", "The request could not be read.");
        }
        catch (IOException) when (http.RequestAborted.IsCancellationRequested)
        {
            // As above: the connection went away while the body was read.
        }
        catch (StoreUnavailableException problem)
        {
            Failed(http.TraceIdentifier, Kinds(problem), problem.StackTrace);
            await Error(http, StatusCodes.Status503ServiceUnavailable, "Unavailable", $"Please deliver again. Reference {http.TraceIdentifier}.");
        }
        catch (Exception problem)
        {
            Failed(http.TraceIdentifier, Kinds(problem), problem.StackTrace);
            await Error(http, StatusCodes.Status500InternalServerError, "Failed", $"The activity could not be handled. Reference {http.TraceIdentifier}.");
        }
    }

    private async Task Answer(HttpContext http, IActivityHandler handler)
    {
        var cancel = http.RequestAborted;
        if (http.Request.ContentLength > ActivityBody.Limit)
        {
            await Refuse(http, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        var admission = await check.Admit(http.Request, cancel);
        if (admission.Refusal is { } stranger)
        {
            await Unauthorized(http, stranger);
            return;
        }

        var (activity, status) = await ActivityBody.Read(http.Request, cancel);
        if (activity is null)
        {
            await Refuse(http, status);
            return;
        }

        if (ActivityShape.Lacks(activity) is { } field)
        {
            await Error(http, StatusCodes.Status400BadRequest, "BadRequest", $"The activity has no usable {field}.");
            return;
        }

        if (admission.Vouch(activity) is { } mismatch)
        {
            await Unauthorized(http, mismatch);
            return;
        }

        if (!ActivityShape.IsKnown(activity.Type)) return;
        if (services is not null) await services.Heard(activity.ServiceUrl!, cancel);
        var answer = await handler.Handle(activity, cancel);
        await Write(http, answer.Status, answer.Body);
    }

    private static Task Refuse(HttpContext http, int status) => status == StatusCodes.Status413PayloadTooLarge
        ? Error(http, status, "TooLarge", $"An activity has at most {ActivityBody.Limit} bytes.")
        : Error(http, status, "BadRequest", "The body is not an activity.");

    private Task Unauthorized(HttpContext http, string why)
    {
        Turned(http.TraceIdentifier, why);
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Error(http, StatusCodes.Status401Unauthorized, "Unauthorized", "The request is not from the channel.");
    }

    private static Task Error(HttpContext http, int status, string code, string message) =>
        Write(http, status, Encoding.UTF8.GetBytes(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }.ToJsonString()));

    private static async Task Write(HttpContext http, int status, ReadOnlyMemory<byte>? body)
    {
        if (http.Response.HasStarted) return;
        http.Response.StatusCode = status;
        if (body is not { } json) return;

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        await http.Response.BodyWriter.WriteAsync(json, http.RequestAborted);
    }

    private static string Kinds(Exception problem) => problem.InnerException is { } inner
        ? problem.GetType().FullName + " < " + Kinds(inner)
        : problem.GetType().FullName!;

    [LoggerMessage(LogLevel.Warning, "Request {Reference} was refused: {Why}.")]
    private partial void Turned(string reference, string why);

    // The stack names methods, never values: it may be kept where a message may not.
    [LoggerMessage(LogLevel.Error, "Request {Reference} failed with {Kinds}.\n{Stack}")]
    private partial void Failed(string reference, string kinds, string? stack);
}
