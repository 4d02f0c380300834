using System.Text;
using CheckInBot.Bot.Roster;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>A small organisation without fault in a folder of its own, which a test then spoils.</summary>
internal sealed class SampleOrg : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    public SampleOrg()
    {
        Write("teams.csv", """
            id,name,timeZone,profile
            hall,窗口大厅,Asia/Shanghai,CN

            """);
        Write("people.csv", """
            id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup
            zhangsan,张三,zhangsan@example.com,e-1,zh-CN,hall,1 号窗口,staff,deposit;loan,ann,A
            ann,Ann Demo,ann@example.com,e-2,en,hall,2 号窗口,staff;leader,,zhangsan,A
            cara,Cara Demo,,e-3,en,hall,,counsellor,,,

            """);
        Write("shifts.csv", """
            id,person,team,post,start,end
            s1,zhangsan,hall,1 号窗口,2026-11-23T08:00,2026-11-23T16:00
            s2,ann,hall,2 号窗口,2026-11-23T12:00,2026-11-23T20:00

            """);
        Write("leave.csv", """
            person,from,to,kind
            cara,2026-11-24,2026-11-25,annual

            """);
        System.IO.File.Copy(Path.Combine(Demo, "policy.json"), Path.Combine(Folder, "policy.json"));
        Directory.CreateDirectory(Path.Combine(Folder, "texts"));
        foreach (var text in Directory.GetFiles(Path.Combine(Demo, "texts")))
            System.IO.File.Copy(text, Path.Combine(Folder, "texts", Path.GetFileName(text)));
        Replace("policy.json", "[\"sumou\", \"cara\"]", "[\"cara\"]");
        Replace("policy.json", "[\"hemou\", \"cleo\", \"adam\"]", "[\"cara\"]");
        var policy = Text("policy.json");
        Write("policy.json", policy[..policy.IndexOf("  \"posts\"", StringComparison.Ordinal)] + "  \"posts\": {}\n}\n");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("roster-").FullName;

    /// <summary>The folder of the shipped demonstration.</summary>
    public static string Demo { get; } = FindDemo();

    public void Write(string file, string text) => System.IO.File.WriteAllText(Path.Combine(Folder, file), text, new UTF8Encoding(false));

    public void WriteBytes(string file, byte[] bytes) => System.IO.File.WriteAllBytes(Path.Combine(Folder, file), bytes);

    public string Text(string file) => System.IO.File.ReadAllText(Path.Combine(Folder, file));

    public void Delete(string file) => System.IO.File.Delete(Path.Combine(Folder, file));

    public void Replace(string file, string old, string now)
    {
        var text = Text(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }

    public (Organisation? Organisation, IReadOnlyList<Fault> Faults) Read() => OrgFolder.Read(Folder, Now);

    /// <summary>The only fault, which says what to do and shows on one line.</summary>
    public Fault OnlyFault()
    {
        var (organisation, faults) = Read();
        Assert.Null(organisation);
        var fault = Assert.Single(faults);
        AssertTells(fault);
        return fault;
    }

    public static void AssertTells(Fault fault)
    {
        Assert.NotEmpty(fault.Problem);
        Assert.NotEmpty(fault.Remedy);
        Assert.DoesNotContain('\n', fault.ToString());
        Assert.DoesNotContain("Demo", fault.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", fault.Problem, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Folder, true);

    private static string FindDemo()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "CheckInBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No CheckInBot.sln above the tests.");
        return Path.Combine(folder.FullName, "org", "demo");
    }
}
