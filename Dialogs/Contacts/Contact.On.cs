using System.Globalization;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Contacts;

public sealed partial record Contact
{
    /// <summary>How many check-ins one step tells at most; a batch holds 100 changes.</summary>
    public const int Most = 40;

    /// <summary>How many check-ins at most hear that an agreement has ended: far more than can be open at once.</summary>
    public const int MostEnded = 80;

    /// <summary>When an answer that was on its way while the agreement was taken back has surely arrived.</summary>
    private static readonly TimeSpan LookAfter = TimeSpan.FromMinutes(1);

    /// <summary>How far back check-ins are looked for of which something may still be planned.</summary>
    public static readonly TimeSpan Back = TimeSpan.FromDays(180);

    /// <summary>How long the check-ins of a chunk have to forget before they are read again.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>What happens next. Facts are needed only by a choice that <see cref="Ends"/> something, and by a deletion.</summary>
    public Step<Contact> On(FlowEvent e, ContactFacts facts, DateTimeOffset at) => e switch
    {
        Met m when !Greeted || m.Elsewhere => (this with { Greeted = true, GreetedFor = TermsVersion }).Then(new Show(Welcome, Delivery.Notice)),
        // Who agreed is asked anew, once; a card on which nothing was agreed to only shows the sentences of today.
        Met or TermsCame when Greeted && GreetedFor < TermsVersion =>
            (this with { GreetedFor = TermsVersion }).Then(new Show(Welcome, AgreedToOlderTerms ? Delivery.Notice : Delivery.Refresh)),
        Met or TermsCame => this.Then(),
        Due when EndsAgainAt <= at => (this with { EndsAgainAt = null }).Then([.. Ended(facts, new(false, true, AllChoices.Count), "late")]),
        Due when Erasing is { IsRunning: true } running && running.WakeAt <= at => Erase(running, facts, at),
        Due => this.Then(),
        PersonEvent p when p.By != Person => this.Answering(new Say(new Notice.NotYours())),

        Consent c when IsUnread(c) => this.Answering(new See(Welcome)),
        Consent c when ChosenAt is not null && Terms == TermsVersion && c.Purposes.SetEquals(Purposes) => this.Answering(new See(Welcome)),
        Consent c => Choose(c, facts, at),
        SwitchLanguage s when s.To != Language => Everywhere(this with { Language = s.To }).Replying(new Say(new Notice.LanguageNow())),
        SwitchLanguage => this.Answering(new Say(new Notice.LanguageNow())),

        EraseAnswers when Erasing is { IsRunning: true } => this.Answering(new See(Data)),
        EraseAnswers { Confirmed: true } when Erasing is { IsAsked: true } asked =>
            Everywhere(this with { Erasing = asked with { BegunAt = at, WakeAt = at, Drafts = facts.Drafts.Count, Handed = facts.Handed.Count == 0 ? null : [.. facts.Handed] } }, AlsoErased(facts, at)).Replying(new See(Data)),
        EraseAnswers { Confirmed: false } => Unasked(),
        EraseAnswers when Erasing is { IsAsked: true } => this.Answering(new See(Data)),
        EraseAnswers => Everywhere(this with { Erasing = new Erasure(at) }).Replying(new See(Data)),
        _ => Unasked(),
    };

    /// <summary>Whether a choice takes back what was agreed to, under whatever terms: only then check-ins are read.</summary>
    public bool Ends(Consent c) => c.By == Person && !Purposes.IsSubsetOf(c.Purposes);

    /// <summary>The card that was pressed showed older sentences. Taking back is heard from any card.</summary>
    private bool IsUnread(Consent c) => c.Terms != TermsVersion && !c.Purposes.IsEmpty && !(Terms == TermsVersion && c.Purposes.IsSubsetOf(Purposes));

    /// <summary>The question whether to delete stands until something else is done.</summary>
    private Step<Contact> Unasked() => Erasing is { IsAsked: true }
        ? Everywhere(this with { Erasing = null }).Replying(new See(Data))
        : this.Answering(new See(Data));

    private Step<Contact> Choose(Consent c, ContactFacts facts, DateTimeOffset at)
    {
        var next = this with
        {
            Greeted = true,
            GreetedFor = TermsVersion,
            Purposes = c.Purposes,
            ChosenAt = at,
            Terms = TermsVersion,
            Choices = AllChoices.Add(new Choice(at, TermsVersion, c.Purposes)),
            Erasing = Erasing is { IsAsked: true } ? null : Erasing,
        };
        var ended = new AgreementEnded(Gone(Purpose.CheckIn, c), Gone(Purpose.Escalation, c), next.Choices.Count);
        next = next with { EndsAgainAt = ended.PassingOn ? at + LookAfter : next.Agrees(Purpose.Escalation) ? null : EndsAgainAt };
        return Everywhere(next, Ended(facts, ended, "ended")).Replying(new See(Welcome));
    }

    /// <summary>Check-ins are told under the name of the choice, so that each hears it once.</summary>
    private static IEnumerable<Signal> Ended(ContactFacts facts, AgreementEnded ended, string word) => facts.CheckIns
        .Where(ended.Concerns)
        .Select(checkIn => new Signal(string.Create(CultureInfo.InvariantCulture, $"{word}.{ended.Choice}.{checkIn.Id}"), checkIn.Key, ended));

    private bool Gone(Purpose purpose, Consent c) => Purposes.Contains(purpose) && !c.Purposes.Contains(purpose);

    /// <summary>A chunk is told to forget; when it is read again and has, the next one follows.</summary>
    private Step<Contact> Erase(Erasure running, ContactFacts facts, DateTimeOffset at)
    {
        // A draft goes whenever it was begun: its check-in may have gone on since then.
        CheckIn[] left = [.. facts.CheckIns.Where(c => c.HasAnswers && !(c.AnsweredAt > running.BegunAt))];
        if (left.Length > 0)
        {
            var told = running with { Told = true, WakeAt = at + LookAgain };
            return (this with { Erasing = running.Told ? told : Counted(told, left) }).Then(
                [.. left.Select(c => new Signal(string.Create(CultureInfo.InvariantCulture, $"erase.{running.BegunAt!.Value.UtcTicks}.{c.Id}"), c.Key, new AnswersErased(running.BegunAt)))]);
        }
        if (facts.More)
            return (this with { Erasing = running with { Cursor = facts.CheckIns[^1].Id, Told = false, WakeAt = at } }).Then();
        return Everywhere(this with { Erasing = running with { WakeAt = null, DoneAt = at } }, new Show(Erased, Delivery.Notice));
    }

    private static Erasure Counted(Erasure told, CheckIn[] left) => told with
    {
        CheckIns = told.CheckIns + left.Length,
        Notes = told.Notes + left.Count(c => (c.Answer?.Note ?? c.Draft.Note) is not null),
        Cases = told.Cases.Union(left.Select(c => c.Case).OfType<string>().Select(Escalation.NumberOf)),
    };

    /// <summary>Whatever else of the person holds what the answers said is told first; a record that does so later belongs here too.</summary>
    private IEnumerable<Signal> AlsoErased(ContactFacts facts, DateTimeOffset at) =>
    [
        new(string.Create(CultureInfo.InvariantCulture, $"erase.{at.UtcTicks}.trend"), Trend.KeyOf(Person), new TrendErased(at)),
        .. facts.Drafts.Take(Most).Select(d => new Signal(string.Create(CultureInfo.InvariantCulture, $"erase.{at.UtcTicks}.{d.Kind}.{d.Id}"), d, new DraftsErased())),
    ];

    private static Step<Contact> Everywhere(Contact next, params IEnumerable<Effect> more) =>
        next.Then([new Show(next.Welcome, Delivery.Refresh), new Show(next.Data, Delivery.Refresh), .. more]);
}
