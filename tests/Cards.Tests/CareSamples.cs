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

    private static readonly Contact Agreed = New with { Greeted = true, ChosenAt = At(9, 2), Purposes = [Purpose.CheckIn, Purpose.Escalation] };

    private static readonly PersonNow Asked = new() { Person = Subject, Requests = 1, Case = "abc", AskedAt = At(17, 6) };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Welcome("welcome.first", New, new(Counsellor)),
        Welcome("welcome.first.noContact", New, new(null)),
        Welcome("welcome.chosen", Agreed, new(Counsellor)),
        Welcome("welcome.chosen.none", Agreed with { Purposes = ImmutableSortedSet<Purpose>.Empty }, new(Counsellor)),
        Welcome("welcome.leader", New, new(Counsellor, [Role.Leader])),
        Welcome("welcome.hallLeader", New, new(Counsellor, [Role.HallLeader])),
        Welcome("welcome.counsellor", New, new(Counsellor, [Role.Counsellor])),
        Welcome("welcome.administrator", New, new(Counsellor, [Role.Admin])),
        Welcome("welcome.notCalled", New, new(Counsellor, [Role.Clerk])),
        new("person.numbers", l => PersonNowCards.Numbers(new PersonNow { Person = Subject }, new(Counsellor), Context(l, At(17, 5)))),
        new("person.numbers.fresh", l => PersonNowCards.Numbers(null, new(Counsellor), Context(l, At(17, 5)))),
        new("person.numbers.noContact", l => PersonNowCards.Numbers(null, new(null), Context(l, At(17, 5)))),
        new("person.asked", l => PersonNowCards.Numbers(Asked, new(Counsellor), Context(l, At(17, 7)))),
        new("person.asked.unknown", l => PersonNowCards.Numbers(Asked, new(null), Context(l, At(17, 7)))),
        new("help.commands", l => HelpCards.Commands(Context(l, At(17, 5)))),
        new("help.notUnderstood", l => HelpCards.NotUnderstood(Context(l, At(17, 5)))),
        new("help.moved", l => HelpCards.Moved(Context(l, At(17, 5)))),
        new("help.sos", l => HelpCards.SosForNow(Context(l, At(17, 5)))),
        new("help.inChannel", l => HelpCards.InChannel(Context(l, At(17, 5)))),
        new("help.stranger", l => HelpCards.Stranger(Context(l, At(17, 5)))),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Welcome(string name, Contact state, WelcomeView view) =>
        new(name, language => ContactCards.Welcome(state, view, Context(language, At(17, 5))));
}
