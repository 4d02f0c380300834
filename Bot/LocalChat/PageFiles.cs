namespace CheckInBot.Bot.LocalChat;

/// <summary>The page itself: a fixed list of files that a build lays beside the program and a published program has not.</summary>
internal static class PageFiles
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(RouteGroupBuilder routes)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "LocalChat", "web");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path)) : [];

        routes.MapGet("/", (HttpResponse response) => Serve(response, "index.html"));
        routes.MapGet("/chat/{file}", (string file, HttpResponse response) => Serve(response, file));

        IResult Serve(HttpResponse response, string name)
        {
            if (!files.TryGetValue(name, out var path))
                return Results.NotFound();
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers.CacheControl = "no-cache";
            return Results.File(path, TypeOf(name), lastModified: File.GetLastWriteTimeUtc(path));
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
