using System.Text.Json.Nodes;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Month.Tests;

/// <summary>When nothing is on its way, what stands in the chats is what the records say.</summary>
internal sealed class CardRules(MonthBot bot, PretendTeams teams, Faults faults, Records records, Figures figures, TimeProvider clock)
{
    private readonly HashSet<FlowKey> unquiet = [];

    public void Touched(IEnumerable<FlowKey> keys) => unquiet.UnionWith(keys);

    /// <summary>Looks at every record that was touched and of which nothing waits any more; the others are looked at again later.</summary>
    public async Task AllCardsOfARecordAreAlikeWhenThingsAreQuiet()
    {
        foreach (var key in unquiet.OrderBy(k => $"{k.Kind}/{k.Reference}", StringComparer.Ordinal).ToList())
        {
            var record = await bot.Turns.Rows.Read(key, CancellationToken.None);
            if (record.Waiting.Count > 0)
                continue;
            unquiet.Remove(key);
            foreach (var places in record.Standing.Values)
            {
                if (places.Live is { } live && teams.Of(places.Slot.Person).Find(live) is { } seen)
                    await IsTrue(record, places.Slot, seen);
                else if (places.Live is { } lost)
                    Wrong(nameof(AllCardsOfARecordAreAlikeWhenThingsAreQuiet), key, $"{places.Slot.Name} of {places.Slot.Person} stands at {lost}, which nobody sees");
            }
            foreach (var reader in record.Standing.Values.Select(p => p.Slot.Person).Distinct())
                NoOlderCopyIsLeft(record, reader);
        }
    }

    /// <summary>Records of which something has waited since the last look.</summary>
    public IReadOnlyCollection<FlowKey> Unquiet => unquiet;

    private async Task IsTrue(FlowRecord record, Slot slot, SeenCard seen)
    {
        // What was said once stays as it was said. A prompt that may have been lost leaves the card before it as it was: that might be being filled in.
        // A question that was pressed for stands in the place of its card until it is answered; that is the presser's own view.
        if (slot.Name is "news" || CardActs.Signature(seen.Newest).Contains("\"confirm\":", StringComparison.Ordinal) || faults.EverClosed(slot.Person) || (record.State is CheckIn { IsOpen: true } && faults.EverUnclear(slot.Person)))
            return;
        var drawn = JsonNode.Parse((await bot.Turns.FlowOf(record.Key).Draw(record.State!, slot, CancellationToken.None)).Json.Span)!;
        figures.Count("cards compared with their record");
        if (CardActs.Signature(drawn) != CardActs.Signature(seen.Newest))
            Wrong(nameof(AllCardsOfARecordAreAlikeWhenThingsAreQuiet), record.Key, $"{slot.Name} of {slot.Person} shows [{CardActs.Signature(seen.Newest)}] instead of [{CardActs.Signature(drawn)}]");
    }

    /// <summary>Of each card a person has one live copy; one of which the bot cannot know is left out, and so is the list of one's duties, which is no card of a swap.</summary>
    private void NoOlderCopyIsLeft(FlowRecord record, string reader)
    {
        var name = record.Key.Kind switch { CheckIn.Kind => "checkIn", "case" => "case", "sos" => "sos", "swap" => "swap", "cover" => "cover", _ => null };
        // A reminder comes while the first card may be being filled in: that goes when the answer is there.
        if (name is null || faults.EverClosed(reader) || record.State is CheckIn { IsOpen: true })
            return;
        var live = record.Standing.Values.Where(p => p.Slot.Person == reader).Select(p => p.Live).ToHashSet();
        foreach (var old in teams.Of(reader).Cards.Where(c => !c.Unknown && records.Placed.Contains(c.Activity) && !live.Contains(c.Activity) && c.Acts.Any(a => a.Verb != "swap.view" && a.About == $"{name}={record.Key.Reference}")))
            Wrong(nameof(NoOlderCopyIsLeft), record.Key, $"{reader} has an older card {old.Activity}, drawn {old.Drawings} times, first with [{CardActs.Signature(old.First)}] at {old.At:MM-dd HH:mm:ss}, now with [{CardActs.Signature(old.Newest)}] beside [{string.Join(' ', record.Standing.Values.Where(p => p.Slot.Person == reader).Select(p => $"{p.Slot.Name}: {string.Join(',', p.Activities)}"))}]");
    }

    private void Wrong(string invariant, FlowKey key, string what) => figures.Violated(invariant, $"{key.Kind}/{key.Reference}: {what}", clock.GetUtcNow());
}
