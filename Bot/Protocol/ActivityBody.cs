using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace CheckInBot.Bot.Protocol;

/// <summary>Reads an activity from a request body, and no more of the body than may be read.</summary>
public static class ActivityBody
{
    /// <summary>Largest body in bytes. The channel's own messages end at about 100 KB.</summary>
    public const int Limit = 256 * 1024;

    /// <summary>The activity, or the status to answer: 413 above <see cref="Limit"/> (whatever <c>Content-Length</c> says), 400 when it is not one.</summary>
    /// <exception cref="BadHttpRequestException">The server found the request itself broken; it has the status.</exception>
    public static async Task<(Activity? Activity, int Status)> Read(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Limit) return (null, StatusCodes.Status413PayloadTooLarge);

        var pipe = request.BodyReader;
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            if (read.Buffer.Length > Limit)
            {
                pipe.AdvanceTo(read.Buffer.End);
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                try
                {
                    var activity = Parse(read.Buffer);
                    return (activity, activity is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
                }
                finally
                {
                    pipe.AdvanceTo(read.Buffer.End);
                }
            }

            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Activity? Parse(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment) return Parse(body.FirstSpan);

        var rented = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(rented);
            return Parse(rented.AsSpan(0, (int)body.Length));
        }
        finally
        {
            // The pool is shared by the whole process, and these are people's words.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static Activity? Parse(ReadOnlySpan<byte> json)
    {
        // Parts kept as JSON elements would otherwise fail only later, where their text is read.
        if (!Utf8.IsValid(json)) return null;
        try
        {
            return HasBrokenEscape(json) ? null : JsonSerializer.Deserialize(json, ProtocolJson.Default.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a string holds half of a surrogate pair, written as an escape.</summary>
    private static bool HasBrokenEscape(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0) return false;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ProtocolJson.Default.Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) _ = reader.GetString();
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
