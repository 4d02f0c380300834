using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.LocalChat;

/// <summary>
/// Installs the app for every person and team, as an administrator does on Teams: one <c>installationUpdate</c> each,
/// again until the bot takes it, and never again afterwards.
/// </summary>
internal sealed class Installations(LocalChatOptions options, Rooms rooms, BotEndpoint bot, Sent sent, ILogger logger)
{
    private const string Partition = "installed";

    public async Task Deliver(CancellationToken stopping)
    {
        try
        {
            while (!await DeliverMissing(stopping))
                await Task.Delay(options.InstallAgainAfter, stopping);
        }
        catch (OperationCanceledException)
        {
            // The program stops; the next start goes on.
        }
    }

    /// <summary>True when nothing is left to deliver.</summary>
    private async Task<bool> DeliverMissing(CancellationToken cancel)
    {
        var complete = true;
        foreach (var room in rooms.All.ToList())
        {
            try
            {
                complete &= await DeliverOne(room, cancel);
            }
            catch (StoreUnavailableException)
            {
                complete = false;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError("The app could not be installed; the local chat tries again: {Fault}", fault.GetType().Name);
                complete = false;
            }
        }
        return complete;
    }

    private async Task<bool> DeliverOne(Room room, CancellationToken cancel)
    {
        if (Installer(room) is not { } by)
            return true;
        var key = Keys.Join(room.Id);
        if (await options.Table.Get(Partition, key, cancel) is not null)
            return true;
        var answer = await bot.Deliver(sent.Installation(room, by), cancel);
        if (answer.StatusCode != StatusCodes.Status200OK)
        {
            logger.LogWarning("The bot answered {Status} to an installation; it comes again", answer.StatusCode);
            return false;
        }
        await options.Table.Commit(Partition, [Change.Upsert(key, new Dictionary<string, object> { ["At"] = options.Now() })], cancel);
        return true;
    }

    /// <summary>A team's app is added by its leader, else by anybody of it; a team without people has nobody to add it.</summary>
    private Person? Installer(Room room)
    {
        var members = rooms.Members(room).ToList();
        return members.FirstOrDefault(person => person.Is(Role.Leader)) ?? members.FirstOrDefault();
    }
}
