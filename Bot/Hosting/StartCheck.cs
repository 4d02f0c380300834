namespace CheckInBot.Bot.Hosting;

/// <summary>Says every reason at once why the program cannot start.</summary>
public static class StartCheck
{
    /// <summary>True when there is no fault; otherwise each is written to standard error, one a line.</summary>
    public static bool Passes(IReadOnlyList<string> faults)
    {
        if (faults.Count == 0)
            return true;
        Console.Error.WriteLine($"CheckInBot cannot start: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}.");
        foreach (var fault in faults)
            Console.Error.WriteLine($"  {fault}");
        return false;
    }
}
