using System.Security.Cryptography;
using System.Text;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Cards.Tests;

/// <summary>The first card, the page for the curious and the table say the same.</summary>
public class VisibilityTests
{
    /// <summary>The sentences that people agree to, by version. Whoever changes one raises <see cref="Contact.TermsVersion"/> and adds a line.</summary>
    private static readonly Dictionary<int, string> Agreed = new()
    {
        [2] = "45d8ae533494804851441d7f606be5bfa9ce1665365561db8a148579e9e63a0b",
        [3] = "3edab7b074d7049c9199c5d7b946f7a1fdddf0d6ca101a8e8c64d1152e3c9065",
        [4] = "ee69dfc8c0956dea78e0560780cf8ff726a93ea1468e9187efa69015567d4a7a",
    };

    public static TheoryData<Language> Languages => [Language.Chinese, Language.English];

    [Fact]
    public void The_page_is_as_the_table_says()
    {
        var path = Path.Combine(Root(), "docs", "privacy.md");
        var now = PrivacyPage.Write();
        if (Environment.GetEnvironmentVariable("CHECKINBOT_WRITE_DOCS") == "1")
            File.WriteAllText(path, now);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == now, $"{path} differs from the table; write it with CHECKINBOT_WRITE_DOCS=1.");
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_first_card_claims_what_the_table_says_and_nothing_else(Language language)
    {
        var t = Texts.For(language);
        (string, string)[] table = [.. Sights.ForThePerson(PlainText.Name(Hall.Context(language, Hall.At(17, 5)).Name(Hall.Counsellor)), t)];
        // What stands beside it is about use and keeping, not about who sees what.
        (string, string)[] expected = [.. table, (t.RowPay, t.RowPaySeen), (t.RowKept, t.RowKeptWhat)];
        foreach (var name in new[] { "welcome.first", "welcome.chosen", "welcome.chosen.none" })
            Assert.Equal(expected, Rows(Samples.All[name](language)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Each_line_of_the_table_is_a_sentence_of_the_first_card(Language language)
    {
        var t = Texts.For(language);
        var said = string.Concat(Sights.ForThePerson(PlainText.Name("x"), t).Select(r => r.What));
        foreach (var sight in Visibility.Table.Where(s => s.Ground != Ground.Own && !s.Viewers.Any(Sights.Afterwards.Contains) && s.Facts.Length > 0))
            Assert.Contains(t.Words(sight.Facts), said, StringComparison.Ordinal);
        Assert.All(Sights.OnlyThePersons, f => Assert.Contains(t.Word(f), said, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Who_is_left_out_of_the_first_card_sees_no_more_than_while_they_were_asked()
    {
        foreach (var sight in Visibility.Table.Where(s => s.Viewers.Any(Sights.Afterwards.Contains)))
        {
            foreach (var fact in sight.Facts)
                Assert.True(Visibility.Sees(fact, sight.Ground == Ground.PersonNow ? Viewer.CrisisContact : Viewer.Leader, sight.Ground), $"{fact}");
        }
    }

    [Theory]
    [InlineData("leader", Viewer.Leader)]
    [InlineData("hallLeader", Viewer.HallLeader)]
    [InlineData("counsellor", Viewer.Counsellor)]
    [InlineData("administrator", Viewer.Administrator)]
    public void Whoever_is_called_on_reads_what_the_table_lets_them_see(string card, Viewer viewer)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var t = Texts.For(language);
            var rows = Rows(Samples.All[$"welcome.{card}"](language));
            Assert.Contains(t.Words(Sights.SeenBy(viewer)), rows[0].What, StringComparison.Ordinal);
            Assert.True(viewer == Viewer.Administrator || rows[1].What == t.SeenOn(Ground.Own, t.Words(Sights.OnlyThePersons)));
        }
    }

    [Fact]
    public void Whoever_is_not_called_on_is_told_that_a_step_may_reach_them() =>
        Assert.All(Enum.GetValues<Language>(), l => Assert.Equal(Texts.For(l).RowStepsWhat, Rows(Samples.All["welcome.notCalled"](l))[0].What));

    [Fact]
    public void Sentences_that_were_agreed_to_do_not_change_within_a_version()
    {
        var text = new StringBuilder();
        foreach (var t in new[] { Texts.Chinese, Texts.English })
        {
            // What duty needs is told and not asked: nobody is asked anew for it.
            foreach (var (who, what) in Sights.ForThePerson(PlainText.Name("x"), t).Except(Sights.OfDuty(t)))
                text.Append(who).Append('\t').Append(what).Append('\n');
            foreach (var purpose in Enum.GetValues<Purpose>())
                text.Append(t.PurposeChoice(purpose)).Append('\n');
            text.Append(t.RowPay).Append(t.RowPaySeen).Append(t.RowKept).Append(t.RowKeptWhat).Append(t.ChoiceIsFree).Append('\n');
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        Assert.True(
            Agreed.GetValueOrDefault(Contact.TermsVersion) == hash,
            $"The sentences of terms {Contact.TermsVersion} have changed ({hash}): raise Contact.TermsVersion, so that people are asked anew, and add the version here.");
    }

    [Theory, MemberData(nameof(Languages))]
    public void How_long_somebody_works_is_read_by_them_and_by_whoever_decides_and_never_in_the_channel(Language language)
    {
        var hours = Texts.For(language).Length(TimeSpan.FromHours(39));
        var buddys = new DutyFinding(DutyRule.MonthlyOvertime, DutySeverity.Block, Hall.Buddy, new(2026, 11, 1), DutyLaw.LabourLaw41, TimeSpan.FromHours(39), TimeSpan.FromHours(36));
        var over = SwapSamples.Overtaken(new(null, null, [buddys]));
        var view = new SwapView([Hall.Leader], [buddys with { Severity = DutySeverity.Warn }]);
        bool Reads(Swap swap, Slot slot) => TextOf(SwapCards.Of(swap, slot, view, Hall.Context(language, Hall.At(16, 55)))).Contains(hours, StringComparison.Ordinal);
        foreach (var swap in new[] { over, SwapSamples.Waiting })
        {
            Assert.False(Reads(swap, new("mine", Hall.Subject)));
            Assert.False(Reads(swap, new("channel", "#hall")));
            Assert.True(Reads(swap, Swap.Decides(Hall.Leader)));
        }
        Assert.True(Reads(over, new("theirs", Hall.Buddy)));
        Assert.True(Visibility.Sees(Dialogs.People.Fact.DutyHours, Viewer.Leader, Ground.Duty) && !Visibility.Sees(Dialogs.People.Fact.DutyHours, Viewer.Colleague, Ground.Duty));
    }

    private static string TextOf(CardMessage message) => Encoding.UTF8.GetString(message.Json.Span);

    /// <summary>Title and sentence of each row of the card's table.</summary>
    private static List<(string Who, string What)> Rows(CardMessage message) =>
        [.. message.Card.Body.OfType<Container>().SelectMany(c => c.Items).OfType<ColumnSet>().Select(r => (Text(r.Columns[0]), Text(r.Columns[1])))];

    private static string Text(Column column) => column.Items.OfType<TextBlock>().Single().Text;

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CheckInBot.sln")))
                return at.FullName;
        }
        throw new DirectoryNotFoundException("CheckInBot.sln");
    }
}
