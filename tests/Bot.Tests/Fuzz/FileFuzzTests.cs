using System.Text;
using System.Text.Json;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Tests.Rosters;
using Xunit.Abstractions;

namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>Lists and policy as somebody's spreadsheet or editor leaves them: an organisation, or faults that each say something; never a crash, never a hang.</summary>
public sealed class FileFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Lists =
    [
        "teams.csv|id,name,timeZone,profile\nhall,窗口大厅,Asia/Shanghai,CN\noffice,\"Office, north\",Europe/Berlin,EU\n",
        "people.csv|id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup\nzhangsan,张三,zhangsan@example.com,e-1,zh-CN,hall,1 号窗口,staff,deposit;loan,ann,A\nann,Ann Demo,ann@example.com,e-2,en,hall,2 号窗口,staff;leader,,zhangsan,A\ncara,Cara Demo,,e-3,en,hall,,counsellor,,,\n",
        "shifts.csv|id,person,team,post,start,end,days\ns1,zhangsan,hall,1 号窗口,2026-11-23T08:00,2026-11-23T16:00,\ns{date},ann,hall,2 号窗口,D+0T12:00,D+1T00:00,D-7..D+14\n",
        "leave.csv|person,from,to,kind\ncara,2026-11-24,2026-11-25,annual\nann,D+1,D+3,sick\n",
    ];

    [Fact]
    public void Any_list_is_imported_or_has_faults() => Holds("lists", Lists, (text, others, chance) =>
    {
        var at = text.IndexOf('|', StringComparison.Ordinal) + 1;
        return text[..at] + Odd.Changed(text[at..], [.. others.Select(o => o[(o.IndexOf('|', StringComparison.Ordinal) + 1)..])], chance);
    });

    [Fact]
    public void Any_policy_is_read_or_has_faults()
    {
        using var org = new SampleOrg();
        var policy = "policy.json|" + org.Text("policy.json");
        var samples = new[] { policy, "policy.json|" + JsonSerializer.Serialize(JsonDocument.Parse(org.Text("policy.json")[..], new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement) };
        Holds("policies", samples, (text, others, chance) =>
        {
            var json = text["policy.json|".Length..];
            try
            {
                if (!chance.OneIn(4))
                    return "policy.json|" + JsonMutation.Of(json, [samples[1]["policy.json|".Length..]], chance);
            }
            catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
            {
                // It is no JSON any more.
            }
            return "policy.json|" + Odd.Changed(json, [json], chance);
        });
    }

    private void Holds(string name, IReadOnlyList<string> samples, Func<string, IReadOnlyList<string>, Chance, string> change)
    {
        // One folder for each thread that reads.
        using var folders = new ThreadLocal<SampleOrg>(() => new(), trackAllValues: true);
        var run = new FuzzRun<string>(name, samples, change, text => Read(folders.Value!, text), Odd.Written);
        var findings = run.Run(FuzzForm.Inputs(120), FuzzForm.Seed, output.WriteLine);
        foreach (var folder in folders.Values)
            folder.Dispose();
        Assert.True(findings.Count == 0, string.Join("\n\n", findings));
    }

    /// <summary>The kinds of faults, without their numbers and names.</summary>
    private static string Read(SampleOrg org, string input)
    {
        var at = input.IndexOf('|', StringComparison.Ordinal);
        var (file, before) = (input[..at], Encoding.UTF8.GetBytes(org.Text(input[..at])));
        try
        {
            // A spreadsheet may have saved it in one of several encodings.
            org.WriteBytes(file, (input.Length % 7) switch
            {
                1 when file != "policy.json" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(input[(at + 1)..])],
                2 when file != "policy.json" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(input[(at + 1)..]),
                3 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(input[(at + 1)..])],
                _ => Encoding.UTF8.GetBytes(input[(at + 1)..]),
            });
            var (organisation, faults) = OrgFolder.Read(org.Folder, SampleOrg.Now);
            if (organisation is null == (faults.Count == 0) || faults.Any(f => f.ToString().Length < 10))
                throw new InvalidOperationException("There is neither an organisation nor a fault, or a fault says nothing.");
            return organisation is null ? string.Join(' ', faults.Take(4).Select(f => string.Concat(f.ToString().Where(c => c is ' ' or (>= 'a' and <= 'z'))))) : $"{organisation.Teams.Count} {organisation.People.Count} {organisation.Shifts.Count}";
        }
        finally
        {
            org.WriteBytes(file, before);
        }
    }
}
