using System.Text;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Tests.Imports;
using CheckInBot.Bot.Tests.Rosters;
using Xunit.Abstractions;

namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>Lists that are sent, planned against the roster that stands: a plan, or faults that each say something. A plan writes nothing, is the same twice, and once it is made nothing of it is left to do.</summary>
public sealed class PlanFuzzTests(ITestOutputHelper output)
{
    /// <summary>Between the lists of a set, each of which begins with its name.</summary>
    private const char Next = '\f';

    /// <summary>Of so many plans one is made, on a roster of its own.</summary>
    private const int MadeOneIn = 40;

    private static readonly string[] Sets =
    [
        "people.csv|id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup\nzhangsan,张三,zhangsan@example.com,e-1,zh-CN,hall,1 号窗口,staff,deposit;loan,ann,A\nann,Ann Demo,ann@example.com,e-2,en,hall,2 号窗口,staff;leader,,zhangsan,A\ncara,Cara Demo,,e-3,en,hall,,counsellor,,,\nlisi,\"李四, 组长\",,e-4,zh-CN,hall,,staff,,,\n",
        "shifts.csv|id,person,team,post,start,end\ns2,ann,hall,2 号窗口,2026-11-23T13:00,2026-11-23T20:00\nd1,zhangsan,hall,1 号窗口,2026-12-01T08:00,2026-12-01T16:00\nd3,ann,hall,2 号窗口,2026-12-03T09:00,2026-12-03T17:00\n",
        "leave.csv|person,from,to,kind\ncara,2026-11-24,2026-11-26,annual\nann,2026-12-08,2026-12-09,sick\n",
        "teams.csv|id,name,timeZone,profile\nhall,窗口大厅,Asia/Shanghai,CN\noffice,\"Office, north\",Europe/Berlin,EU\n\fshifts.csv|id,person,team,post,start,end,days\nd1,ann,hall,2 号窗口,2026-12-01T08:00,2026-12-01T16:00,\nn{date},zhangsan,hall,1 号窗口,D+20T12:00,D+20T20:00,D+20..D+24\n",
        "people.csv|id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup\nzhangsan,张三,zhangsan@example.com,e-1,zh-CN,hall,1 号窗口,staff,deposit;loan,cara,A\ncara,Cara Demo,,e-3,en,hall,,counsellor;leader,,,\n\fleave.csv|person,from,to,kind\n\fshifts.csv|id,person,team,post,start,end\nd1,zhangsan,hall,1 号窗口,2026-12-01T08:00,2026-12-01T16:00\n",
    ];

    [Fact]
    public async Task Any_lists_are_planned_or_have_faults()
    {
        var desks = new List<ImportDesk>();
        using var own = new ThreadLocal<ImportDesk>(() =>
        {
            var desk = Desk().GetAwaiter().GetResult();
            desk.Store.Fails = request => request.EndsWith(".Commit", StringComparison.Ordinal) ? throw new InvalidOperationException("A plan wrote something.") : null;
            lock (desks)
                desks.Add(desk);
            return desk;
        });
        var run = new FuzzRun<string>("plans", Sets, Changed, sent => Planned(own.Value!, sent).GetAwaiter().GetResult(), Odd.Written, seconds: 10);
        var findings = run.Run(FuzzForm.Inputs(80, share: 50), FuzzForm.Seed, output.WriteLine);
        foreach (var desk in desks)
            await desk.DisposeAsync();
        Assert.True(findings.Count == 0, string.Join("\n\n", findings));
    }

    /// <summary>One roster stands by an import, with a shift that was swapped since, so that a plan can meet it.</summary>
    private static async Task<ImportDesk> Desk()
    {
        var desk = await ImportDesk.Open();
        await desk.WriteShifts("d1,zhangsan,hall,1 号窗口,2026-12-01T08:00,2026-12-01T16:00", "d2,ann,hall,,2026-12-02T08:00,2026-12-02T16:00", "d3,ann,hall,2 号窗口,2026-12-03T08:00,2026-12-03T16:00").Import();
        await desk.Swap("d1", "ann");
        return desk;
    }

    private static string Changed(string sent, IReadOnlyList<string> others, Chance chance)
    {
        var lists = sent.Split(Next).ToList();
        switch (chance.Below(6))
        {
            case 0 when lists.Count > 1:
                lists.RemoveAt(chance.Below(lists.Count));
                break;
            case 1:
                lists.Add(chance.Of(chance.Of(others).Split(Next)));
                break;
        }
        var which = chance.Below(lists.Count);
        var at = lists[which].IndexOf('|', StringComparison.Ordinal) + 1;
        var cells = others.SelectMany(o => o.Split(Next)).Select(o => o[(o.IndexOf('|', StringComparison.Ordinal) + 1)..]).ToList();
        lists[which] = lists[which][..at] + Odd.Changed(lists[which][at..], cells, chance).Replace(Next, ' ');
        return string.Join(Next, lists);
    }

    /// <summary>The kinds of faults, or what the plan would do.</summary>
    private static async Task<string> Planned(ImportDesk desk, string sent)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var list in sent.Split(Next))
        {
            var at = list.IndexOf('|', StringComparison.Ordinal);
            files[list[..at]] = Encoding.UTF8.GetBytes(list[(at + 1)..]);
        }
        var swapped = (SwappedShifts)(sent.Length % 3);
        var plan = await Plan(desk, files, swapped);
        if (plan.Faults.Any(f => f.ToString().Length < 10))
            throw new InvalidOperationException("A fault says nothing.");
        if (plan.Faults.Count > 0)
            return string.Join(' ', plan.Faults.Take(4).Select(f => string.Concat(f.ToString().Where(c => c is ' ' or (>= 'a' and <= 'z')))));
        if (plan.Joined.Intersect(plan.Left).Any() || plan.Lists.Any(l => l.New < 0 || l.Changed < 0 || l.Gone < 0 || l.Same < 0))
            throw new InvalidOperationException("The plan contradicts itself.");
        if (!plan.NeedsChoice && Digest(sent) % MadeOneIn == 0)
            await Make(files, swapped, Told(plan));
        return Told(plan);
    }

    private static async Task Make(IReadOnlyDictionary<string, byte[]> files, SwappedShifts swapped, string told)
    {
        await using var desk = await Desk();
        var plan = await Plan(desk, files, swapped);
        if (Told(plan) != told)
            throw new InvalidOperationException($"Planned again it is another plan: {told} and {Told(plan)}.");
        if (!plan.ChangesAnything)
            return;
        if ((await desk.Imports.Make(plan, "root", SampleOrg.Now, null, default)).Record is not { Done: true, Overtaken: "" })
            throw new InvalidOperationException("It was not made whole.");
        await desk.Roster();
        if (await Plan(desk, files, swapped) is { ChangesAnything: true } again)
            throw new InvalidOperationException($"Once made, something is left to do: {Told(again)}.");
    }

    private static Task<ImportPlan> Plan(ImportDesk desk, IReadOnlyDictionary<string, byte[]> files, SwappedShifts swapped) => desk.Imports.Plan(files, swapped, SampleOrg.Now, default);

    private static string Told(ImportPlan plan) =>
        $"{string.Join(';', plan.Lists.Select(l => $"{l.File} {l.New} {l.Changed} {l.Gone} {l.Same}"))} {plan.Joined.Count} {plan.Left.Count} {plan.Spans.Count} {plan.Conflicts.Count} {plan.NeedsChoice} {plan.ShiftsToWrite}";

    /// <summary>The same number for the same text in every process.</summary>
    private static uint Digest(string text) => text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
