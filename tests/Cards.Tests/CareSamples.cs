using System.Collections.Immutable;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>First contact, a person now, and help.</summary>
internal static class CareSamples
{
    private static readonly Contact New = new() { Person = Subject };

    private static readonly Contact Agreed = New with { Greeted = true, Terms = Dialogs.Contacts.Contact.TermsVersion, ChosenAt = At(9, 2), Purposes = [Purpose.CheckIn, Purpose.Escalation] };

    private static readonly Contact Withdrawn = Agreed with
    {
        ChosenAt = At(17, 3),
        Purposes = [],
        Choices = [new(At(9, 2), Dialogs.Contacts.Contact.TermsVersion, [Purpose.CheckIn, Purpose.Escalation]), new(At(17, 3), Dialogs.Contacts.Contact.TermsVersion, [])],
    };

    private static readonly Erasure Deleted = new(At(17, 3)) { BegunAt = At(17, 3), DoneAt = At(17, 4), CheckIns = 12, Notes = 3, Cases = ["c-1042a"] };

    private static readonly LookedAt[] Looked =
    [
        .. Enumerable.Range(0, 3).Select(i => new LookedAt(At(9, i), "", "INC-20261123-004", Viewer.Administrator, Ground.Reported, [Dialogs.People.Fact.IncidentReport])),
        new(At(16, 50), Counsellor, "c-1042a", Viewer.Counsellor, Ground.Agreed, [Dialogs.People.Fact.WantsContact, Dialogs.People.Fact.Post, Dialogs.People.Fact.Hours]),
        new(At(16, 50), Counsellor, "c-1042a", Viewer.Counsellor, Ground.Shared, [Dialogs.People.Fact.SharedNote]),
        new(At(16, 55), Counsellor, "s-91c2b", Viewer.Colleague, Ground.Sos, [Dialogs.People.Fact.CalledForPeople, Dialogs.People.Fact.Post]),
        new(At(16, 58), Counsellor, "", Viewer.Administrator, Ground.Duty, [Dialogs.People.Fact.OutOfReach]),
    ];

    private static readonly PersonNow Asked = new() { Person = Subject, Requests = 1, Case = "abc", AskedAt = At(17, 6) };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Welcome("welcome.first", New, new(Counsellor)),
        Welcome("welcome.first.noContact", New, new(null)),
        Welcome("welcome.chosen", Agreed, new(Counsellor)),
        Welcome("welcome.chosen.none", Agreed with { Purposes = ImmutableSortedSet<Purpose>.Empty }, new(Counsellor)),
        Welcome("welcome.withdrawn", Withdrawn, new(Counsellor)),
        Welcome("welcome.newTerms", Agreed with { Terms = 1 }, new(Counsellor)),
        Data("data", Agreed),
        Data("data.nothing", New, new(0, 0, 0, 0, null)),
        Data("data.onLeave", New, new(0, 0, 0, 0, null) { Leave = new(Subject, new(2026, 11, 23), new(2026, 11, 27), "own") }),
        Data("data.looked", Agreed, new(12, 3, 1, 2, At(17, 4, -20)) { Looks = Looked }),
        new("data.forget", l => ForgetCards.Ask(RetentionPolicy.Shipped, Context(l, At(17, 5)))),
        new("data.forget.begun", l => ForgetCards.Begun(Context(l, At(17, 5)))),
        new("data.forget.done", l => ForgetCards.Done(new(["INC-20261123-004"], ["c-1042a"], true, true, true), RetentionPolicy.Shipped, Context(l, At(17, 5)))),
        new("data.forget.done.reviewer", l => ForgetCards.Done(new([], [], true, true, true, true), RetentionPolicy.Shipped with { AccessLog = 400 }, Context(l, At(17, 5)))),
        new("data.forget.done.nothing", l => ForgetCards.Done(new([], [], false, false), RetentionPolicy.Shipped, Context(l, At(17, 5)))),
        new("data.forget.over", l => ForgetCards.Over(Context(l, At(17, 5)))),
        Data("data.withdrawn", Withdrawn),
        Data("data.newTerms", Agreed with { Terms = 1 }),
        Data("data.delete", Agreed with { Erasing = new(At(17, 4)) }),
        Data("data.deleting", Agreed with { Erasing = new(At(17, 4)) { BegunAt = At(17, 5) } }),
        Contact("data.deleted", Withdrawn with { Erasing = Deleted }, "erased", new(Counsellor)),
        Contact("data.deleted.reports", Withdrawn with { Erasing = Deleted with { Drafts = 2, Handed = ["INC-20261123-004"] } }, "erased", new(Counsellor)),
        Contact("data.deleted.reports.tenYears", Withdrawn with { Erasing = Deleted with { Handed = ["INC-20261123-004"] } }, "erased", new(Counsellor) { Keep = RetentionPolicy.Shipped with { Incidents = 3653 } }),
        Contact("data.deleted.nothing", Agreed with { Erasing = Deleted with { CheckIns = 0, Notes = 0, Cases = [] } }, "erased", new(Counsellor)),
        Welcome("welcome.leader", New, new(Counsellor, [Role.Leader])),
        Welcome("welcome.hallLeader", New, new(Counsellor, [Role.HallLeader])),
        Welcome("welcome.counsellor", New, new(Counsellor, [Role.Counsellor])),
        Welcome("welcome.administrator", New, new(Counsellor, [Role.Admin])),
        Welcome("welcome.security", New, new(Counsellor, [Role.Security])),
        Welcome("welcome.notCalled", New, new(Counsellor, [Role.Clerk])),
        new("person.numbers", l => PersonNowCards.Numbers(new PersonNow { Person = Subject }, new(Counsellor), Context(l, At(17, 5)))),
        new("person.numbers.fresh", l => PersonNowCards.Numbers(null, new(Counsellor), Context(l, At(17, 5)))),
        new("person.numbers.noContact", l => PersonNowCards.Numbers(null, new(null), Context(l, At(17, 5)))),
        new("person.asked", l => PersonNowCards.Numbers(Asked, new(Counsellor), Context(l, At(17, 7)))),
        new("person.asked.unknown", l => PersonNowCards.Numbers(Asked, new(null), Context(l, At(17, 7)))),
        new("help.commands", l => HelpCards.Commands(Context(l, At(17, 5)))),
        new("help.commands.leader", l => HelpCards.Commands(Context(l, At(17, 5)), leads: true)),
        new("help.languages", l => HelpCards.Languages(Context(l, At(17, 5)))),
        new("help.notUnderstood", l => HelpCards.NotUnderstood(Context(l, At(17, 5)))),
        new("help.moved", l => HelpCards.Moved(Context(l, At(17, 5)))),
        new("help.nobodyCalled", l => HelpCards.NobodyCalled(Context(l, At(17, 5)))),
        new("help.nobodyCalled.inChannel", l => HelpCards.NobodyCalled(Context(l, At(17, 5)), manyRead: true)),
        new("help.inChannel", l => HelpCards.InChannel(Context(l, At(17, 5)))),
        new("help.stranger", l => HelpCards.Stranger(Context(l, At(17, 5)))),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Welcome(string name, Contact state, WelcomeView view) => Contact(name, state, "welcome", view);

    private static KeyValuePair<string, Func<Language, CardMessage>> Data(string name, Contact state, Kept? kept = null) =>
        Contact(name, state, "data", new(Counsellor, [Role.Staff], kept ?? new(12, 3, 1, 2, At(17, 4, -20))));

    private static KeyValuePair<string, Func<Language, CardMessage>> Contact(string name, Contact state, string slot, WelcomeView view) =>
        new(name, language => ContactCards.Of(state, new(slot, Subject), view, Context(language, At(17, 5))));
}
