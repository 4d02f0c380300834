using System.Diagnostics;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Where this repository and its built program lie, seen from the built tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The program, built in the same configuration as these tests, or the published one that <c>CHECKINBOT_PROGRAM</c> names.</summary>
    public static string Program
    {
        get
        {
            if (Environment.GetEnvironmentVariable("CHECKINBOT_PROGRAM") is { Length: > 0 } published)
                return published;
            var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(Root, "Bot", "bin", output.Parent!.Name, output.Name, "CheckInBot.Bot.dll");
        }
    }

    /// <summary>How the program is started, with a command or none.</summary>
    public static ProcessStartInfo Start(params string[] command) =>
        Program.EndsWith(".dll", StringComparison.Ordinal) ? new("dotnet", [Program, .. command]) : new(Program, command);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CheckInBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside the repository.");
    }
}
