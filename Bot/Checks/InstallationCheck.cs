using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Checks;

/// <summary><c>check</c>: proves an installation before its first use. It serves nobody and changes nothing but what opening the store makes.</summary>
/// <param name="environment">Name of the environment, such as Production.</param>
/// <param name="faults">What is wrong with the settings, each as a sentence.</param>
public sealed class InstallationCheck(
    string environment, BotSettings bot, StoreSettings storage, IReadOnlyList<string> faults, string orgFolder, TimeProvider clock)
{
    private static readonly TimeSpan ChannelTimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Whether the program was started to check.</summary>
    public static bool IsMeant(IReadOnlyList<string> args) => args.Count > 0 && args[0] == "check";

    /// <summary>Writes a line for each thing as soon as it was looked at, and one with the numbers; 0 when nothing is at fault, else 1.</summary>
    public async Task<int> Run(TextWriter output, CancellationToken cancel)
    {
        var counts = new Dictionary<Found, int>();
        Say(environment == Environments.Development
            ? Finding.Note("environment", "Development: the local chat is open and the clock can be moved. Set ASPNETCORE_ENVIRONMENT to Production to check what will serve people.")
            : Finding.Ok("environment", $"{environment}."));
        Say([.. faults.Select(f => Finding.Fault("settings", f))]);
        if (faults.Count == 0)
            Say(Finding.Ok("settings", $"{bot}, store {(storage.IsAzure ? "Azure" : "SQLite")}."));

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = ChannelTimeLimit };
        var channel = new ChannelCheck(bot, http);
        var botIsRight = bot.Faults(environment == Environments.Development).Count == 0;
        Say(botIsRight
            ? await new CredentialCheck(bot, bot.HasAppId ? new EntraCredential(bot) : null).Look(cancel)
            : Finding.Later("credential", "looked at once the settings are right."));
        Say(botIsRight ? await channel.Keys(cancel) : Finding.Later("channel.keys", "looked at once the settings are right."));

        var storageIsRight = !storage.Faults(bot.Cloud, environment == Environments.Development).Any();
        await using var store = storageIsRight ? storage.Make(bot.Cloud) : null;
        var opened = store;
        if (store is not null)
        {
            var found = await new StoreCheck(store, storage, bot.Cloud).Look(cancel);
            Say([.. found]);
            if (found[0].How == Found.Fault)
                opened = null;
        }
        else
            Say(Finding.Later("store", "looked at once the settings are right."));
        Say(await channel.Addresses(opened, cancel));
        Say([.. await new KeyRingCheck(opened, storage.KeyRing).Look(cancel)]);
        Say([.. await new OrganisationCheck(opened, orgFolder, clock.GetUtcNow()).Look(cancel)]);

        output.WriteLine($"{Count(Found.Ok)} ok, {Count(Found.Note)} to note, {Count(Found.Fault)} at fault, {Count(Found.Later)} not looked at");
        return Count(Found.Fault) + Count(Found.Later) == 0 ? 0 : 1;

        int Count(Found how) => counts.GetValueOrDefault(how);

        void Say(params Finding[] findings)
        {
            foreach (var finding in findings)
            {
                counts[finding.How] = Count(finding.How) + 1;
                output.WriteLine(finding);
            }
        }
    }
}
