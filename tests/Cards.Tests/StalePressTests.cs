using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.CaseSamples;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>Whoever presses a card that is no longer true sees in its place who has it, since when, and nothing to press that would not work.</summary>
public class StalePressTests
{
    private static readonly Escalation TakenByChen = Second with { Phase = CasePhase.Taken, Owner = HallLeader, TakenAt = At(17, 22), Since = At(17, 22), Offers = [OtherLeader] };

    [Theory]
    [InlineData(Language.Chinese, Leader)]
    [InlineData(Language.Chinese, OtherLeader)]
    [InlineData(Language.English, Leader)]
    [InlineData(Language.English, OtherLeader)]
    public void Who_was_asked_or_offered_it_before_sees_who_has_it_and_since_when(Language language, string reader)
    {
        var card = Drawn(TakenByChen, reader, language);
        Assert.Contains(Context(language, At(18, 0)).Name(HallLeader), card, StringComparison.Ordinal);
        Assert.Contains("17:22", card, StringComparison.Ordinal);
        Assert.DoesNotContain("\"verb\"", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese, Leader)]
    [InlineData(Language.Chinese, OtherLeader)]
    [InlineData(Language.English, Leader)]
    [InlineData(Language.English, OtherLeader)]
    public void Who_was_asked_or_offered_it_before_sees_who_finished_it_and_when(Language language, string reader)
    {
        var card = Drawn(TakenByChen with { Phase = CasePhase.Resolved, ResolvedAt = At(17, 40), Since = At(17, 40), Done = Done.Talked }, reader, language);
        Assert.Contains(Context(language, At(18, 0)).Name(HallLeader), card, StringComparison.Ordinal);
        Assert.Contains("17:40", card, StringComparison.Ordinal);
        Assert.DoesNotContain("\"verb\"", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Chinese, Leader)]
    [InlineData(Language.Chinese, OtherLeader)]
    [InlineData(Language.English, Leader)]
    [InlineData(Language.English, OtherLeader)]
    public void Whom_the_person_turned_to_instead_is_told_to_nobody_of_before(Language language, string reader)
    {
        var card = Drawn(Rerouted with { Phase = CasePhase.Taken, Owner = Counsellor, TakenAt = At(17, 22) }, reader, language);
        Assert.DoesNotContain(Context(language, At(18, 0)).Name(Counsellor), card, StringComparison.Ordinal);
        Assert.DoesNotContain("\"verb\"", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CasePhase.Asking)]
    [InlineData(CasePhase.Unanswered)]
    public void Who_was_only_offered_it_has_nothing_to_take_when_nobody_has_it(CasePhase phase)
    {
        var state = TakenByChen with { Phase = phase, Owner = null, TakenAt = null };
        Assert.DoesNotContain("\"verb\"", Drawn(state, OtherLeader, Language.English), StringComparison.Ordinal);
        Assert.Contains("escalation.take", Drawn(state, Leader, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void An_administrator_s_card_names_nobody_and_gives_no_way_into_the_case()
    {
        foreach (var (name, card) in All.Where(s => s.Key.StartsWith("admin.", StringComparison.Ordinal)))
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var json = card(language).ToJson().ToJsonString(Readable);
                Assert.DoesNotContain("escalation.", json, StringComparison.Ordinal);
                Assert.All(new[] { Subject, Leader, HallLeader, Counsellor }, p => Assert.DoesNotContain(Context(language, At(18, 0)).Name(p), json, StringComparison.Ordinal));
                Assert.DoesNotContain(Post(language), json, StringComparison.Ordinal);
            }
        }
    }

    private static string Drawn(Escalation state, string reader, Language language) =>
        EscalationCards.Of(state, Escalation.CardOf(reader), View, Context(language, At(18, 0), _ => null)).ToJson().ToJsonString(Readable);

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
