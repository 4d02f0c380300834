using System.Text.Encodings.Web;
using System.Text.Json;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>What the cards promise about who reads what.</summary>
public class PromiseTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<Language> Languages => [Language.Chinese, Language.English];

    [Theory, MemberData(nameof(Languages))]
    public void Whoever_is_asked_reads_no_score_no_mood_no_reason_and_no_unshared_note(Language language)
    {
        var t = Texts.For(language);
        string[] secrets =
        [
            .. Enumerable.Range(1, 5).SelectMany(n => new[] { t.Stress(n), $"{t.FactMood} {t.Mood(n)}" }),
            t.StressLabel, t.MoodLabel, t.FactTags, .. Hall.Policy.Tags.Select(k => t.Tag(k)!),
        ];
        foreach (var (name, draw) in Samples.All.Where(s => s.Key.StartsWith("case.", StringComparison.Ordinal)))
        {
            var card = draw(language).ToJson().ToJsonString(Readable);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, card, StringComparison.Ordinal));
            if (name != "case.unread.withNote")
                Assert.DoesNotContain(language == Language.Chinese ? Hall.NoteText : "half an hour", card, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Words_that_may_not_be_opened_are_not_on_the_card(Language language)
    {
        var c = Hall.Context(language, Hall.At(17, 7), _ => null);
        var state = CaseSamples.In(CaseSamples.Reopened with { Note = Hall.Note }, language);
        var card = EscalationCards.Of(state, Escalation.CardOf(Hall.Leader), CaseSamples.View, c).ToJson().ToJsonString(Readable);
        Assert.DoesNotContain("seal", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Words", card, StringComparison.Ordinal);
        Assert.DoesNotContain("(words)", card, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Shift_details_leave_the_card_once_it_is_not_theirs(Language language)
    {
        string[] gone = ["case.takenByOther", "case.moved", "case.resolved", "case.resolved.byOther", "case.visiting", "case.closed.helped", "case.closed.silent"];
        foreach (var name in gone)
        {
            var card = Samples.All[name](language).ToJson().ToJsonString(Readable);
            Assert.DoesNotContain(Hall.Post(language), card, StringComparison.Ordinal);
            Assert.DoesNotContain("08:30–17:00", card, StringComparison.Ordinal);
            Assert.DoesNotContain("Action.Execute", card, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Whom_the_person_turned_to_instead_is_not_told_to_the_leader(Language language)
    {
        foreach (var phase in Enum.GetValues<CasePhase>())
        {
            var state = CaseSamples.Rerouted with { Phase = phase, Owner = Hall.Counsellor, TakenAt = Hall.At(17, 10), ResolvedAt = Hall.At(17, 30) };
            var card = EscalationCards.Of(state, Escalation.CardOf(Hall.Leader), CaseSamples.View, Hall.Context(language, Hall.At(17, 31))).ToJson().ToJsonString(Readable);
            Assert.DoesNotContain(language == Language.Chinese ? "周岚" : "Zhou Lan", card, StringComparison.Ordinal);
            Assert.DoesNotContain(Texts.For(language).Role(StepRole.Counsellor), card, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_persons_card_quotes_exactly_what_the_reader_got(Language language)
    {
        foreach (var (reader, own) in new[] { ("case.unread.withNote", "mine.asking.withNote"), ("case.unread.reopened", "mine.asking.reopened"), ("case.unread.personNow", "mine.asking.personNow") })
        {
            var read = Samples.All[reader](language).Card.Body;
            var quoted = Samples.All[own](language).Card.Body.OfType<Schema.Container>().Single(b => b is { Style: Schema.ContainerStyle.Emphasis, Items: [Schema.TextBlock { Weight: Schema.TextWeight.Bolder }, ..] }).Items;
            // Between the state and "how to begin" stands what is about the person.
            var about = read.Skip(1).TakeWhile(e => e is not Schema.Container).ToArray();
            Assert.Equal(about.Length, quoted.Count);
            Assert.Equal(about.SelectMany(Texts), quoted.SelectMany(Texts));
        }

        static IEnumerable<string> Texts(Schema.CardElement e) => e switch
        {
            Schema.TextBlock t => [t.Text],
            Schema.FactSet f => f.Facts.SelectMany(x => new[] { x.Title, x.Value }),
            _ => [],
        };
    }

    [Theory, MemberData(nameof(Languages))]
    public void Without_agreement_the_card_names_nobody_who_would_be_told(Language language)
    {
        var card = Samples.All["checkin.asked.notAgreed"](language).ToJson().ToJsonString(Readable);
        Assert.DoesNotContain(language == Language.Chinese ? "王敏" : "Wang Min", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_notice_has_words_of_its_own()
    {
        var kinds = typeof(Notice).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Notice)));
        var sampled = Samples.All.Keys.Where(k => k.StartsWith("notice.", StringComparison.Ordinal)).Select(k => k.Split('.')[1]);
        Assert.Equal(kinds.Select(k => char.ToLowerInvariant(k.Name[0]) + k.Name[1..]).Order(), sampled.Distinct().Order());
    }

    [Theory]
    [InlineData(5, 1, "压力 5 或心情“很差”", "stress 5 or mood \\\"Very low\\\"")]
    [InlineData(4, 2, "压力到 4 或心情“不太好”或更差", "stress 4 or more or mood \\\"Low\\\" or lower")]
    [InlineData(6, 1, "心情“很差”", "mood \\\"Very low\\\"")]
    [InlineData(5, 0, "压力 5", "stress 5")]
    [InlineData(6, 0, "王敏", "Wang Min", false)]
    public void What_a_hard_answer_causes_follows_the_policy(int stress, int mood, string chinese, string english, bool said = true)
    {
        var state = new CheckIn { Person = Hall.Subject, Id = "1", Phase = CheckInPhase.Asked, Since = Hall.At(17, 0), ClosesAt = Hall.At(8, 30, 1) };
        foreach (var (language, sentence) in new[] { (Language.Chinese, chinese), (Language.English, english) })
        {
            var view = new CheckInView(Hall.Policy with { HighStress = stress, LowMood = mood }, true, Hall.Leader);
            var card = CheckInCards.Of(state, view, Hall.Context(language, Hall.At(17, 5))).ToJson().ToJsonString(Readable);
            Assert.Equal(said, card.Contains(sentence, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(23, 40, 0, "23:40", "at 23:40")]
    [InlineData(23, 30, 0, "周一 23:30", "on Mon at 23:30")]
    [InlineData(17, 20, 0, "周一 17:20", "on Mon at 17:20")]
    [InlineData(8, 30, 1, "周二 08:30", "on Tue at 08:30")]
    [InlineData(8, 30, -1, "周日 08:30", "on Sun at 08:30")]
    [InlineData(8, 30, -6, "周二 08:30", "on Tue at 08:30")]
    [InlineData(8, 30, 3, "周四 08:30", "on Thu at 08:30")]
    [InlineData(8, 30, 4, "11月27日周五 08:30", "on Fri 27 Nov at 08:30")]
    [InlineData(8, 30, 6, "11月29日周日 08:30", "on Sun 29 Nov at 08:30")]
    [InlineData(8, 30, 7, "11月30日周一 08:30", "on Mon 30 Nov at 08:30")]
    [InlineData(8, 30, 8, "12月1日周二 08:30", "on Tue 1 Dec at 08:30")]
    public void A_time_has_its_day_unless_it_is_certain_to_be_read_on_it(int hour, int minute, int days, string chinese, string english)
    {
        // The reader's day, not the day in UTC: 23:30 in Shanghai is still today.
        var moment = Moment.Of(Hall.At(hour, minute, days).ToUniversalTime(), Hall.At(23, 30).ToUniversalTime(), Hall.Zone);
        Assert.Equal(chinese, Texts.Chinese.When(moment));
        Assert.Equal(english, Texts.English.When(moment));
    }
}
