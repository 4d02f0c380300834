using System.Globalization;

namespace CheckInBot.Bot.Hosting;

/// <summary>
/// <c>package --app-id ID --out FILE.zip [--version 1.0.1] [--organisation NAME] [--website URL] [--privacy URL] [--terms URL]</c>: the app that
/// an administrator uploads to Teams.
/// </summary>
/// <param name="AppId">Application (client) id of the bot's registration.</param>
/// <param name="Version">Three numbers; Teams takes an update only with a higher one.</param>
/// <param name="Organisation">Who offers the app; at most 32 characters.</param>
public sealed record PackageCommand(Guid AppId, string Out, string? Version, string? Organisation, Uri? Website, Uri? Privacy, Uri? Terms)
{
    private const string Form = "Write: package --app-id 00000000-0000-0000-0000-000000000000 --out checkinbot.zip "
        + "[--version 1.0.1] [--organisation NAME] [--website URL] [--privacy URL] [--terms URL].";

    private const int LongestOrganisation = 32;

    private static readonly HashSet<string> Names =
        new(StringComparer.Ordinal) { "--app-id", "--out", "--version", "--organisation", "--website", "--privacy", "--terms" };

    /// <summary>Whether the program was started to make a package.</summary>
    public static bool IsMeant(IReadOnlyList<string> args) => args.Count > 0 && args[0] == "package";

    /// <summary>The command, or every reason why it is none.</summary>
    /// <param name="settingsAppId"><c>Bot:AppId</c>, where none is written.</param>
    public static (PackageCommand? Command, IReadOnlyList<string> Faults) Read(IReadOnlyList<string> args, string? settingsAppId)
    {
        var faults = new List<string>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < args.Count; i += 2)
        {
            if (!Names.Contains(args[i]) || i + 1 == args.Count || !values.TryAdd(args[i], args[i + 1]))
                return (null, [$"\"{args[i]}\" is unknown, stands there twice or lacks its value. {Form}"]);
        }

        var id = values.GetValueOrDefault("--app-id") ?? settingsAppId;
        if (!Guid.TryParse(id, CultureInfo.InvariantCulture, out var appId) || appId == Guid.Empty)
            faults.Add($"--app-id is no GUID: take the application (client) id of the bot's registration. {Form}");
        var file = values.GetValueOrDefault("--out");
        if (file is null || !file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            faults.Add($"--out names no file that ends in .zip. {Form}");
        var version = values.GetValueOrDefault("--version");
        if (version is not null && !(version.Split('.') is { Length: 3 } parts && parts.All(p => ushort.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _))))
            faults.Add("--version is not three numbers such as 1.0.1.");
        var organisation = values.GetValueOrDefault("--organisation");
        if (organisation is { Length: 0 or > LongestOrganisation })
            faults.Add($"--organisation has more than {LongestOrganisation} characters, or none.");
        var command = new PackageCommand(appId, file ?? "", version, organisation, Address("--website"), Address("--privacy"), Address("--terms"));
        return faults.Count == 0 ? (command, faults) : (null, faults);

        Uri? Address(string name)
        {
            if (!values.TryGetValue(name, out var written))
                return null;
            if (Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
                return address;
            faults.Add($"{name} is no address that begins with https://.");
            return null;
        }
    }

    /// <summary>Whether the page of the app still names example.com.</summary>
    public bool LeavesExamples => Organisation is null || Website is null || Privacy is null || Terms is null;
}
