using System.Globalization;

namespace CheckInBot.Bot.Hosting;

/// <summary>How far a command is, in tenths: a bar where somebody watches, else a line for each.</summary>
/// <param name="terminal">Whether somebody watches <paramref name="output"/>.</param>
public sealed class ProgressBar(TextWriter output, bool terminal)
{
    private readonly Lock gate = new();
    private int told;

    /// <summary>May be called by several threads, in any order; what was shown is never taken back.</summary>
    public void Show(long done, long all)
    {
        using var alone = gate.EnterScope();
        var tenths = (int)(10 * done / all);
        if (tenths <= told)
            return;
        told = tenths;
        var percent = (10 * tenths).ToString(CultureInfo.InvariantCulture);
        if (terminal)
            output.Write($"\r[{new string('#', 2 * tenths).PadRight(20, '.')}] {percent} %{(tenths == 10 ? "\n" : "")}");
        else
            output.WriteLine($"{percent} %");
    }
}
