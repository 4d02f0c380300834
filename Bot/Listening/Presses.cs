using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Swaps;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Listening;

/// <summary>What a press means: the record it is about and the event that happens to it.</summary>
public sealed partial class Presses(Sealing sealing, Roster.Roster roster)
{
    /// <summary>Longest line of an owner to the person, as the card says.</summary>
    private const int LongestLine = 200;

    /// <summary>Null when the card's data names no record of the right form.</summary>
    public async ValueTask<(FlowKey Key, FlowEvent Event)?> Read(UserAction action, string by, ShiftContext now)
    {
        if (await OfIncident(action, by) is (_, { } happened) incident)
            return incident.Key is { } its && IsOurs(its) ? (its, happened) : null;
        if (OfCover(action, by) is (_, { } covers) cover)
            return cover.Key is { } its && IsOurs(its) ? (its, covers) : null;
        FlowEvent? e = action switch
        {
            AnswerCheckIn a => new Answered(by, await AnswerOf(a, by)),
            LaterCheckIn => new AskLater(by),
            SkipCheckIn => new Skip(by, WholeDay: false),
            NotToday => new Skip(by, WholeDay: true),
            EditCheckIn => new Edit(by),
            AcceptOffer a => new OfferAccepted(by, a.To.Word<Helper>()),
            GiveConsent g => new Consent(by, [.. g.Purposes.List.Select(w => new Input(w).Word<Purpose>()).OfType<Purpose>()], g.Terms.Number ?? 0),
            WithdrawConsent => new Consent(by, []),
            EraseMyAnswers erase => new EraseAnswers(by, erase.Confirm.Text switch { "yes" => true, "no" => false, _ => null }),
            TakeCase => new Take(by),
            HandOverCase h => new HandOver(by, h.To.Text),
            AcceptCase => new AcceptHandOver(by),
            ResolveCase r => new Resolve(by, r.Done.Word<Done>(), await sealing.Of(by, r.Note, LongestLine)),
            ChooseRoute c => new OtherRoute(by, RouteOf(c)),
            AnswerVisit { Helped.Text: "yes" } => new ReturnVisit(by, Helped: true),
            AnswerVisit { Helped.Text: "notYet" } => new ReturnVisit(by, Helped: false),
            AnswerVisit => null,
            ConfirmSos c => new AlertConfirmed(by, c.Post.Text, c.Again.Number),
            CancelSos => new AlertCancelled(by),
            TakeSos => new AlertTaken(by),
            SafeSos => new AlertSafe(by),
            SwapAction swap => await OfSwap(swap, by),
            ReviewAction r => await ReviewPresses.Read(r, by, sealing),
            PressLeave leave => new SayLeave(by, null, leave.Until.Day),
            PressEndLeave => new EndLeave(by),
            _ => new AskContact(by, now),
        };
        var key = action switch
        {
            AnswerCheckIn a => FlowKey.Parse(CheckIn.Kind, a.CheckIn),
            LaterCheckIn a => FlowKey.Parse(CheckIn.Kind, a.CheckIn),
            SkipCheckIn a => FlowKey.Parse(CheckIn.Kind, a.CheckIn),
            NotToday a => FlowKey.Parse(CheckIn.Kind, a.CheckIn),
            EditCheckIn a => FlowKey.Parse(CheckIn.Kind, a.CheckIn),
            AcceptOffer a => FlowKey.Parse(CheckIn.Kind, a.CheckIn),
            TakeCase c => FlowKey.Parse(Escalation.Kind, c.Case),
            HandOverCase c => FlowKey.Parse(Escalation.Kind, c.Case),
            AcceptCase c => FlowKey.Parse(Escalation.Kind, c.Case),
            ResolveCase c => FlowKey.Parse(Escalation.Kind, c.Case),
            ChooseRoute c => FlowKey.Parse(Escalation.Kind, c.Case),
            AnswerVisit c => FlowKey.Parse(Escalation.Kind, c.Case),
            ConfirmSos s => FlowKey.Parse(Alert.Kind, s.Sos),
            CancelSos s => FlowKey.Parse(Alert.Kind, s.Sos),
            TakeSos s => FlowKey.Parse(Alert.Kind, s.Sos),
            SafeSos s => FlowKey.Parse(Alert.Kind, s.Sos),
            SwapAction s => FlowKey.Parse(Swap.Kind, s.Swap),
            ReviewAction r => ReviewPresses.Key(r),
            PressLeave or PressEndLeave => OwnLeave.KeyOf(by),
            GiveConsent or WithdrawConsent or EraseMyAnswers => Contact.KeyOf(by),
            _ => (FlowKey?)PersonNow.KeyOf(by),
        };
        return key is { } known && e is not null && IsOurs(known) ? (known, e) : null;
    }

    /// <summary>Whether the bot could have written the reference itself: its ids need no escaping, and a forged one could outgrow a key.</summary>
    internal static bool IsOurs(FlowKey key) => Keys.Join(key.Owner, key.Id) == $"{key.Owner}!{key.Id}";

    private static Route RouteOf(ChooseRoute c) => c.To.Word<Route>() ?? Route.Counsellor;

    private async ValueTask<Answer> AnswerOf(AnswerCheckIn a, string by)
    {
        var chosen = a.Tags.List.ToHashSet(StringComparer.Ordinal);
        var (note, named) = await sealing.Note(by, a.Note);
        return new()
        {
            Stress = a.Stress.Number,
            Mood = a.Mood.Number,
            Hostile = a.Hostile.Number,
            Break = a.Break.Flag,
            Help = a.Help.Word<Helper>(),
            Tags = string.Join(',', roster.Policy.CheckIn.Tags.Where(chosen.Contains)),
            Note = note,
            Named = named,
            ShareNote = a.ShareNote.Flag == true,
        };
    }
}
