using System.Text;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>The picture of a week: nobody is lost between its parts, its signs mean what they say, and it stays small.</summary>
public class WeekTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    public static TheoryData<Language> Languages => [Language.Chinese, Language.English];

    [Theory, MemberData(nameof(Languages))]
    public void Thirty_people_who_work_twice_every_day_stay_below_what_a_channel_carries_and_nobody_is_left_out(Language language)
    {
        var seen = new List<string>();
        for (var part = 0; part < 5; part++)
        {
            var card = WeekCards.Of(View(Busy(30), part), In(language));
            Assert.InRange(Encoding.UTF8.GetByteCount(card.ToJson().ToJsonString()), 1, 20_000);
            seen.AddRange(card.Card.Body.OfType<ColumnSet>().Select(r => r.Columns[0].Items.OfType<TextBlock>().FirstOrDefault()?.Text).OfType<string>().Where(t => t.StartsWith('P')));
        }
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"P{i}"), seen);
    }

    [Fact]
    public void The_others_come_one_part_after_the_other_and_then_the_first_again()
    {
        Assert.Equal(["1", "2", "3", "4", null], Enumerable.Range(0, 5).Select(part => Looks(WeekCards.Of(View(Busy(30), part), In(Language.English))).First().Part.Text));
        Assert.Equal(Shown(99), Shown(4));
        Assert.Equal(Shown(-1), Shown(0));

        static string Shown(int part) => WeekCards.Of(View(Busy(30), part), In(Language.English)).ToJson().ToJsonString();
    }

    [Theory]
    [InlineData(22, 0, 30, 0, "22:00 6:00⁺", true)]
    [InlineData(16, 0, 24, 0, "16:00 24:00", false)]
    [InlineData(8, 0, 16, 0, "8:00 16:00", false)]
    public void An_end_on_the_next_day_has_a_sign_that_is_explained_and_midnight_is_24(int from, int fromMinute, int to, int toMinute, string text, bool explained)
    {
        var shift = new Shift("n", "p-0", "hall", "3", Hall.At(from, fromMinute), Hall.At(0, toMinute).AddHours(to == 30 ? 30 : to));
        var card = WeekCards.Of(View([shift], 0), In(Language.English)).ToJson();
        var json = card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains($"\"{text}\"", json, StringComparison.Ordinal);
        Assert.Equal(explained, json.Contains("ends on the next day", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_row_is_as_wide_as_the_seven_days()
    {
        foreach (var row in WeekCards.Of(View([.. Busy(3), new("z", "p-9", "hall", "3", Hall.At(8, 0, 3), Hall.At(9, 0, 3))], 0), In(Language.English)).Card.Body.OfType<ColumnSet>().Where(r => r.Columns[0].Width == "stretch" && r.Columns[^1].Width != "auto"))
            Assert.Equal(7 * 35, row.Columns.Skip(1).Sum(c => int.Parse(c.Width[..^2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_day_of_drawing_is_marked_only_in_its_own_week()
    {
        Assert.Equal(2, Marks(Hall.At(12, 0, 2)));
        Assert.Equal(0, Marks(Hall.At(12, 0, 9)));

        static int Marks(DateTimeOffset now) => WeekCards.Of(View(Busy(1), 0), In(Language.English) with { Now = now }).ToJson().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Count(c => c == '▾');
    }

    private static IEnumerable<PressWeek> Looks(CardMessage card) =>
        card.Card.Body.OfType<ActionSet>().SelectMany(a => a.Actions).OfType<ActionExecute>().Select(a => a.Data.Action).OfType<PressWeek>();

    private static WeekView View(IReadOnlyList<Shift> shifts, int part) =>
        new(new("hall", "Hall", "Asia/Shanghai", "CN"), TeamWeek.Of(shifts, Monday, Hall.Zone), "p-0") { Part = part, HasBefore = true, HasAfter = true };

    private static IReadOnlyList<Shift> Busy(int people) =>
        [.. Enumerable.Range(0, people).SelectMany(p => Enumerable.Range(0, 7).SelectMany(d => new[] { (8, 12), (14, 18) }.Select(h => new Shift($"{p}-{d}-{h.Item1}", $"p-{p}", "hall", "12 号窗口", Hall.At(h.Item1, 30, d), Hall.At(h.Item2, 30, d)))))];

    private static CardContext In(Language language) => Hall.Context(language, Hall.At(12, 0, 2)) with { Name = id => $"P{id[2..]}" };
}
