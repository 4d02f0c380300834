using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Flows;

/// <summary>First contact, agreement, language, and what is kept about a person.</summary>
public sealed class ContactFlow(Roster.Roster roster, Readers readers, Absences absences, AccessLog looks, Func<FlowRows> rows) : Flow<Contact>(Contact.Kind, DialogsJson.Default.Contact)
{
    /// <summary>How many check-ins are read at once to be counted.</summary>
    private const int Page = 100;

    protected override async ValueTask<Step<Contact>?> Decide(FlowKey key, Contact? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        // Whoever left the roster can still have a deletion finished.
        if (state is null && (roster.Find(key.Owner) is null || e is TermsCame))
            return null;
        var contact = state ?? Contact.Begin(key.Owner);
        return contact.On(e, await Facts(contact, e, at, cancel), at);
    }

    protected override async ValueTask<CardMessage> Draw(Contact state, Slot slot, CancellationToken cancel)
    {
        var context = await readers.For(slot.Person, [], cancel, state.Language);
        var view = new WelcomeView(roster.Policy.CrisisContacts.FirstOrDefault(c => c != slot.Person), roster.Find(slot.Person)?.Roles) { Keep = roster.Policy.Retention };
        return ContactCards.Of(state, slot, slot == state.Data ? view with { Kept = await KeptOf(state.Person, cancel) } : view, context);
    }

    private async ValueTask<ContactFacts> Facts(Contact contact, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        switch (e)
        {
            case Consent c when contact.Ends(c):
            case Due when contact.EndsAgainAt <= at:
                var records = await rows().ReadAll(CheckIn.Kind, contact.Person, CheckIn.IdOf(at - Contact.Back), cancel);
                return new([.. records.Select(r => r.State).OfType<CheckIn>().Where(checkIn => checkIn.IsOpen || checkIn.Case is not null).TakeLast(Contact.MostEnded)]);
            case EraseAnswers { Confirmed: true } erase when erase.By == contact.Person:
                var (reports, accounts) = await IncidentsOf(contact.Person, cancel);
                return ContactFacts.None with
                {
                    Drafts = [.. reports.Where(r => r.HasDraft).Select(r => r.Key), .. accounts.Where(a => a.HasDraft).Select(a => a.Key)],
                    Handed = [.. reports.Select(r => r.Number).Concat(accounts.Where(a => a.Text is not null).Select(a => a.Number)).OfType<string>().Distinct()],
                };
            case Due when contact.Erasing is { IsRunning: true } running:
                var (page, more) = await rows().ReadSome(CheckIn.Kind, contact.Person, running.Cursor, Contact.Most, cancel);
                return new([.. page.Select(r => r.State).OfType<CheckIn>()], more);
            default:
                return ContactFacts.None;
        }
    }

    private async ValueTask<Kept> KeptOf(string person, CancellationToken cancel)
    {
        var kept = new Kept(0, 0, 0, 0, null);
        var more = true;
        for (var after = ""; more;)
        {
            (var page, more) = await rows().ReadSome(CheckIn.Kind, person, after, Page, cancel);
            foreach (var checkIn in page.Select(r => r.State).OfType<CheckIn>())
                kept = kept.With(checkIn);
            after = page.Count > 0 ? page[^1].Key.Id : after;
        }
        var asked = await rows().Read(PersonNow.KeyOf(person), cancel);
        var (reports, accounts) = await IncidentsOf(person, cancel);
        return kept with
        {
            Requests = (asked.State as PersonNow)?.Requests ?? 0,
            Reports = reports.Count(r => r.Phase != IncidentPhase.Discarded),
            Leave = await absences.OwnOf(person, cancel),
            Looks = await looks.Of(person, cancel),
            Accounts = accounts.Count(a => a.HasDraft || a.Text is not null),
        };
    }

    /// <summary>What the person reported, and what is theirs of incidents.</summary>
    private async ValueTask<(IReadOnlyList<Incident> Reports, IReadOnlyList<Statement> Accounts)> IncidentsOf(string person, CancellationToken cancel)
    {
        var reports = await rows().ReadAll(Incident.Kind, person, "", cancel);
        var accounts = await rows().ReadAll(Statement.Kind, person, "", cancel);
        return ([.. reports.Select(r => r.State).OfType<Incident>()], [.. accounts.Select(r => r.State).OfType<Statement>()]);
    }
}
