using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>Typed words that ask for a cover or for reinforcement. They need no agreement, but a shift.</summary>
public sealed class CoverWords(Turns.Turns turns, OnDuty onDuty, FreeColleagues colleagues, TimeProvider clock)
{
    /// <summary>More than clocks differ.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>Whether these are its words.</summary>
    public static bool Knows(Command command) => command is Command.Cover or Command.TenMinutes or Command.Reinforce;

    /// <summary>What somebody hears instead who has no post now, or had none when the words were sent: who was told so then is not covered hours later; null for all others and all other commands.</summary>
    public async ValueTask<Notice?> Refusal(Command command, Person person, Delivered how) =>
        await Refusal(command, person, clock.GetUtcNow()) ?? (how.SentAt < clock.GetUtcNow() - Late ? await Refusal(command, person, how.SentAt.Value) : null);

    /// <summary>The open record with what happens to it, or a new one; null for any other command.</summary>
    /// <param name="once">Name of the words, by which a record knows that it has taken them.</param>
    public async ValueTask<(FlowKey Key, FlowEvent Event)?> Of(Command command, Person person, string? once, CancellationToken cancel) => command switch
    {
        Command.Cover => (await KeyFor(Cover.Kind, person.Id, once, s => s is Cover { IsOver: false }, Cover.KeyAfter, cancel), new CoverAsked(person.Id, null)),
        Command.TenMinutes => (await KeyFor(Cover.Kind, person.Id, once, s => s is Cover { IsOver: false }, Cover.KeyAfter, cancel), new CoverAsked(person.Id, CoverPolicy.Ten)),
        Command.Reinforce => (await KeyFor(Reinforcement.Kind, colleagues.FrontOf(person), once, s => s is Reinforcement { IsOver: false }, Reinforcement.KeyAfter, cancel), new ReinforcementAsked(person.Id)),
        _ => null,
    };

    private async ValueTask<Notice?> Refusal(Command command, Person person, DateTimeOffset at) => command switch
    {
        Command.Cover or Command.TenMinutes when await onDuty.ShiftOf(person, at, TimeSpan.Zero) is null => new Notice.NoShiftNow(),
        Command.Reinforce when !await colleagues.MayCallPeakPost(person, at) => new Notice.NoReinforcementFromHere(),
        _ => null,
    };

    private async ValueTask<FlowKey> KeyFor(string kind, string owner, string? once, Func<FlowState?, bool> open, Func<string, FlowKey?, FlowKey> after, CancellationToken cancel)
    {
        var (records, _) = await turns.Rows.ReadSome(kind, owner, "", 4, cancel);
        if (once is not null && records.FirstOrDefault(r => r.Seen.Contains(FlowRows.SeenKey(r.Key, once))) is { } taken)
            return taken.Key;
        var latest = records.Count > 0 ? records[0] : null;
        return latest is not null && open(latest.State) ? latest.Key : after(owner, latest?.Key);
    }
}
