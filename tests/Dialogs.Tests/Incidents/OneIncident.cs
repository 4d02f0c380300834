using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>One report of Lin's and the accounts of whom it is about, told to each other as the turns tell them.</summary>
internal sealed class OneIncident
{
    public static readonly DateTimeOffset Happened = Hall.ShiftStart.AddHours(2);

    public static readonly Report Short = new() { Post = "window 3", OccurredAt = Happened, Kinds = [ViolenceKind.ThreatVerbal], Injuries = Injury.None, Over = true };

    public static readonly Words Text = new(Hall.Lin, "seal-text"), Named = new(Hall.Lin, "seal-named");

    private readonly HashSet<(string, string)> heard = [];
    private int numbers;

    public DateTimeOffset Now { get; set; } = Happened.AddMinutes(10);

    public Incident Report { get; private set; } = Incident.Begin(Incident.KeyOf(Hall.Lin, "1"), FactsOf(null), Happened.AddMinutes(10));

    public Dictionary<string, Statement> Accounts { get; } = [];

    /// <summary>What the review was told, and what cases were.</summary>
    public List<Signal> Told { get; } = [];

    /// <summary>Effects of the last event, of whichever record.</summary>
    public List<Show> Shown { get; } = [];

    public Reply? Reply { get; private set; }

    public static IncidentFacts FactsOf(string? number) => new(IncidentPolicy.Shipped, "north", new("window 3", Happened), Hall.ShiftEnd, number);

    public StatementFacts Rules => new(IncidentPolicy.Shipped, Hall.Working, Leave);

    /// <summary>When everybody whom it happened to is on leave.</summary>
    public List<Leave> Leave { get; } = [];

    public static OneIncident Sent(Report? report = null) => new OneIncident().Fills(report ?? Short);

    public IncidentReported LastTold => Told.Select(s => s.Event).OfType<IncidentReported>().Last();

    public Statement Mine => Accounts[Hall.Lin];

    public OneIncident Fills(Report report, bool keep = false) => Hears(new FillReport(Hall.Lin, report, keep));

    public OneIncident Hears(FlowEvent e)
    {
        Shown.Clear();
        var number = Report.TakesNumber(e, Now) ? $"INC-20261123-{++numbers:D3}" : null;
        var step = Report.On(e, FactsOf(number), Now);
        Report = step.State;
        Pass(Report.Key, step.Effects);
        Reply = step.Reply;
        return this;
    }

    public OneIncident Account(string person, FlowEvent e)
    {
        Shown.Clear();
        Tell(Statement.KeyOf(person, Report.Number!), e);
        return this;
    }

    /// <summary>Time goes on; whatever falls due on the way happens in order.</summary>
    public OneIncident After(TimeSpan time)
    {
        Shown.Clear();
        var until = Now + time;
        while (Accounts.Values.Select(a => a.NextAt).Append(Report.NextAt).Where(n => n <= until).Min() is { } next)
        {
            Now = next > Now ? next : Now;
            if (Report.NextAt <= Now)
            {
                var step = Report.On(new Due(), FactsOf(null), Now);
                Report = step.State;
                Pass(Report.Key, step.Effects);
            }
            foreach (var person in Accounts.Where(a => a.Value.NextAt <= Now).Select(a => a.Key).ToList())
                Tell(Statement.KeyOf(person, Report.Number!), new Due());
        }
        Now = until;
        return this;
    }

    private void Tell(FlowKey to, FlowEvent e)
    {
        var step = Accounts.TryGetValue(to.Owner, out var account) ? account.On(e, Rules, Now) : Statement.Begin(to, (StatementAsked)e, Rules, Now);
        Assert.False(
            e is Due && step.Effects.Contains(new Show(step.State.VisitCard, Delivery.Notice)) && Leave.Any(l => l.Covers(LocalTime.DayOf(Now, Hall.Working.Zone))),
            "somebody on leave was asked how they are");
        Accounts[to.Owner] = step.State;
        Pass(to, step.Effects);
        Reply = step.Reply;
    }

    private void Pass(FlowKey from, IReadOnlyList<Effect> effects)
    {
        Shown.AddRange(effects.OfType<Show>());
        foreach (var signal in effects.OfType<Signal>())
        {
            Assert.True(heard.Add((from.Reference, signal.Name)), $"told twice: {signal.Name}");
            if (signal.To.Kind == Statement.Kind)
                Tell(signal.To, signal.Event);
            else if (signal.To.Kind == Incident.Kind)
            {
                var step = Report.On(signal.Event, FactsOf(null), Now);
                Report = step.State;
                Pass(Report.Key, step.Effects);
            }
            else
            {
                Assert.True(signal.To.Kind is ReviewKeys.Kind or Escalation.Kind);
                Told.Add(signal);
            }
        }
    }
}
