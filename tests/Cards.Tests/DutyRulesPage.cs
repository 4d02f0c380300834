using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Cards.Tests;

/// <summary>The limits of duty as the page <c>docs/duty-rules.md</c>.</summary>
internal static class DutyRulesPage
{
    private static readonly Texts En = Texts.English, Zh = Texts.Chinese;

    public static string Write()
    {
        List<string> page = [Opening];
        foreach (var limit in DutyLimit.Table)
            page.Add($"| {En.Rule(limit.Rule)} | {Zh.Rule(limit.Rule)} | {limit.Profile ?? "all"} | {limit.Severity} | {Amount(limit, En)} | {Amount(limit, Zh)} | {En.Law(limit.Law)} | {Zh.Law(limit.Law)} |\n");
        page.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Meaning}{DutyFacts.DaysBeyond} days on either side; the team's shifts, and those that its people and their stand-ins have in other teams.\n"));
        return string.Concat(page);
    }

    private static string Amount(DutyLimit limit, Texts t) => (limit.Limit, limit.LimitDays) switch
    {
        ({ } time, _) => t.Length(time),
        (_, { } days) => t == En ? $"{days} days" : $"{days} 天",
        _ => "-",
    };

    private const string Opening = """
        # What a change of duty is checked for · 换班要看什么

        The table is written from `Dialogs/Duty/DutyLimit.cs` by a test (`CHECKINBOT_WRITE_DOCS=1`), and compared with it at every run; `Dialogs/Duty/DutyRules.cs` measures.
        Block: the change cannot be. Warn: whoever approves decides. Only the two whose shifts change are looked at, and only what
        the change makes new or worse is told: nobody is blamed for what was so before. It is no legal advice: agreements and permits of your own (不定时、综合计算工时; art. 17, 18 and 22 of the directive) are not known here.

        | rule | 规则 | profile | severity | limit | 限度 | source | 依据 |
        | --- | --- | --- | --- | --- | --- | --- | --- |

        """;

    private const string Meaning = """

        ## How each is measured

        Time is real time: on a day on which the clock changes a shift has the hours that pass. A shift belongs to the local day on which it begins, and so to that day's week (from Monday) and month.
        Who is away does not work: a shift that begins on a day of absence counts for no hours and no days, and is told as what it is.

        - **Shift that has begun.** At its first minute or later, given or in return.
        - **Not there on that day.** The shift touches a day of absence; one that ends at midnight does not touch the next day. The sentence never says why.
        - **Both people of a post away.** A post is kept by those whose usual post it is (`post` in `people.csv`) and by their stand-ins (`bRole`); where nobody of them has a stand-in, the rule does not apply. Looked at
          are the shift's own post and every other post that its holder keeps, while somebody works there. At work is who has a shift at that time, at whichever post, and is not away. Block: during the whole shift neither would be there. Warn: during a part of it.
          Whoever else sits at the post has the skills, but neither the powers nor the responsibility. Time in which nobody of them was there before does not count.
        - **Skills of the post.** `posts` in `policy.json` names them; a post that is not named needs none.
        - **Rest in a day.** The longest rest in a row within 24 hours of the start of each shift. From 22:00 to 07:00 it is nine hours; the parts of a split day are no fault as long as the night between them is long enough. China has no general law on it, so
          it is advice there.
        - **Days in a row.** Local days on which a shift begins. In both profiles the seventh cannot be. This is stricter than art. 5 of the directive, which wants the rest within each seven days and not after six (Court of Justice, C-306/16).
        - **Hours in a day.** Art. 41 allows one hour of overtime a day, and three for special reasons: 8 + 1 and 8 + 3.
        - **Hours in a week.** China: 40, from the State Council's provisions, which hold for offices and institutions too; art. 36 of the Labour Law says 44. Beyond it is overtime, which may be: the day and the month have the limits. Europe: 48 is an average over up to four months
          (art. 6 and 16), and only weeks around the shift are read, so one long week is a warning and not a block.
        - **Overtime in a month.** Standard hours (标准工时): what goes beyond 8 hours on each day, and what remains beyond 8 hours for each working day of that month, on whichever weekdays it is worked. The hours of a month are its
          working days times 8 (人社部发〔2025〕2号; before it 劳社部发〔2008〕3号); the lists in `calendars` say which days those are. Working days of an absence do not count.
        - **Night work.** Europe: a shift with three hours or more between 23:00 and 06:00 (art. 2: seven hours with 00:00-05:00 in them) that is longer than 8 hours; art. 8 speaks of an average, so it is a warning. China: a shift that touches 22:00-06:00. Art. 61 and 63 protect late pregnancy
          and nursing; the bot does not know of either and does not ask. So the same is said of whoever takes such a shift, man or woman: they may say no, without a reason.

        What is read for it: the months of the shifts and 
        """;
}
