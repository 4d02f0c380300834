using CheckInBot.Bot.Flows;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>What administrators are answered, and everybody else kindly not.</summary>
public sealed class AdministratorCards(ReachLists reach, StatusLists status, Answers answers)
{
    public static bool Knows(Command? command) => command is Command.Unreachable or Command.Status;

    public async ValueTask<CardMessage> Of(Command command, Person person, CancellationToken cancel) =>
        !RolePermits.May(person, command == Command.Status ? Deed.SeeStatus : Deed.SeeUnreachable) ? await answers.Of(new Notice.ForAdministrators(), person, cancel)
        : command == Command.Status ? await status.For(person.Id, cancel)
        : await reach.For(person.Id, cancel);
}
