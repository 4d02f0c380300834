using System.Reflection;

namespace CheckInBot.Bot.Hosting;

/// <summary>Which program this is.</summary>
public static class ProgramVersion
{
    /// <summary>The version, and the first letters of the commit it was built from where that is known.</summary>
    public static string Text { get; } = Of(typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    private static string Of(string informational) =>
        informational.Split('+') is [var version, { Length: > 8 } commit] ? $"{version}+{commit[..8]}" : informational;
}
