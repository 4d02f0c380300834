using CheckInBot.Bot.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CheckInBot.Bot.Hosting;

/// <summary><c>keys rotate</c>: a new wrapping key in the ring, and every person's key wrapped with it. Older wrapping keys stay in the ring: backups need them.</summary>
public static class RotateCommand
{
    /// <summary>How long the new key is used for what is new; after that the ring makes one by itself.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public static bool IsMeant(IReadOnlyList<string> args) => args.Count > 0 && args[0] == "keys";

    /// <summary>Why it is no such command; none when it is.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<string> args) =>
        args is ["keys", "rotate"] ? [] : ["That is not how the keys are rotated. Write: keys rotate"];

    /// <summary>0 when every key was wrapped anew.</summary>
    public static async Task<int> Run(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var now = DateTimeOffset.UtcNow;
        try
        {
            services.GetRequiredService<IKeyManager>().CreateNewKey(now, now + Lasts);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            StartCheck.Passes([$"The key ring cannot be written ({e.GetType().Name}): give this account the right to write the folder of Storage:Keys. Nothing was changed."]);
            return 1;
        }
        var (wrapped, unreadable) = await services.GetRequiredService<WordsVault>().Rewrap(cancel);
        await output.WriteLineAsync($"The key ring has a new key; with it {(wrapped == 1 ? "the key of 1 person is" : $"the keys of {wrapped} people are")} wrapped anew. Copy the folder of the ring to its backup now, and delete no key of it.");
        return StartCheck.Passes(unreadable == 0 ? [] : [$"{unreadable} of the people's keys cannot be opened with this key ring and stay as they are: put the older ring's files beside these and run it again."]) ? 0 : 1;
    }
}
