using System.Globalization;

namespace CheckInBot.Dialogs.Incidents;

public sealed partial record Incident
{
    /// <summary>What happens next. Guards stand first; what comes twice changes nothing.</summary>
    public Step<Incident> On(FlowEvent e, IncidentFacts facts, DateTimeOffset at) => e switch
    {
        PersonEvent p when p.By != Reporter => this.Answering(new Say(new Notice.NotYours())),

        Due when NextAt is not { } next || next > at => this.Then(),
        Due when LeaveAt <= at => (this with { Leaving = [], LeaveAt = null }).Then(),
        Due => (this with { RemindAt = null }).Then(new Show(Card, Delivery.Prompt)),

        BeginReport when Phase == IncidentPhase.Discarded =>
            Redrawn(this with { Phase = IncidentPhase.Draft, Draft = Fresh(facts, at), RemindAt = Reminder(facts, at), Parked = false, Gap = false }),
        BeginReport or OpenReport when Phase == IncidentPhase.Draft && Parked => Redrawn(this with { Parked = false }),
        OpenReport when TakesMore && !Editing => Redrawn(this with { Editing = true, Draft = Report!, DraftAt = at }),
        BeginReport or OpenReport => this.Answering(new See(Card)),

        FillReport f => Fill(Said(f, at), f.Keep, facts, at),
        DiscardReport when Phase == IncidentPhase.Draft => Redrawn(Emptied(at)),
        DiscardReport => this.Answering(new See(Card)),

        FileAdded f => Add(f.File),

        DraftsErased when Phase == IncidentPhase.Draft => Emptied(at).Then(new Show(Card, Delivery.Refresh)),
        DraftsErased when Editing => (this with { Editing = false, Draft = new(), Gap = false }).Then(new Show(Card, Delivery.Refresh)),

        ReviewAssigned r when Phase == IncidentPhase.Reported && r != Review => Assigned(r),
        WantHandler when Review is { Nobody: true, Alerted: false, Administrators.IsEmpty: false } && !WantsHandler => Wanting(),
        WantHandler => this.Answering(new See(ToldOfNobody ? NobodyCard : Card)),
        IncidentReplied r when Phase == IncidentPhase.Reported && r != Reply => Answered(r),
        ReplyLost l when Reply is not null => this.Then(new Signal(string.Create(CultureInfo.InvariantCulture, $"replyLost.{Replies:D4}"), ReviewKeys.Of(Number!), l)),
        StatementFrozen s when Phase == IncidentPhase.Reported && Signatures.All(b => b.Person != s.Person) => Heard(s),
        AccountAddedTo a when Signatures.FirstOrDefault(s => s.Person == a.Person) is { } signed && (signed.Added ?? 0) < a.Count => Heard(a, signed),
        _ => this.Then(),
    };

    /// <summary>Whether this event sends the report for the first time, so that it needs a number.</summary>
    public bool TakesNumber(FlowEvent e, DateTimeOffset at) =>
        Phase == IncidentPhase.Draft && e is FillReport { Keep: false } f && f.By == Reporter && Said(f, at).Missing.Count == 0;

    /// <summary>A time that was not given stays what it was.</summary>
    private Report Said(FillReport f, DateTimeOffset at) =>
        (f.Report with { OccurredAt = f.Report.OccurredAt ?? (Editing || Report is null ? Draft : Report).OccurredAt ?? BegunAt }).Cleaned(Reporter, at);

    /// <summary>Its files are deleted once this is committed, and by another turn: a row never names a file that is gone.</summary>
    private Incident Emptied(DateTimeOffset at) => this with
    {
        Phase = IncidentPhase.Discarded,
        Draft = new(),
        RemindAt = null,
        Parked = false,
        Gap = false,
        Files = [],
        Leaving = [.. Leaving, .. Files.Select(f => f.Name)],
        LeaveAt = Files.IsEmpty ? LeaveAt : at + IncidentRules.FilesLeaveAfter,
    };

    /// <summary>The same file twice is one. An open card is not drawn anew: what is filled in there and not sent yet would be lost.</summary>
    private Step<Incident> Add(KeptFile file)
    {
        if (!TakesFiles)
            return Refusing(Phase == IncidentPhase.Reported ? FileRefusal.Answered : FileRefusal.NoReport);
        var came = new Say(new Notice.FilesCame([file.Seen], []));
        if (Files.Any(f => f.Sha256 == file.Sha256))
            return this.Answering(came);
        if (Files.Length >= KeptFile.Most)
            return Refusing(FileRefusal.TooMany);
        var next = this with { Files = Files.Add(file), Version = Phase == IncidentPhase.Reported ? Version + 1 : Version };
        Effect[] effects = [.. IsOpen ? [] : new Effect[] { new Show(Card, Delivery.Refresh) }, .. Phase == IncidentPhase.Reported ? [next.Tells()] : Array.Empty<Effect>()];
        return next.Then(effects).Replying(came);
    }

    private Step<Incident> Refusing(FileRefusal why) => this.Answering(new Say(new Notice.FilesCame([], [why])));

    private Step<Incident> Fill(Report report, bool keep, IncidentFacts facts, DateTimeOffset at) => Phase switch
    {
        IncidentPhase.Discarded => this.Answering(new See(Card)),
        IncidentPhase.Draft when keep => Redrawn(this with { Draft = report, Parked = true, Gap = false }),
        IncidentPhase.Draft when report.Missing.Count > 0 => Redrawn(this with { Draft = report, Parked = false, Gap = true }),
        IncidentPhase.Draft => Send(this with { Phase = IncidentPhase.Reported, Number = facts.Number!, ReportedAt = at, RemindAt = null, Parked = false }, report),
        _ when !TakesMore || (report.SameAs(Report) && !Editing) => this.Answering(new See(Card)),
        _ when report.SameAs(Report) => Redrawn(this with { Editing = false, Draft = new(), Gap = false }),
        _ when keep || report.Missing.Count > 0 => Redrawn(this with { Editing = true, Draft = report, DraftAt = at, Gap = !keep }),
        _ => Send(this, report),
    };

    private Step<Incident> Send(Incident next, Report report)
    {
        next = next with { Version = Version + 1, Report = report, Restricted = IsRestricted || report.IsRestricted, Draft = new(), Editing = false, Gap = false };
        var affected = report.AffectedBy(Reporter);
        var asked = new StatementAsked(Key.Reference, Reporter, report.Post, report.OccurredAt!.Value, next.Restricted, report.Named);
        IEnumerable<string> before = [.. Report?.AffectedBy(Reporter) ?? [], .. Signatures.Select(s => s.Person)];
        return next.Then(
        [
            new Show(Card, Delivery.Refresh),
            next.Tells(),
            .. affected.Select(p => new Signal(Name("asks", next.Version, p), Statement.KeyOf(p, next.Number!), asked)),
            .. before.Except(affected).Select(p => new Signal(Name("asks", next.Version, p), Statement.KeyOf(p, next.Number!), new StatementNotNeeded(next.Restricted))),
        ]).Replying(new See(Card));
    }

    private Step<Incident> Heard(StatementFrozen s)
    {
        var next = this with { Version = Version + 1, Signatures = Signatures.Add(new(s.Person, s.At, s.Text, s.Named)) };
        return next.Then(new Show(Card, Delivery.Refresh), next.Tells());
    }

    private Step<Incident> Heard(AccountAddedTo a, SignedBy signed)
    {
        var next = this with
        {
            Version = Version + 1,
            Signatures = Signatures.Replace(signed, signed with { Added = a.Count }),
            NamedLater = a.Named is { } named ? [.. NamedLater ?? [], named] : NamedLater,
        };
        return next.Then(next.Tells());
    }

    private Step<Incident> Answered(IncidentReplied r)
    {
        var next = this with { Reply = r, Replies = Replies + 1, Editing = false, Draft = new(), Gap = false };
        return next.Then(
        [
            new Show(ReplyCard, Delivery.Notice),
            new Show(Card, Delivery.Refresh),
            .. Report!.AffectedBy(Reporter).Where(p => p != Reporter).Select(p => new Signal(Name("reply", next.Replies, p), Statement.KeyOf(p, Number!), r)),
        ]);
    }

    /// <summary>That nobody can take it the reporter reads at once, on a card of its own that follows from then on.</summary>
    private Step<Incident> Assigned(ReviewAssigned r)
    {
        var alone = r is { Nobody: true, Administrators: not null };
        var next = this with { Review = r, ToldOfNobody = ToldOfNobody || alone, WantsHandler = false };
        return next.Then([new Show(Card, Delivery.Refresh), .. next.ToldOfNobody ? [new Show(NobodyCard, alone && !ToldOfNobody ? Delivery.Notice : Delivery.Refresh)] : Array.Empty<Effect>()]);
    }

    private Step<Incident> Wanting()
    {
        var next = this with { WantsHandler = true, HandlersWanted = HandlersWanted + 1 };
        return next.Then(
            new Show(NobodyCard, Delivery.Refresh),
            new Signal(string.Create(CultureInfo.InvariantCulture, $"handlerWanted.{next.HandlersWanted:D4}"), ReviewKeys.Of(Number!), new HandlerWanted())).Replying(new See(NobodyCard));
    }

    /// <summary>The review hears each version; what it already knows of an older one changes nothing there.</summary>
    private Signal Tells()
    {
        var affected = Report!.AffectedBy(Reporter);
        var signed = affected.Select(p => Signatures.FirstOrDefault(s => s.Person == p)?.At).ToList();
        return new(Name("told", Version, null), ReviewKeys.Of(Number!), new IncidentReported(
            Number!,
            Version,
            Reporter,
            affected,
            Report.Witnesses,
            Report.Avoid,
            Team,
            Report.Post,
            Report.Location ?? LocationClass.Counter,
            Report.OccurredAt!.Value,
            ReportedAt!.Value,
            Report.Kinds,
            Report.Weight,
            Report.Injuries!.Value,
            Report.Trigger ?? Trigger.Unknown,
            Report.Named,
            signed.Contains(null) ? null : signed.Max(),
            Key.Reference,
            new IncidentDetails(
                IncidentRules.TypeOf(Report.Perpetrator),
                Report.Perpetrator,
                Report.Weapon ?? Weapon.None,
                Report.Circumstances,
                Report.Actions,
                Report.Description,
                affected.Length == 1 ? Signatures.FirstOrDefault(s => s.Person == affected[0])?.Text : null,
                Files.IsEmpty ? null : [.. Files.Select(f => f.Seen)]))
        {
            Signers = Signatures.IsEmpty ? null : [.. Signatures.Select(s => s.Person)],
            NamedInAccounts = [.. Signatures.Select(s => s.Named).OfType<Words>(), .. NamedLater ?? []],
        });
    }

    /// <summary>Signals go in the order of their names: one version after the other.</summary>
    private static string Name(string word, int number, string? person) =>
        string.Create(CultureInfo.InvariantCulture, $"v{number:D4}.{word}{(person is null ? "" : "." + person)}");

    private static Step<Incident> Redrawn(Incident next) => next.Then(new Show(next.Card, Delivery.Refresh)).Replying(new See(next.Card));
}
