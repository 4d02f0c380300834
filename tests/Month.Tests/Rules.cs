using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Month.Tests;

/// <summary>Everything that must hold, and when it is looked at.</summary>
internal sealed class Rules : IDisposable
{
    private readonly CaseRules cases;
    private readonly CardRules cards;
    private readonly PeopleRules people;
    private readonly Records records;
    private readonly Figures figures;
    private readonly TimeProvider clock;
    private readonly Sweep sweep;
    private readonly Auditor auditor;
    private bool opened;

    public Rules(MonthForm form, MonthBot bot, WatchedStore store, PretendTeams teams, Faults faults, Records records, Figures figures, TimeProvider clock)
    {
        cases = new(bot, records, figures, clock);
        cards = new(bot, teams, faults, records, figures, clock);
        people = new(form, bot, teams, faults, records, figures, clock);
        (this.records, this.figures, this.clock) = (records, figures, clock);
        sweep = new(store, bot.Turns, bot.Get<ParkedRecords>(), clock, bot.Get<Microsoft.Extensions.Logging.ILogger<Sweep>>());
        auditor = new(bot.Turns, bot.Roster, bot.Get<ParkedRecords>(), bot.Get<Bot.Listening.OutOfReach>(), store, clock, bot.Get<Microsoft.Extensions.Logging.ILogger<Auditor>>());
        records.Rows = cases.NoSendBeginsAfterATake;
    }

    public void Dispose()
    {
        sweep.Dispose();
        auditor.Dispose();
    }

    public async Task AfterAnEvent()
    {
        var (came, touched) = records.TakeNew();
        cards.Touched(touched);
        await cards.AllCardsOfARecordAreAlikeWhenThingsAreQuiet();
        cases.EveryCaseThatAnAnswerHasIsOpened();
        foreach (var one in came)
        {
            cases.EveryAnswerThatAsksForSomebodyHasItsCase(one);
            cases.AnOpenCaseHasANextMoment(one);
            people.NobodyIsAskedTwiceAboutAShift(one);
            people.EverySosIsAnsweredAndEverybodyCalledWasSent(one, records.Of<Alert>(one.Key) == one.State && !cards.Unquiet.Contains(one.Key));
            people.CountSwaps(one);
            await people.NobodyOnLeaveIsAsked(one);
        }
    }

    public void RosterChanged() => people.RosterChanged();

    public async Task EachDay()
    {
        figures.Count("days");
        cases.NoAnswerHasTwoCases();
        people.ACheckInComesOnceAndIsRemindedOfOnce(cards.Unquiet);
        await people.NoShiftHasTwoHolders();
        // The first look comes before anything has begun.
        if (opened && await sweep.Once() is > 0 and var forgotten)
            figures.Violated("no message is lost", $"the sweep found {forgotten}", clock.GetUtcNow());
        opened = true;
        var audited = await auditor.Once();
        if (audited.Standing > 0)
            figures.Violated("nothing stands still", $"the auditor found {audited.Standing}", clock.GetUtcNow());
        figures.Count("cards on their way when a day began", cards.Unquiet.Count);
    }
}
