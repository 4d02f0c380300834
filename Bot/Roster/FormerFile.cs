using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Somebody who has left: their name is taken out of words that are handed on.</summary>
public sealed record FormerPerson(string Id, string Name);

/// <summary>Reads <c>former.csv</c>, which may be missing: who stood in <c>people.csv</c> once.</summary>
internal sealed class FormerFile
{
    private const string Name = "former.csv";
    private static readonly string[] Columns = ["id", "name"];

    public FormerFile(string folder)
        : this(Alone(folder, null))
    {
    }

    private FormerFile(RosterLists source)
    {
        foreach (var line in CsvLine.Read(source, Faults, Columns, mayBeMissing: true) ?? [])
        {
            if (!FileFaults.IsId(line["id"]))
                Faults.Add(line.Number, "id", ListFault.NoId);
            if (line["name"].Length == 0)
                Faults.Add(line.Number, "name", ListFault.NameEmpty);
            People.Add(new(line["id"], line["name"]));
        }
    }

    public FileFaults Faults { get; } = new(Name);

    public List<FormerPerson> People { get; } = [];

    /// <summary>From a text with its heading.</summary>
    public static FormerFile Of(string text) => new(Alone("", text));

    private static RosterLists Alone(string folder, string? text)
    {
        var lists = new RosterLists();
        if (text is null)
            lists.Take(Name, folder);
        else
            lists.TakeText(Name, text);
        return lists;
    }
}
