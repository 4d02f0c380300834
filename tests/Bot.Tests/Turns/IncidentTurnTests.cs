using System.Text.RegularExpressions;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Reports and accounts on the real turns.</summary>
public sealed partial class IncidentTurnTests
{
    private static readonly FlowKey Anns = Incident.KeyOf("ann", "20261123010000");

    private static readonly Report Short = new() { Kinds = [ViolenceKind.VerbalAbuse], Injuries = Injury.None, Over = true, Post = "W1" };

    [Fact]
    public async Task A_report_gets_its_number_a_review_and_an_account_and_a_reply_comes_back()
    {
        await using var hall = await Reported(Short);
        var report = (await hall.State<Incident>(Anns))!;
        Assert.Equal("INC-20261123-001", report.Number);
        Assert.Equal(1, (await Told(hall, report.Number!)).Version);
        Assert.Contains(hall.Channel.Posts, p => p.Person == "ann" && p.Card.Contains("Your own account", StringComparison.Ordinal));

        var words = (await hall.Sealing.Of("mia", new("The guard now stands at W1.")))!;
        await hall.Happens(Anns, new IncidentReplied("mia", words, hall.Clock.GetUtcNow()));
        Assert.Contains(hall.Channel.Posts, p => p.Person == "ann" && p.Card.Contains("The guard now stands at W1.", StringComparison.Ordinal));
    }

    /// <summary>What the review knows.</summary>
    private static async Task<IncidentReported> Told(Hall hall, string number) => (await hall.State<Review>(ReviewKeys.Of(number)))!.Incident;

    [Fact]
    public async Task Two_who_report_at_the_same_moment_never_get_the_same_number()
    {
        await using var hall = new Hall();
        await hall.Open();
        var keys = Enumerable.Range(0, 24).Select(i => Incident.KeyOf(i % 2 == 0 ? "ann" : "ben", $"2026112301000{i}")).ToList();
        foreach (var key in keys)
            await hall.Turns.Take(new(key, new BeginReport(key.Owner)));
        await Task.WhenAll(keys.Select(key => hall.Turns.Take(new(key, new FillReport(key.Owner, Short, Keep: false)))));
        await hall.Turns.Settled();
        var numbers = new List<string>();
        foreach (var key in keys)
            numbers.Add((await hall.State<Incident>(key))!.Number!);
        Assert.Equal(keys.Count, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.Matches(Number(), n));
        Assert.Equal("INC-20261124-001", await hall.Numbers.Next(new(2026, 11, 24), restricted: false, CancellationToken.None));
    }

    [Fact]
    public async Task The_numbers_of_a_day_have_no_gap_where_a_restricted_report_stands()
    {
        await using var hall = new Hall();
        await hall.Open();
        var numbers = new List<string>();
        foreach (var restricted in new[] { false, true, false, true, false })
            numbers.Add((await hall.Numbers.Next(new(2026, 11, 24), restricted, CancellationToken.None))[^3..]);
        Assert.Equal(["001", "999", "002", "998", "003"], numbers);
    }

    [Fact]
    public async Task Whoever_reviews_reads_what_both_have_signed_and_what_was_added_and_nobody_is_told_whom_it_names()
    {
        await using var hall = await Reported(Short with { For = ReportedFor.Colleague, Colleagues = ["ben", "eve"] });
        const string number = "INC-20261123-001";
        await hall.Pass(TimeSpan.FromDays(1));
        var review = (await hall.State<Review>(ReviewKeys.Of(number)))!;
        await hall.Happens(review.Key, new TakeReview(review.AskedNow!.Person));
        foreach (var person in new[] { "ben", "eve" })
        {
            var (text, named) = await hall.Sealing.Account(person, new($"account of {person}, qzwxv"), 3000);
            await hall.Happens(Statement.KeyOf(person, number), new SignStatement(person, text, named));
        }
        var (added, addedNamed) = await hall.Sealing.Account("ben", new("afterwards it hurt"), 800);
        await hall.Happens(Statement.KeyOf("ben", number), new AddToStatement("ben", added, addedNamed));
        await hall.Turns.Settled();
        var card = hall.Channel.Drawn.Values.Last(c => c.Contains("qzwxv", StringComparison.Ordinal) && c.Contains("review", StringComparison.Ordinal));
        Assert.All(new[] { "account of ben", "account of eve", "afterwards it hurt" }, words => Assert.Contains(words, card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_signed_account_stays_with_whoever_reviews_it_also_when_the_report_turns_out_to_be_about_somebody_else()
    {
        await using var hall = await Reported(Short with { For = ReportedFor.Colleague, Colleagues = ["ben"] });
        const string number = "INC-20261123-001";
        await hall.Pass(TimeSpan.FromDays(1));
        await hall.Happens(ReviewKeys.Of(number), new TakeReview("mia"));
        var (text, named) = await hall.Sealing.Account("ben", new("it was not the visitor, qzwxv"), 3000);
        await hall.Happens(Statement.KeyOf("ben", number), new SignStatement("ben", text, named));
        await hall.Happens(Anns, new FillReport("ann", Short with { For = ReportedFor.Colleague, Colleagues = ["zoe"] }, Keep: false));
        await hall.Pass(TimeSpan.FromMinutes(1));
        string[] Now(string person) => [.. hall.Channel.Posts.Where(p => p.Person == person).Select(p => hall.Channel.Drawn[p.Activity])];
        Assert.Contains(Now("mia"), c => c.Contains("it was not the visitor, qzwxv", StringComparison.Ordinal));
        Assert.Contains(Now("ben"), c => c.Contains("qzwxv", StringComparison.Ordinal) && c.Contains("it is not about you", StringComparison.Ordinal));
        Assert.DoesNotContain(Now("lee").Concat(Now("ann")).Concat(Now("zoe")), c => c.Contains("qzwxv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_colleague_is_asked_for_their_own_account_and_reminded_once_on_the_next_working_day()
    {
        await using var hall = await Reported(Short with { For = ReportedFor.Colleague, Colleagues = ["ben"] });
        Assert.Equal(1, hall.Channel.PostsTo("ben"));
        var bens = Statement.KeyOf("ben", "INC-20261123-001");
        await hall.Happens(bens, new AnswerHowAreYou("ben", HowAreYou.Stop));
        await hall.Pass(TimeSpan.FromDays(2));
        Assert.Equal(2, hall.Channel.PostsTo("ben"));
        var (text, named) = await hall.Sealing.Account("ben", new("He threw the form at me."), 3000);
        await hall.Happens(bens, new SignStatement("ben", text, named));
        Assert.Equal(hall.Clock.GetUtcNow(), (await Told(hall, "INC-20261123-001")).StatementSigned);
        Assert.Equal(text, (await Told(hall, "INC-20261123-001")).Details!.Statement);
    }

    [Fact]
    public async Task Not_all_right_on_the_next_day_asks_a_counsellor_whose_card_says_that_there_was_a_report()
    {
        await using var hall = await Reported(Short);
        await hall.Pass(TimeSpan.FromDays(1.5));
        await hall.Happens(Statement.KeyOf("ann", "INC-20261123-001"), new AnswerHowAreYou("ann", HowAreYou.NotAllRight));
        var card = Assert.Single(hall.Channel.Posts, p => p.Person is "gus" or "zoe");
        Assert.Contains("there is one; no need", card.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_restricted_report_nobody_but_they_and_the_named_handler_hears_anything()
    {
        await using var hall = await Reported(Short with { Kinds = [ViolenceKind.SexualHarassment] });
        await hall.Pass(TimeSpan.FromDays(1.5));
        await hall.Happens(Statement.KeyOf("ann", "INC-20261123-999"), new AnswerHowAreYou("ann", HowAreYou.NotAllRight));
        var handled = hall.Channel.Posts.Where(p => p.Card.Contains("\"incident.re", StringComparison.Ordinal) && p.Person != "ann").ToList();
        Assert.Equal(["gus"], handled.Select(p => p.Person).Distinct());
        var others = hall.Channel.Posts.Where(p => p.Person != "ann").Except(handled).ToList();
        Assert.NotEmpty(others);
        Assert.All(others, p => Assert.DoesNotMatch(AboutIt(), p.Card));
        Assert.All(hall.Channel.Posts.Where(p => p.Card.Contains("checkin.answer", StringComparison.Ordinal)), p => Assert.DoesNotContain("after what happened", p.Card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_restricted_report_that_nobody_can_take_the_administrator_hears_only_what_the_reporter_chooses()
    {
        await using var hall = await Reported(Short with { Kinds = [ViolenceKind.SexualHarassment], Avoid = ["gus"] });
        await hall.Pass(TimeSpan.FromDays(9));
        var card = Assert.Single(hall.Channel.Posts, p => p.Person == "ann" && p.Card.Contains("incident.wantHandler", StringComparison.Ordinal)).Card;
        Assert.Contains("Nobody at the office can take it", card, StringComparison.Ordinal);
        Assert.Contains("112", card, StringComparison.Ordinal);
        Assert.DoesNotContain(hall.Channel.Posts, p => p.Person is "ada" or "gus" or "mia" or "lee" && AboutIt().IsMatch(p.Card));
        Assert.DoesNotContain(hall.Channel.Posts, p => p.Person == "ada" && p.Card.Contains("handler", StringComparison.Ordinal));

        await hall.Happens(Anns, new WantHandler("ann"));
        var told = Assert.Single(hall.Channel.Posts, p => p.Person == "ada" && p.Card.Contains("confidential report waits", StringComparison.Ordinal)).Card;
        Assert.All(new[] { "INC-", "ann", "W1", "sexual", "harass", "23 Nov", "Mon" }, word => Assert.DoesNotContain(word, told.Replace("channel", ""), StringComparison.OrdinalIgnoreCase));
        Assert.Contains(hall.Channel.Drawn.Values, c => c.Contains("Told: ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_check_in_after_a_reported_incident_does_not_ask_for_it_again_and_the_leader_sees_that_there_was_one()
    {
        await using var hall = await Reported(Short);
        await hall.Pass(TimeSpan.FromHours(9));
        var asked = hall.Channel.Posts.First(p => p.Person == "ann" && p.Card.Contains("checkin.answer", StringComparison.Ordinal));
        Assert.Contains("after what happened", asked.Card, StringComparison.Ordinal);
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        Assert.Equal(1, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Answer!.Hostile);
        Assert.True((await hall.State<Escalation>(Hall.AnnsCase))!.Context.Incident);
        Assert.Contains(hall.Channel.Posts, p => p.Person == "lee" && p.Card.Contains("there is one; no need", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_begun_from_a_check_in_has_its_post_and_time()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9.5));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 2, Hostile = 1 }));
        var key = Incident.KeyOf("ann", Incident.IdOfCheckIn(Hall.AnnsCheckIn.Id));
        await hall.Happens(key, new BeginReport("ann"));
        var draft = (await hall.State<Incident>(key))!.Draft;
        Assert.Equal(("W1", Hall.Opening.AddHours(9)), (draft.Post, draft.OccurredAt!.Value));
    }

    [Fact]
    public async Task No_row_of_a_report_or_an_account_holds_a_word_of_it()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (text, named) = await hall.Sealing.Account("ann", new("qzwxv, and Lee saw it"), 2000);
        await hall.Happens(Anns, new BeginReport("ann"));
        await hall.Happens(Anns, new FillReport("ann", Short with { Description = text, Named = named }, Keep: false));
        var (own, ownNamed) = await hall.Sealing.Account("ann", new("qzwxv again"), 3000);
        await hall.Happens(Statement.KeyOf("ann", "INC-20261123-001"), new SignStatement("ann", own, ownNamed));
        await foreach (var row in hall.Store.Table(FlowRows.TableName).Scan())
            Assert.DoesNotContain(row.Columns.Values, v => v is string told && told.Contains("qzwxv", StringComparison.Ordinal));
        Assert.Equal(["lee"], await hall.Readers.NamedIn([named!]));
    }

    private static async Task<Hall> Reported(Report report)
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(1));
        await hall.Happens(Anns, new BeginReport("ann"));
        await hall.Happens(Anns, new FillReport("ann", report, Keep: false));
        await hall.Pass(TimeSpan.FromSeconds(1));
        return hall;
    }

    [GeneratedRegex("^INC-20261123-[0-9]{3}$")]
    private static partial Regex Number();

    [GeneratedRegex("INC-|W1|there is one; no need|report", RegexOptions.IgnoreCase)]
    private static partial Regex AboutIt();
}
