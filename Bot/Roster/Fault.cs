using System.Globalization;
using System.Text;

namespace CheckInBot.Bot.Roster;

/// <summary>Something in the files of an organisation that keeps the bot from starting. It names people by id only.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Line">Line of the file, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Column of a CSV file or path in <c>policy.json</c> (<c>checkin.highStress</c>); empty when no single one is meant.</param>
/// <param name="Problem">What is wrong, as a sentence without a full stop.</param>
/// <param name="Remedy">What to do about it, as a whole sentence.</param>
public sealed record Fault(string File, int Line, string Column, string Problem, string Remedy)
{
    /// <summary>One line, such as <c>people.csv line 4, column roles: unknown role boss. Write …</c></summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0)
            text.Append(CultureInfo.InvariantCulture, $" line {Line}");
        if (Column.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $", {(File.EndsWith(".json", StringComparison.Ordinal) ? "value" : "column")} {Column}");
        return text.Append(CultureInfo.InvariantCulture, $": {Problem}. {Remedy}").ToString();
    }
}
