using CheckInBot.Bot.Flows;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Month.Tests;

/// <summary>What each person may count on: asked once, not on leave, answered when they call, and one holder for each shift.</summary>
internal sealed class PeopleRules(MonthForm form, MonthBot bot, PretendTeams teams, Faults faults, Records records, Figures figures, TimeProvider clock)
{
    private readonly Dictionary<string, string> askedAbout = new(StringComparer.Ordinal);
    private Dictionary<string, Shift>? atFirst;

    /// <summary>A check-in is begun at most once for a shift, and by one person.</summary>
    public void NobodyIsAskedTwiceAboutAShift(Came came)
    {
        if (came is not { Before: null, State: CheckIn checkIn } || checkIn.Id.EndsWith('p'))
            return;
        figures.Count($"shift ends ({checkIn.Phase}{(checkIn.Unasked is { } why ? $", {why}" : "")})");
        if (checkIn.Phase == CheckInPhase.Asked && checkIn.Shift is { } shift && !askedAbout.TryAdd(shift.Id, checkIn.Key.Reference))
            Wrong(nameof(NobodyIsAskedTwiceAboutAShift), $"{shift.Id}: {askedAbout[shift.Id]} and {checkIn.Key.Reference}");
    }

    public async Task NobodyOnLeaveIsAsked(Came came)
    {
        IEnumerable<string> asked = came.State switch
        {
            CheckIn { Phase: CheckInPhase.Asked } c when came.Before is null && !c.Id.EndsWith('p') => [c.Person],
            Escalation { Phase: CasePhase.Asking } e => e.Asked.Where(a => a.At == came.At && (came.Before as Escalation)?.Asked.Contains(a) != true).Select(a => a.Person),
            Alert alert => alert.Called.Where(c => c.At == came.At && (came.Before as Alert)?.Called.Contains(c) != true).Select(c => c.Person),
            _ => [],
        };
        foreach (var person in asked)
        {
            if (await bot.Get<Absences>().IsAway(person, [came.At], CancellationToken.None))
                Wrong(nameof(NobodyOnLeaveIsAsked), $"{came.Key.Kind}/{came.Key.Reference} asks {person}, who is on leave");
        }
    }

    /// <summary>Who calls sees a card of the alert, and so does everybody who is called, or it is known that they are out of reach.</summary>
    public void EverySosIsAnsweredAndEverybodyCalledWasSent(Came came, bool quiet)
    {
        if (came.State is not Alert alert)
            return;
        if (came.Before is null)
            figures.Count("SOS");
        if (alert.Phase == AlertPhase.Calling && came.Before is not Alert { Phase: AlertPhase.Calling })
            figures.Count("SOS raised");
        if (!quiet || alert.IsOver)
            return;
        foreach (var person in alert.Called.Where(c => !c.OutOfReach).Select(c => c.Person).Prepend(alert.Person))
        {
            if (!teams.Of(person).References.Contains($"sos={alert.Key.Reference}") && !faults.IsClosed(person, clock.GetUtcNow()))
                Wrong(nameof(EverySosIsAnsweredAndEverybodyCalledWasSent), $"{alert.Number}: {person} never saw a card, {alert.Phase}");
        }
    }

    /// <summary>From now on other shifts are planned.</summary>
    public void RosterChanged() => atFirst = null;

    public async Task NoShiftHasTwoHolders()
    {
        var rows = new List<Shift>();
        foreach (var team in bot.Roster.Teams)
            rows.AddRange(await bot.Roster.Around(team.Id, form.Begin.AddDays(-2), form.End.AddDays(20)));
        atFirst ??= rows.ToDictionary(s => s.Id);
        foreach (var shift in rows.GroupBy(s => s.Id).Where(g => g.Count() > 1))
            Wrong(nameof(NoShiftHasTwoHolders), $"{shift.Key}: {string.Join(" and ", shift.Select(s => s.Person))}");
        if (rows.Count != atFirst.Count || rows.Any(s => !atFirst.TryGetValue(s.Id, out var was) || (was.Start, was.End) != (s.Start, s.End)))
            Wrong(nameof(NoShiftHasTwoHolders), $"{atFirst.Count} shifts became {rows.Count}, or other ones");
        foreach (var person in rows.GroupBy(s => s.Person))
        {
            var shifts = person.OrderBy(s => s.Start).ToList();
            for (var i = 1; i < shifts.Count; i++)
            {
                if (shifts[i].Start < shifts[i - 1].End)
                    Wrong(nameof(NoShiftHasTwoHolders), $"{person.Key} has {shifts[i - 1].Id} and {shifts[i].Id} at once");
            }
        }
    }

    /// <summary>
    /// A check-in comes once and is reminded of once; beyond that it comes for each "later" and each typed word. While it is open the reminder may stand beside
    /// the first card, which may be being filled in; then one card is left.
    /// </summary>
    /// <param name="onTheirWay">Records of which a card is still to be drawn.</param>
    public void ACheckInComesOnceAndIsRemindedOfOnce(IReadOnlyCollection<FlowKey> onTheirWay)
    {
        foreach (var (person, chat) in teams.All.Where(c => !faults.EverClosed(c.Person)))
        {
            foreach (var posted in chat.Cards.GroupBy(c => c.FirstActs.FirstOrDefault(a => a.Verb == "checkin.answer")?.About).Where(g => g.Key is not null))
            {
                var wanted = chat.Wanted.Count(at => at >= posted.First().At.AddMinutes(-1) && at <= posted.Last().At);
                // A card that was wanted is sent until the store knows of it.
                var unheard = wanted > 0 ? posted.Count(c => !records.Placed.Contains(c.Activity)) : 0;
                if (posted.Count(c => !c.Unknown) > 2 + wanted + unheard)
                    Wrong(nameof(ACheckInComesOnceAndIsRemindedOfOnce), $"{person} got {posted.Count()} cards of {posted.Key} and wanted {wanted}");
                var key = FlowKey.Parse(CheckIn.Kind, posted.Key!["checkIn=".Length..])!.Value;
                var open = records.Of<CheckIn>(key)?.IsOpen == true;
                var live = posted.Count(c => !c.Unknown && records.Placed.Contains(c.Activity) && c.Acts.Any(a => a.Verb == "checkin.answer"));
                if (live > (open ? 2 : 0) && !onTheirWay.Contains(key))
                    Wrong(nameof(ACheckInComesOnceAndIsRemindedOfOnce), $"{person} has {live} open cards of {posted.Key}");
            }
        }
    }

    public void CountSwaps(Came came)
    {
        if (came.State is Swap swap && (came.Before as Swap)?.Phase != swap.Phase)
            figures.Count($"swaps ({swap.Phase})");
        if (came is { Before: null, Key.Kind: "incident" or "cover" or "reinforce" or "leave" or "review" or "statement" })
            figures.Count($"records of {came.Key.Kind}");
    }

    private void Wrong(string invariant, string what) => figures.Violated(invariant, what, clock.GetUtcNow());
}
