using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>Who may do what with a report of Lin's about Bao, by role and action.</summary>
public sealed class WhoMayTests
{
    private static readonly Report AboutBao = OneIncident.Short with { For = ReportedFor.Colleague, Colleagues = [Hall.Bao], Description = OneIncident.Text, Named = OneIncident.Named };

    public static TheoryData<string> Everybody => [.. Hall.Names];

    [Theory, MemberData(nameof(Everybody))]
    public void Only_the_reporter_opens_fills_and_throws_away_a_report(string by)
    {
        foreach (var e in new PersonEvent[] { new BeginReport(by), new OpenReport(by), new FillReport(by, AboutBao with { Severity = 5 }, false), new DiscardReport(by) })
        {
            var (draft, sent) = (new OneIncident().Fills(AboutBao, keep: true), OneIncident.Sent(AboutBao));
            Assert.Equal(by != Hall.Lin, draft.Hears(e).Reply is Say { Notice: Notice.NotYours });
            Assert.Equal(by != Hall.Lin, sent.Hears(e).Reply is Say { Notice: Notice.NotYours });
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public void Only_the_one_it_happened_to_writes_signs_adds_and_answers(string by)
    {
        var words = new Words(by, "seal");
        foreach (var e in new PersonEvent[]
        {
            new KeepStatement(by, words, null), new SignStatement(by, words, null), new DeclineStatement(by, words, null), new OpenStatement(by),
            new AddToStatement(by, words), new AnswerHowAreYou(by, HowAreYou.Stop),
        })
        {
            var it = OneIncident.Sent(AboutBao).Account(Hall.Bao, e);
            Assert.Equal(by != Hall.Bao, it.Reply is Say { Notice: Notice.NotYours });
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public void Only_its_writer_reads_the_words_of_a_report_or_an_account(string reader)
    {
        var it = OneIncident.Sent(AboutBao).Account(Hall.Bao, new KeepStatement(Hall.Bao, new(Hall.Bao, "seal"), null));
        Assert.Equal(reader == Hall.Lin, Permit.Readable(it.Report, reader).Any());
        Assert.Equal(reader == Hall.Bao, Permit.Readable(it.Accounts[Hall.Bao], reader).Any());
    }
}
