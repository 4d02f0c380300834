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
        page.Add("\n## Who looked · 谁看过\n\nEvery reading of something of a person by somebody else is a row that the person reads in `my data`: when, who (by role, and by name where the table lets the person know it), what and on which ground. ");
        page.Add("A reading is the first time that it is shown to that reader, and each time they open it by a press; a card that is drawn again, and presses within a minute, are no further ones. ");
        page.Add("So are lists for administrators that name somebody, files given out and each export of the log of incidents. What hangs on the wall (the roster, the week, a swap in the channel) and what names nobody is none. Rows are written before the card leaves, ");
        page.Add("but for an SOS, which never waits for them, and are never changed.\n");
        var keep = RetentionPolicy.Shipped;
        page.Add("\n## How long · 存多久\n\nDays, as shipped; `retention` in `policy.json` says others within limits. What is open is never removed by age. A pass each hour removes at most 500 records; administrators read the last one under `unreachable`.\n\n");
        page.Add("| what | days | from |\n| --- | --- | --- |\n");
        page.Add($"| notes, lines and reasons that people wrote; drafts never sent | {keep.FreeText} | when it was written, or the matter was over |\n| answers of check-ins, the trend, how somebody was afterwards | {keep.Answers} | the answer |\n");
        page.Add($"| that somebody was asked and what was done; calls for people | {keep.Cases} | when it was over |\n| requests to swap | {keep.Swaps} | when it was over |\n| covers, calls to the peak post | {keep.Covers} | when it was over |\n");
        page.Add($"| reports, accounts, reviews, with their files | {keep.Incidents} (no less: Cal. Labor Code 6401.9) | the report |\n| who looked | {keep.AccessLog} | the reading |\n");
        page.Add("| lists that an administrator sent and nobody decided on | 1 (fixed) | when they were sent |\n| the roster, its imports and its changes | as long as the organisation keeps them | - |\n| what was agreed to, the language, how often a person was asked for | until the person deletes it | - |\n");
        page.Add("\nWeekly figures of a team and concerns have no line yet, because there are none yet.\n");
        page.Add("\n## A copy · 一份数据\n\n`export my data` / `导出我的数据`, or the button of `my data`: two files with the same content, one to read in the person's language and one for a program (JSON). Colleagues stand in them by role, but for who had a case and who looked; what somebody else wrote is left out. ");
        page.Add("It is said at once that the copy comes; it is made in the background, two at a time in each process, for one person at most once a minute, and offered in their own chat. The channel asks the person, and the bot puts what they take into their own drive. ");
        page.Add("For five minutes, as long as a person's key, a copy that was made stands in memory, so that taking it makes no second one; nothing of it is stored. A program that ends meanwhile forgets it, and the person asks again. ");
        page.Add("Photos and files of the person's reports stand in the JSON up to 16 MB together; each further one is offered as a file of its own, and both files say so.\n\n");
        page.Add("In GCC High and DoD (`Bot:Cloud` is `UsGov`) Teams takes no files from a bot. There the copy comes as numbered text messages in the person's own chat: what is to be read always, the JSON where it takes at most five messages of 20 KB. Photos and files do not come, and the person is told whom to ask. ");
        page.Add("No command gives an operator a person's copy: it would open their words. Whoever reviews a report has its photos and files.\n");
        page.Add("\n## Delete everything · 全部删掉\n\n`delete my data` / `删除我的数据`, or the button: asked once. What is open is ended first, for everybody to see; an SOS is waited for, and so is a change that the roster is just taking. Then all rows of the person go, in every table, lists that they sent too, and the person's key is destroyed. What stays, under a random name that leads to nobody, and why:\n\n");
        page.Add("| what | why | without |\n| --- | --- | --- |\n| reports sent, accounts signed, their reviews, and what a reviewer wrote there | the log of violent incidents: the organisation keeps it 5 years | the person's id, files; words stay readable, redacted as in the export for authorities |\n");
        page.Add("| cases | the minimal record, 1 year: when, which way, which roles, what was done | notes, lines, post, shift, hours |\n| parts that the person had in others' records: cases that they had, swaps that they decided on | they are others' | the person's id; lines and reasons that they wrote there |\n| who looked | the access log, 3 years | the person's id |\n");
        page.Add("\nThe roster (people, shifts, their changes, imports) still has an employee as long as the organisation does, and with it every shift end notes again that nobody was asked. Ids of duties are the roster's, also where they were made from a person's. A wake-up message of the queue names a record until it falls due, at most seven days. ");
        page.Add("What stands in chats is the channel's; cards of what goes on are drawn anew without the name, others become one line, as far as the channel still lets them change. A deletion that breaks off is finished by the next start; ");
        page.Add("one that has not ended after a day is told to the administrators, without a name. Whose a record is, is known by the declared places in which it holds ids of people (`Bot/Privacy/PersonPlaces.cs`), never by what a text says: a post, a team or a duty may be called as somebody's id is. ");
        page.Add("Any number of processes may work on one deletion: whoever has looked at its row last goes on, so that none deletes what came after the end.\n");
        page.Add("\n**Backups.** The key ring remembers hashes of destroyed keys. A store restored from before a deletion, with the key ring of today, opens none of the person's words, and the start deletes everything about them again. Whoever restores both, store and ring, from before the deletion has everything back: ");
        page.Add("keep backups of the ring apart, always restore the newest ring, and delete backups of both when your rules say so. `keys rotate` (see [the store](storage.md)) wraps all keys anew; it takes nothing back from who has copied an old ring and an old store.\n");
        page.Add("\nNothing goes to appraisal, rank or pay, and there is no list of people who did not answer.\n");
        return string.Concat(page);
    }

    private static string Name(Viewer viewer, Texts t) => viewer == Viewer.Person ? (t == En ? "The person" : "本人") : t.Name(viewer);

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
