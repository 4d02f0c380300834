using System.Text.Encodings.Web;
using System.Text.Json;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>What every card of an alert promises to who is shaking or running.</summary>
public class AlertPromiseTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, Language> All => Of(AlertSamples.All.Select(s => s.Key).Where(n => !n.StartsWith("guide.", StringComparison.Ordinal)).Concat(["help.nobodyCalled", "help.nobodyCalled.inChannel"]).Contains);

    public static TheoryData<string, Language> Administrators => Of(n => n.StartsWith("admin.unclosed", StringComparison.Ordinal));

    [Theory, MemberData(nameof(All))]
    public void Always_also_when_it_is_over_it_shows_the_number_against_violence_and_says_that_it_is_no_alarm_system(string name, Language language)
    {
        var card = Json(name, language);
        Assert.Contains("110", card, StringComparison.Ordinal);
        Assert.Contains(language == Language.Chinese ? "我不是报警系统" : "I am not an alarm system", card, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Administrators))]
    public void An_administrator_reads_neither_who_called_nor_where(string name, Language language)
    {
        var card = Json(name, language);
        Assert.DoesNotContain(Hall.Context(language, Hall.At(17, 6)).Name(Hall.Subject), card, StringComparison.Ordinal);
        Assert.DoesNotContain(Hall.Post(language), card, StringComparison.Ordinal);
        Assert.Contains(AlertSamples.Calling.Number, card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Once_it_is_over_nobody_has_anything_to_press_about_it(Language language)
    {
        foreach (var name in Samples.All.Keys.Where(n => n is "call.safe" or "call.safe.byOther" or "call.mistaken" or "call.lapsed" or "sos.ended.safe" or "sos.ended.mistaken" or "sos.ended.lapsed"))
            Assert.DoesNotContain("\"verb\":\"incident.sos.", Json(name, language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Only_whoever_called_and_was_in_it_is_offered_a_report(Language language)
    {
        foreach (var name in AlertSamples.All.Select(s => s.Key))
            Assert.Equal(name is "sos.ended.safe" or "sos.ended.safe.byOther" or "sos.ended.lapsed" or "sos.ended.lapsed.nobodyTold", Json(name, language).Contains("incident.begin", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void The_card_that_lapsed_tells_of_an_administrator_only_where_one_was_told(Language language)
    {
        var administrator = language == Language.Chinese ? "管理员" : "dministrator";
        Assert.Contains(administrator, Json("sos.ended.lapsed", language), StringComparison.Ordinal);
        Assert.DoesNotContain(administrator, Json("sos.ended.lapsed.nobodyTold", language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Calling_again_asks_where_and_holds_the_post_of_the_present_shift(Language language)
    {
        var first = AlertSamples.In(AlertSamples.Answered, language) with { Rostered = Hall.Post(language) };
        var card = AlertCards.Of(first, first.Mine, AlertSamples.View(language) with { Rostered = "W9" }, Hall.Context(language, Hall.At(17, 6))).ToJson().ToJsonString(Readable);
        Assert.Contains("\"again\":\"1\"", card, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"W9\"", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void What_many_read_has_neither_name_nor_place_nor_button(Language language)
    {
        foreach (var name in Samples.All.Keys.Where(n => n.StartsWith("channel.", StringComparison.Ordinal)))
        {
            var card = Json(name, language);
            Assert.DoesNotContain(Hall.Context(language, Hall.At(17, 6)).Name(Hall.Subject), card, StringComparison.Ordinal);
            Assert.DoesNotContain(Hall.Post(language), card, StringComparison.Ordinal);
            Assert.DoesNotContain("Action.", card, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("incident.form.full", Language.Chinese)]
    [InlineData("incident.form.full", Language.English)]
    [InlineData("incident.reported.notOver", Language.Chinese)]
    [InlineData("incident.reported.notOver", Language.English)]
    public void Where_a_report_says_that_it_is_not_over_people_can_be_called(string name, Language language)
    {
        var call = Hall.Context(language, Hall.At(17, 6)).Texts.CallPeople;
        Assert.Matches($"\"verb\":\"incident\\.sos\",[^\\[\\]]*\"title\":\"{call}\"", Json(name, language));
        Assert.DoesNotContain(call, Json("incident.reported", language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void It_can_be_drawn_for_everybody_wherever_it_goes(Language language)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new Random(seed);
            var at = Hall.At(17, 5);
            string[] people = [Hall.Leader, Hall.HallLeader, Hall.Buddy, Hall.OtherLeader];
            var facts = new AlertFacts(
                AlertSamples.Policy,
                [.. people.Select(p => new Dialogs.Escalations.Candidate(p, [p == Hall.HallLeader ? Role.HallLeader : Role.Leader], dice.Next(3) > 0, false, true, p == Hall.Buddy, null))],
                Hall.Post(language),
                [Hall.Post(language)])
            {
                Administrators = [Hall.Counsellor],
            };
            var state = Alert.Begin(Alert.KeyAfter(Hall.Subject, null), new AlertRaised(Hall.Subject, null), facts, at)!.State;
            for (var i = 0; i < 25; i++)
            {
                foreach (var slot in people.Select(Alert.CardOf).Append(state.Mine).Append(Alert.UnclosedCard(Hall.Counsellor)))
                    Assert.NotEmpty(AlertCards.Of(state, slot, AlertSamples.View(language), Hall.Context(language, at)).Card.Body);
                at += TimeSpan.FromSeconds(dice.Next(1, 400));
                var who = people[dice.Next(people.Length)];
                state = state.On(
                    dice.Next(7) switch
                    {
                        0 => new AlertTaken(who),
                        1 => new AlertUnreachable(who),
                        2 => new AlertRaised(Hall.Subject, null),
                        3 when i > 15 => new AlertSafe(who),
                        _ => new Dialogs.Due(),
                    },
                    facts,
                    at).State;
            }
        }
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void A_post_and_a_guide_that_look_like_Markdown_are_read_as_they_are(Language language)
    {
        var card = AlertCards.Of(AlertSamples.Calling with { Post = "[w](http://x)**" }, Alert.CardOf(Hall.Leader), AlertSamples.View(language), Hall.Context(language, Hall.At(17, 6)));
        Assert.DoesNotContain("](http", JsonSerializer.Serialize(card.Card.Body.OfType<TextBlock>().Select(t => t.Text), Readable), StringComparison.Ordinal);
        var guide = GuideCards.Of(Dialogs.Care.Guide.Breathing, new("**a**", ["[x](y)"]), Hall.Context(language, Hall.At(17, 6)));
        Assert.All(guide.Card.Body.OfType<TextBlock>(), t => Assert.DoesNotContain('[', t.Text));
    }

    private static string Json(string name, Language language) => Samples.All[name](language).ToJson().ToJsonString(Readable);

    private static TheoryData<string, Language> Of(Func<string, bool> which)
    {
        var data = new TheoryData<string, Language>();
        foreach (var name in Samples.All.Keys.Where(which))
        {
            data.Add(name, Language.Chinese);
            data.Add(name, Language.English);
        }
        return data;
    }
}
