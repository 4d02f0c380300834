using System.Security.Cryptography;
using System.Text;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Privacy;

/// <summary>Takes a person out of the rows of the store: what is theirs goes, and what a duty keeps, or is somebody else's, goes on under a random name.</summary>
public sealed class Forgotten(IStore store, FlowRows rows, RecordRewrite rewrite, Holdings holdings, KeptWords words, Readers readers, ICardDelivery delivery)
{
    /// <summary>Kinds whose partitions are a person's own; a trend stands among the check-ins.</summary>
    private static readonly string[] OfPerson =
        [CheckIn.Kind, Contact.Kind, PersonNow.Kind, Alert.Kind, Cover.Kind, StandIn.Kind, OwnLeave.Kind, Caseload.Kind, Incident.Kind, Statement.Kind];

    private ITable Flows => store.Table(FlowRows.TableName);

    private ITable Looks => store.Table(AccessLog.TableName);

    /// <summary>One pass over everything; how many records still had to be changed. 0: nothing is left.</summary>
    public async Task<int> Erase(string person, string name, byte[] salt, CancellationToken cancel)
    {
        var all = await holdings.Of(person).ToListAsync(cancel);
        foreach (var held in all)
        {
            if (Minimal(held, person) is { } kept)
                await Rewrite(held with { State = kept }, person, name, cancel);
            else
                await Delete(held, person, cancel);
        }
        foreach (var kind in OfPerson)
            await Flows.Clear(Keys.Join(kind, person), cancel);
        foreach (var kind in OfPerson)
            await store.Table(ParkedRecords.TableName).Clear(Keys.Join(kind, person), cancel);
        await DeleteCards(person, cancel);
        await SentRosters.Forget(store.Table(RosterImports.TableName), person, cancel);
        await RenameLooks(person, name, salt, cancel);
        return all.Count;
    }

    /// <summary>What of a record a duty keeps, or is somebody else's; null for what goes. The duties are those of the page on privacy.</summary>
    private static FlowState? Minimal(Held held, string person) => (held.IsOwn, held.State) switch
    {
        (true, Escalation c) => c with { Note = null, DoneNote = null, Named = [], Context = new("", null, null, null, 0, 0), History = [.. c.History.Select(h => h with { Note = null })] },
        (true, Incident { Phase: IncidentPhase.Reported } i) => i with { Draft = new(), Editing = false, Files = [], Leaving = [], LeaveAt = null, RemindAt = null },
        (true, Statement { Text: not null } s) => s with { Draft = null, Answers = [], Asked = null, Visits = [], VisitsOff = true, RemindAt = null },
        (true, _) => null,
        // What somebody wrote there is part of no log: it goes, and with it what only they could say.
        (_, Escalation c) => c with { DoneNote = Others(c.DoneNote, person), History = [.. c.History.Select(h => h with { Note = Others(h.Note, person) })] },
        (_, Swap s) => s with { Reason = Others(s.Reason, person) },
        (_, var others) => others,
    };

    private static Words? Others(Words? words, string person) => words?.Owner == person ? null : words;

    private async Task Rewrite(Held held, string person, string name, CancellationToken cancel)
    {
        var state = await words.Under(held.State, person, name, cancel);
        var key = Holdings.IsOf(held.Key, person) ? held.Key with { Owner = name } : held.Key;
        if (key == held.Key)
        {
            // Everybody else's card of it is drawn anew, without the name.
            await rewrite.Replace(key, held.Version, state, person, cancel);
            return;
        }
        await rewrite.DeleteFiles(held.State, cancel);
        await Flows.Commit(FlowRows.PartitionOf(key), [Change.Upsert(FlowRows.StateKey(key), rows.StateColumns(key, state, held.Version + 1))], cancel);
    }

    /// <summary>The record goes; the cards that stand with others say so, as far as the channel takes it now.</summary>
    private async Task Delete(Held held, string person, CancellationToken cancel)
    {
        var record = await rows.Read(held.Key, cancel);
        foreach (var places in record.Standing.Values.Where(p => p.Slot.Person != person && p.Live is not null))
            await delivery.Update(places.Slot.Person, places.Live!, ForgetCards.Over(await readers.For(places.Slot.Person, [], cancel)), SendPriority.News, DateTimeOffset.MaxValue, cancel);
        await rewrite.Delete(held.Key, held.Version, cancel);
    }

    /// <summary>Cards of records that name the person no longer, as of an earlier request of a swap.</summary>
    private async Task DeleteCards(string person, CancellationToken cancel)
    {
        var cards = await Flows.Scan(cancel).Where(r => FlowRows.ReaderOf(r) == person).ToListAsync(cancel);
        foreach (var row in cards)
            await Flows.Commit(row.Partition, [Change.Delete(row.Key, "*")], cancel);
    }

    /// <summary>Readings of and by the person go on under the random name; a key tells of whom it was only to who has the salt, which goes with the deletion.</summary>
    private async Task RenameLooks(string person, string name, byte[] salt, CancellationToken cancel)
    {
        var own = Keys.Join(person);
        var found = await Looks.Scan(cancel).Where(r => r.Partition == own || Equals(r.Columns["reader"], person)).ToListAsync(cancel);
        foreach (var row in found)
        {
            var columns = new Dictionary<string, object>(row.Columns, StringComparer.Ordinal);
            if (Equals(columns["reader"], person))
                columns["reader"] = name;
            var key = Keys.Join("kept", Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{row.Partition} {row.Key}"))));
            var kept = Change.Upsert(key, columns);
            var gone = Change.Delete(row.Key, "*");
            if (row.Partition != own)
            {
                await Looks.Commit(row.Partition, [kept, gone], cancel);
                continue;
            }
            await Looks.Commit(Keys.Join(name), [kept], cancel);
            await Looks.Commit(own, [gone], cancel);
        }
    }
}
