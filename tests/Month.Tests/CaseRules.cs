using System.Text.Json;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Month.Tests;

/// <summary>No escalation is lost, none is opened twice, and nobody is asked for what somebody has taken.</summary>
internal sealed class CaseRules(MonthBot bot, Records records, Figures figures, TimeProvider clock)
{
    /// <summary>A signal is on its way for no longer than this: an outage, and the leases of two messages.</summary>
    private static readonly TimeSpan Opens = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, int> postedFor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Source, DateTimeOffset Since)> awaited = new(StringComparer.Ordinal);

    /// <summary>An answer that asks for somebody has its case, and one that does not has opened none of its own.</summary>
    public void EveryAnswerThatAsksForSomebodyHasItsCase(Came came)
    {
        if (came is not { State: CheckIn { Phase: CheckInPhase.Answered, Answer: { } answer } checkIn } || came.Before is CheckIn before && before.Sends == checkIn.Sends)
            return;
        figures.Count("answers");
        var asks = bot.Roster.Policy.CheckIn.IsHigh(answer) || answer.Help is Helper.Buddy or Helper.Leader or Helper.Counsellor;
        var agrees = records.Of<Contact>(Contact.KeyOf(checkIn.Person))?.Agrees(Purpose.Escalation) == true;
        if (asks && agrees && checkIn.Case is null)
            Wrong(nameof(EveryAnswerThatAsksForSomebodyHasItsCase), $"{checkIn.Key.Reference} asks for somebody and has no case");
        if (checkIn.Case is { } id)
            awaited.TryAdd(id, (checkIn.Key.Reference, clock.GetUtcNow()));
    }

    /// <summary>What an answer has opened is there, at once unless the store failed.</summary>
    public void EveryCaseThatAnAnswerHasIsOpened()
    {
        foreach (var (id, (source, since)) in awaited.ToList())
        {
            var opened = records.Of<Escalation>(Escalation.KeyOf(id));
            if (opened is null && clock.GetUtcNow() <= since + Opens)
                continue;
            awaited.Remove(id);
            if (opened?.Source != source)
                Wrong(nameof(EveryCaseThatAnAnswerHasIsOpened), opened is null ? $"{source} has a case that was never opened" : $"{source} has the case of something else");
        }
    }

    public void NoAnswerHasTwoCases()
    {
        foreach (var source in records.All<Escalation>().GroupBy(c => c.State.Source).Where(g => g.First().State.Origin == Origin.HardDay && g.Count() > 1))
            Wrong(nameof(NoAnswerHasTwoCases), $"{source.Key} has {source.Count()} cases");
    }

    public void AnOpenCaseHasANextMoment(Came came)
    {
        if (came.State is Escalation { IsOver: false, NextAt: null } state)
            Wrong(nameof(AnOpenCaseHasANextMoment), $"{state.Number} is {state.Phase} and waits for nothing");
        if (came is { State: Escalation { Phase: CasePhase.Taken } now } && came.Before is Escalation { Phase: not CasePhase.Taken })
            figures.Count($"takes ({now.Origin})");
        if (came is { State: Escalation opened, Before: null })
            figures.Count($"cases ({opened.Origin})");
        if (came is { State: Escalation { Phase: CasePhase.Unanswered }, Before: Escalation { Phase: not CasePhase.Unanswered } })
            figures.Count("cases unanswered for a while");
    }

    /// <summary>
    /// A claim is a batch of its own, and begins a new card where a wish stands in it that no card has fulfilled. From the commit of a take on none is
    /// begun for anybody whom the case does not concern.
    /// </summary>
    public void NoSendBeginsAfterATake(string partition, IReadOnlyList<Change> changes, Records known)
    {
        if (!partition.StartsWith("case!", StringComparison.Ordinal))
            return;
        foreach (var change in changes.Where(c => c.Columns.ContainsKey("postedFor")))
            postedFor[$"{partition} {change.Columns["card"]} {change.Columns["reader"]}"] = (int)change.Columns["postedFor"];
        if (changes is not [{ Columns: { } columns }] || columns.GetValueOrDefault("claimedBy") is not string
            || JsonSerializer.Deserialize((string)columns["effect"], DialogsJson.Default.Effect) is not Show { Slot: { Name: "case", Person: { } reader } }
            || (int)columns["wants"] <= postedFor.GetValueOrDefault($"{partition} case {reader}"))
            return;
        figures.Count("cards of cases begun");
        var state = known.Of<Escalation>(Escalation.KeyOf(partition["case!".Length..]))!;
        // Whoever was on their way is told that it is over.
        var saysItIsOver = state.Phase == CasePhase.Withdrawn && reader == state.Owner;
        if (!state.Concerns(reader) && !saysItIsOver)
            Wrong(nameof(NoSendBeginsAfterATake), $"{state.Number}: a card to {reader} was begun while it was {state.Phase}, owner {state.Owner}");
    }

    private void Wrong(string invariant, string what) => figures.Violated(invariant, what, clock.GetUtcNow());
}
