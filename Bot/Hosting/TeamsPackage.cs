using System.IO.Compression;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CheckInBot.Bot.Hosting;

/// <summary>
/// The Teams app package: manifest, its translation and two icons, from <c>deploymentTemplates/teams</c>, which the program carries within itself.
/// </summary>
/// <remarks>"App manifest schema for Teams", the version that the manifest names.</remarks>
public static class TeamsPackage
{
    /// <summary>The files of the package, the manifest first.</summary>
    public static readonly IReadOnlyList<string> Files = ["manifest.json", "zh-cn.json", "color.png", "outline.png"];

    // So that the same command makes the same bytes on every day; the oldest that a zip file can hold.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole file; the same command makes the same bytes.</summary>
    public static byte[] Of(PackageCommand command)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var file in Files)
            {
                var entry = archive.CreateEntry(file);
                entry.LastWriteTime = Written;
                using var to = entry.Open();
                to.Write(file == "manifest.json" ? Manifest(command) : Read(file));
            }
        }
        return zip.ToArray();
    }

    /// <summary>Writes the package and serves nobody; 0 when it is there.</summary>
    public static int Write(PackageCommand command, TextWriter output)
    {
        try
        {
            File.WriteAllBytes(command.Out, Of(command));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            StartCheck.Passes([$"The file cannot be written: {e.Message}"]);
            return 1;
        }
        output.WriteLine($"{command.Out} is made. Upload it in the Teams admin center under Teams apps, Manage apps.");
        if (command.LeavesExamples)
            output.WriteLine("Its page still names example.com where --organisation, --website, --privacy or --terms is not given.");
        return 0;
    }

    private static byte[] Manifest(PackageCommand command)
    {
        var manifest = JsonNode.Parse(Read("manifest.json"))!;
        var id = command.AppId.ToString();
        manifest["id"] = id;
        manifest["bots"]![0]!["botId"] = id;
        if (command.Version is { } version)
            manifest["version"] = version;
        var developer = manifest["developer"]!;
        foreach (var (name, value) in new[]
        {
            ("name", command.Organisation), ("websiteUrl", command.Website?.AbsoluteUri), ("privacyUrl", command.Privacy?.AbsoluteUri), ("termsOfUseUrl", command.Terms?.AbsoluteUri),
        })
        {
            if (value is not null)
                developer[name] = value;
        }
        return JsonSerializer.SerializeToUtf8Bytes(manifest, Readable);
    }

    private static byte[] Read(string file)
    {
        using var from = Assembly.GetExecutingAssembly().GetManifestResourceStream($"teams/{file}")!;
        var bytes = new byte[from.Length];
        from.ReadExactly(bytes);
        return bytes;
    }
}
