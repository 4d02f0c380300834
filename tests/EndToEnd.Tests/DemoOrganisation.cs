namespace CheckInBot.EndToEnd.Tests;

/// <summary>Somebody of the shipped demonstration.</summary>
internal sealed record DemoPerson(string Id, string Name, string EntraId, IReadOnlyList<string> Roles)
{
    public bool Is(string role) => Roles.Contains(role);
}

/// <summary>The shipped organisation, copied so that a test may change it: everybody may read one language, and may work every day.</summary>
internal sealed class DemoOrganisation : IDisposable
{
    /// <param name="change">Writes other files into the folder before it is read.</param>
    public DemoOrganisation(string? language = null, bool everyDay = false, Action<string>? change = null)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "org", "demo")))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        Directory.CreateDirectory(Path.Combine(Folder, "texts"));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "org", "demo", "texts")))
            File.Copy(file, Path.Combine(Folder, "texts", Path.GetFileName(file)));
        change?.Invoke(Folder);
        var lines = File.ReadAllLines(PeopleFile);
        if (language is not null)
        {
            for (var i = 1; i < lines.Length; i++)
                lines[i] = string.Join(',', lines[i].Split(',').Select((cell, column) => column == 4 ? language : cell));
            File.WriteAllLines(PeopleFile, lines);
        }
        if (everyDay)
        {
            var shifts = Path.Combine(Folder, "shifts.csv");
            File.WriteAllLines(shifts, File.ReadAllLines(shifts).Select(l => l.Contains("D+14", StringComparison.Ordinal) ? l[..(l.IndexOf("D+14", StringComparison.Ordinal) + 4)] : l));
        }
        People = [.. lines.Skip(1).Select(l => l.Split(',')).Select(c => new DemoPerson(c[0], c[1], c[3], c[7].Split(';')))];
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("checkinbot-org-").FullName;

    public IReadOnlyList<DemoPerson> People { get; }

    /// <summary>Ids of the teams.</summary>
    public IEnumerable<string> Teams => File.ReadLines(Path.Combine(Folder, "teams.csv")).Skip(1).Select(l => l.Split(',')[0]);

    public string PeopleFile => Path.Combine(Folder, "people.csv");

    public IEnumerable<DemoPerson> With(string role) => People.Where(p => p.Is(role));

    public DemoPerson Person(string id) => People.Single(p => p.Id == id);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
