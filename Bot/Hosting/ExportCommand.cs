using System.Globalization;

namespace CheckInBot.Bot.Hosting;

/// <summary><c>export incidents --from DATE --to DATE --out FILE</c>: the redacted log as a file whose name ends in <c>.csv</c> or <c>.json</c>.</summary>
/// <param name="From">First local day on which incidents happened.</param>
/// <param name="To">Last such day.</param>
public sealed record ExportCommand(DateOnly From, DateOnly To, string Out)
{
    private const string Form = "Write: export incidents --from 2026-01-01 --to 2026-12-31 --out FILE.csv (or .json).";

    public bool IsCsv => Out.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the program was started to export.</summary>
    public static bool IsMeant(IReadOnlyList<string> args) => args.Count > 0 && args[0] == "export";

    /// <summary>The command, or every reason why it is none.</summary>
    public static (ExportCommand? Command, IReadOnlyList<string> Faults) Read(IReadOnlyList<string> args)
    {
        var faults = new List<string>();
        if (args.Count < 2 || args[1] != "incidents")
            faults.Add($"Only incidents can be exported. {Form}");
        var (from, to) = (Day(args, "--from", faults), Day(args, "--to", faults));
        if (from > to)
            faults.Add("--from is later than --to.");
        var file = Value(args, "--out");
        if (file is null || !(file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
            faults.Add($"--out names no file that ends in .csv or .json. {Form}");
        return faults.Count == 0 ? (new(from!.Value, to!.Value, file!), faults) : (null, faults);
    }

    private static DateOnly? Day(IReadOnlyList<string> args, string name, List<string> faults)
    {
        if (DateOnly.TryParseExact(Value(args, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add($"{name} is no day such as 2026-01-31. {Form}");
        return null;
    }

    private static string? Value(IReadOnlyList<string> args, string name)
    {
        for (var i = 0; i + 1 < args.Count; i++)
        {
            if (args[i] == name)
                return args[i + 1];
        }
        return null;
    }
}
