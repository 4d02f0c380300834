using System.Globalization;
using System.Text;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Something in the files of an organisation that keeps the bot from starting, or lists from being imported. It names people by id only.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Line">Line of the file, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Column of a CSV file or path in <c>policy.json</c> (<c>checkin.highStress</c>); empty when no single one is meant.</param>
/// <param name="Says">What is wrong and what to do about it.</param>
public sealed record Fault(string File, int Line, string Column, FaultSaying Says)
{
    /// <summary>Whether it is a list that was imported before.</summary>
    public bool Stored { get; init; }

    /// <summary>What is wrong, for whoever runs the program: a sentence without a full stop.</summary>
    public string Problem => Texts.English.FaultText(Says).Problem;

    /// <summary>What to do about it, as whole sentences.</summary>
    public string Remedy => Texts.English.FaultText(Says).Remedy;

    /// <summary>One line, such as <c>people.csv line 4, column roles: unknown role boss. Write …</c></summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Stored)
            text.Append(" of the last import");
        if (Line > 0)
            text.Append(CultureInfo.InvariantCulture, $" line {Line}");
        if (Column.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $", {(File.EndsWith(".json", StringComparison.Ordinal) ? "value" : "column")} {Column}");
        return text.Append(CultureInfo.InvariantCulture, $": {Problem}. {Remedy}").ToString();
    }
}
