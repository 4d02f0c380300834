using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>Whom the store knows beside the records and the roster.</summary>
public static class OwnRows
{
    /// <summary>Ids of people of whom a conversation, a key or a refusal is kept, each perhaps several times; no channel, and nobody's random name.</summary>
    public static async IAsyncEnumerable<string> People(IStore store, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var table in new[] { References.TableName, WordsVault.Table, OutOfReach.TableName })
        {
            await foreach (var row in store.Table(table).Scan(cancel))
            {
                var person = Keys.Plain(table == OutOfReach.TableName ? row.Key : row.Partition);
                if (TeamChannel.TeamOf(person) is null && !Pseudonym.Is(person))
                    yield return person;
            }
        }
    }
}
