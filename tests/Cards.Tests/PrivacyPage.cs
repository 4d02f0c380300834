using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>The table of who sees what as the page <c>docs/privacy.md</c>.</summary>
internal static class PrivacyPage
{
    private static readonly Texts En = Texts.English, Zh = Texts.Chinese;

    public static string Write()
    {
        List<string> page = [];
        page.Add("# Who sees what · 谁看得到什么\n\n");
        page.Add("This page is written from the table in `Dialogs/People/Visibility.cs` by a test (`CHECKINBOT_WRITE_DOCS=1`), and compared with it at every run.\n");
        page.Add("The same table decides what a card may draw and whose words may be opened, and the first card is made from it. What is not in it is seen by nobody.\n\n");
        page.Add($"Terms: version {Contact.TermsVersion}. Whoever agreed to an older version is asked anew, once, and until then nothing is asked or passed on.\n");
        page.Add("\n## By fact · 按内容\n\n| fact | 内容 | the person | others | on which ground | 谁 |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var fact in Enum.GetValues<Fact>())
        {
            var others = Visibility.OfOthers(fact).GroupBy(s => string.Join(", ", s.Viewers.Select(v => Lower(En.Name(v))))).ToList();
            var own = Visibility.Sees(fact, Viewer.Person, Ground.Own) ? "yes" : "-";
            if (others.Count == 0)
                page.Add($"| {En.Name(fact)} | {Zh.Name(fact)} | {own} | nobody | - | 只有本人 |\n");
            foreach (var who in others)
                page.Add($"| {En.Name(fact)} | {Zh.Name(fact)} | {own} | {who.Key} | {string.Join("; or ", who.Select(s => En.Name(s.Ground)).Distinct())} | {string.Join("、", who.First().Viewers.Select(Zh.Name))} |\n");
        }
        page.Add("\n## By viewer · 按人\n\n| who | 谁 | sees | on which ground | 看得到 | 因为 |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var viewer in Enum.GetValues<Viewer>())
        {
            foreach (var sight in Visibility.Table.Where(s => s.Viewers.Contains(viewer)))
            {
                var nothing = sight.Facts.IsEmpty;
                page.Add($"| {Name(viewer, En)} | {Name(viewer, Zh)} | {(nothing ? "nothing" : string.Join("; ", sight.Facts.Select(f => Lower(En.Name(f)))))} | {(nothing ? "-" : En.Name(sight.Ground))} ");
                page.Add($"| {(nothing ? "看不到" : string.Join("；", sight.Facts.Select(Zh.Name)))} | {(nothing ? "-" : Zh.Name(sight.Ground))} |\n");
            }
        }
        page.Add("\nNothing goes to appraisal, rank or pay, and there is no list of people who did not answer.\n");
        return string.Concat(page);
    }

    private static string Name(Viewer viewer, Texts t) => viewer == Viewer.Person ? (t == En ? "The person" : "本人") : t.Name(viewer);

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
