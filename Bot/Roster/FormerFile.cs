namespace CheckInBot.Bot.Roster;

/// <summary>Somebody who has left: their name is taken out of words that are handed on.</summary>
public sealed record FormerPerson(string Id, string Name);

/// <summary>Reads <c>former.csv</c>, which may be missing: who stood in <c>people.csv</c> once.</summary>
internal sealed class FormerFile
{
    private static readonly string[] Columns = ["id", "name"];

    public FormerFile(string folder)
    {
        foreach (var line in CsvLine.Read(folder, Faults, Columns, mayBeMissing: true) ?? [])
        {
            if (!FileFaults.IsId(line["id"]))
                Faults.Add(line.Number, "id", "the id is empty or has characters that an id may not have", FileFaults.IdRemedy);
            if (line["name"].Length == 0)
                Faults.Add(line.Number, "name", "the name is empty", "Write the name as colleagues wrote it.");
            People.Add(new(line["id"], line["name"]));
        }
    }

    public FileFaults Faults { get; } = new("former.csv");

    public List<FormerPerson> People { get; } = [];
}
