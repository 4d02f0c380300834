using System.Globalization;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Incidents;

public sealed partial record Statement
{
    /// <summary>What happens next. Guards stand first; what comes twice changes nothing.</summary>
    public Step<Statement> On(FlowEvent e, StatementFacts facts, DateTimeOffset at) => (Phase, e) switch
    {
        (_, PersonEvent p) when p.By != Person => this.Answering(new Say(new Notice.NotYours())),
        (_, Due) when NextAt is not { } next || next > at => this.Then(),
        (_, Due) => WhenDue(facts, at),

        (_, StatementAsked a) when a == About && !Spared => this.Then(),
        (_, StatementAsked a) => Hiding(AskedAnew(a, facts, at), a, facts),
        (_, StatementNotNeeded n) => Spare(n, facts),
        (_, ReplyLost l) when Reply is not null => this.Then(new Signal("replyLost", ReviewKeys.Of(Number), l)),
        (StatementPhase.NotNeeded, not DraftsErased) => e is PersonEvent ? this.Answering(new See(Card)) : this.Then(),

        (_, IncidentReplied r) when r == Reply => this.Then(),
        (_, IncidentReplied r) => (this with { Reply = r }).Then(new Show(ReplyCard, Delivery.Notice)),

        (StatementPhase.Frozen, AddToStatement { Text: { } text } a) => Add(text, a.Named, at),
        (StatementPhase.Frozen, KeepStatement or SignStatement or DeclineStatement or OpenStatement or AddToStatement) => this.Answering(new See(Card)),
        (StatementPhase.Declined, OpenStatement) => Redrawn(this with { Phase = StatementPhase.Open }),
        (_, AddToStatement or OpenStatement) => this.Answering(new See(Card)),
        // An empty box takes nothing away: a card whose box was lost must not cost anybody's words.
        (_, KeepStatement k) => Redrawn(Written(k.Text, k.Named) with { Phase = StatementPhase.Open }),
        (_, DeclineStatement d) => Redrawn(Written(d.Text, d.Named) with { Phase = StatementPhase.Declined, RemindAt = null }),
        (_, SignStatement { Text: null }) => Redrawn(this with { Phase = StatementPhase.Open, Gap = true }),
        (_, SignStatement s) => Sign(s, at),

        (_, AnswerHowAreYou) when Spared => this.Answering(new See(VisitCard)),
        (_, AnswerHowAreYou a) => Answered(a.Answer, facts, at),
        (_, DraftsErased) => Erase(),
        _ => this.Then(),
    };

    /// <summary>An outage may have let several moments go by: the reminder and one question are what is left of them.</summary>
    private Step<Statement> WhenDue(StatementFacts facts, DateTimeOffset at)
    {
        var next = this;
        var effects = new List<Effect>();
        if (Phase == StatementPhase.Open && RemindAt <= at)
        {
            next = next with { RemindAt = null };
            effects.Add(new Show(Card, Delivery.Prompt));
        }
        if (!VisitsOff && !Spared)
            next = next with { Visits = facts.Policy.Moved(Visits, at, facts.Working, facts.Leave) };
        if (!VisitsOff && !Spared && next.Visits.LastOrDefault(v => v.At <= at) is { } visit)
        {
            next = next with { Visits = [.. next.Visits.Where(v => v.At > at)], Asked = visit };
            effects.Add(new Show(VisitCard, Delivery.Notice));
        }
        return next.Then(effects);
    }

    private Step<Statement> AskedAnew(StatementAsked a, StatementFacts facts, DateTimeOffset at)
    {
        var next = this with
        {
            About = a with { Restricted = a.Restricted || About.Restricted },
            Corrected = false,
            Phase = Phase == StatementPhase.NotNeeded ? StatementPhase.Open : Phase,
            Visits = a.OccurredAt == About.OccurredAt && !Spared
                ? Visits
                : [.. ToCome(a.OccurredAt, facts, at).Where(v => Asked is null || v.Day > Asked.Day)],
        };
        return next.Then(new Show(Card, Phase == StatementPhase.NotNeeded ? Delivery.Prompt : Delivery.Refresh));
    }

    /// <summary>Whether what others could read until now, that there was a report, leaves their cards with this event.</summary>
    public bool Hides(FlowEvent e) => !About.Restricted && e switch
    {
        StatementAsked a => a.Restricted,
        StatementNotNeeded n => n.Restricted || Phase is not (StatementPhase.Frozen or StatementPhase.NotNeeded),
        _ => false,
    };

    /// <summary>It did not happen to the person after all, or nobody but the handler may know of it any more. What was signed stays as it is; only the questions end.</summary>
    private Step<Statement> Spare(StatementNotNeeded n, StatementFacts facts)
    {
        if (Phase == StatementPhase.NotNeeded || (Corrected && !Hides(n)))
            return this.Then();
        var hidden = Hides(n);
        var next = Phase == StatementPhase.Frozen
            ? (this with { Corrected = true, About = hidden ? About with { Restricted = true } : About }).Then(new Show(Card, Delivery.Refresh), new Show(VisitCard, Delivery.Withdraw))
            : (this with { Phase = StatementPhase.NotNeeded, RemindAt = null, Gap = false }).Then(new Show(Card, Delivery.Refresh), new Show(VisitCard, Delivery.Withdraw));
        return Hiding(next, n, facts);
    }

    /// <summary>By its name it goes behind the signal that opens a case.</summary>
    private Step<Statement> Hiding(Step<Statement> step, FlowEvent e, StatementFacts facts)
    {
        if (!Hides(e))
            return step;
        FlowKey[] who = [.. facts.CheckIns, .. Opened.Select(CaseAfter)];
        return step with
        {
            State = step.State with { Hidings = Hidings + 1 },
            Effects = [.. step.Effects, .. who.Select((to, i) => new Signal(string.Create(CultureInfo.InvariantCulture, $"without.{Hidings + 1:D4}.{i:D3}"), to, new IncidentHidden()))],
        };
    }

    /// <summary>The case that the question of that day opened.</summary>
    private FlowKey CaseAfter(int day) => Escalation.KeyOf(Escalation.IdOf(string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Key.Reference}/{day}")));

    private Statement Written(Words? text, Words? named) => (text is null ? this : this with { Draft = text, Named = named }) with { Gap = false };

    private Step<Statement> Sign(SignStatement s, DateTimeOffset at)
    {
        var next = this with { Phase = StatementPhase.Frozen, Text = s.Text, Named = s.Named, Draft = null, SignedAt = at, RemindAt = null, Gap = false };
        return next
            .Then(new Show(Card, Delivery.Refresh), new Signal("signed", FlowKey.Parse(Incident.Kind, About.Incident)!.Value, new StatementFrozen(Person, at, s.Text, s.Named)))
            .Replying(new See(Card));
    }

    private Step<Statement> Add(Words text, Words? named, DateTimeOffset at)
    {
        if (Addenda.Length >= MostAddenda || Addenda.Any(a => a.Text == text))
            return this.Answering(new See(Card));
        var next = this with { Addenda = Addenda.Add(new(text, at)) };
        var told = new AccountAddedTo(Person, next.Addenda.Length, named);
        return next
            .Then(new Show(Card, Delivery.Refresh), new Signal(string.Create(CultureInfo.InvariantCulture, $"signed.added.{told.Count:D2}"), FlowKey.Parse(Incident.Kind, About.Incident)!.Value, told))
            .Replying(new See(Card));
    }

    private Step<Statement> Answered(HowAreYou? answer, StatementFacts facts, DateTimeOffset at)
    {
        if (answer is HowAreYou.Stop or HowAreYou.Again)
        {
            var off = answer is HowAreYou.Stop;
            // Questions that went by while they were switched off are not asked afterwards.
            return off == VisitsOff
                ? this.Answering(new See(VisitCard))
                : Drawn(this with { VisitsOff = off, Visits = off ? Visits : [.. Visits.Where(v => v.At > at)] });
        }
        if (answer is not { } how || Asked is not { } asked || how == Answer || Opened.Contains(asked.Day))
            return this.Answering(new See(VisitCard));
        var next = this with { Answers = Answers.Add(new(asked.Day, how, at)) };
        if (how == HowAreYou.AllRight)
            return Drawn(next);
        var to = CaseAfter(asked.Day);
        // Of a restricted report nobody but its handler hears anything, not even that there was one.
        var context = new ShiftContext(About.Restricted ? "" : About.Post, null, null, null, 0, 0) { Incident = !About.Restricted };
        return Drawn(
            next with { Opened = Opened.Add(asked.Day) },
            new Signal(Name(asked, "open"), to, new Opened(Origin.ReturnVisit, Key.Reference, Person, facts.Policy.VisitRoute, context, null, Cause.NotAllRight, About.Named)),
            Named is null ? null : new Signal(Name(asked, "then"), to, new NoteShared(null, Named)));
    }

    private static string Name(Visit visit, string word) => string.Create(CultureInfo.InvariantCulture, $"visit.{visit.Day:D4}.{word}");

    /// <summary>What was signed stays for whoever handles it; what is only the person's goes.</summary>
    private Step<Statement> Erase() => !HasDraft
        ? this.Then()
        : (this with { Draft = null, Named = Phase == StatementPhase.Frozen ? Named : null, Answers = [] }).Then(new Show(Card, Delivery.Refresh), new Show(VisitCard, Delivery.Refresh));

    private static Step<Statement> Redrawn(Statement next) => next.Then(new Show(next.Card, Delivery.Refresh)).Replying(new See(next.Card));

    private Step<Statement> Drawn(Statement next, params Effect?[] more) =>
        next.Then([new Show(VisitCard, Delivery.Refresh), .. more.OfType<Effect>()]).Replying(new See(VisitCard));
}
