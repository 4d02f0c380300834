using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Listening;

/// <summary>Lists of the roster that an administrator sends in their own chat: fetched, judged, shown, and imported on a press.</summary>
public sealed class RosterFiles(FileFetch fetch, FilePlaces places, WordsVault vault, IStore store, RosterImports imports, RosterWatch watch, Roster.Roster roster, Readers readers, TimeProvider clock) : IDisposable
{
    // One import after the other; a second press waits and then finds it done.
    private readonly SemaphoreSlim one = new(1);
    private readonly SentRosters sentRosters = new(store.Table(RosterImports.TableName), store.Files, vault);

    /// <summary>What the lists would do, or why nothing was kept.</summary>
    /// <exception cref="StoreUnavailableException">The same message may be taken again.</exception>
    public async Task<PressAnswer> Came(IReadOnlyList<SentFile> sent, string serviceUrl, Person person, CancellationToken cancel)
    {
        if (!RolePermits.May(person, Deed.BringRosters))
            return new(null, new Notice.RosterNotYours());
        var lists = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in sent)
        {
            if ((await places.In(person.Id, () => fetch.Fetch(file, serviceUrl, KeptFile.MostBytes, cancel), cancel)).Content is not { } content)
                return new(null, new Notice.RosterNotFetched());
            if (RosterLists.Recognise(content) is not { } list || !lists.TryAdd(list, content))
                return new(null, new Notice.RosterUnknown());
        }
        var plan = await imports.Plan(lists, SwappedShifts.Ask, clock.GetUtcNow(), cancel);
        // What cannot be imported is not kept.
        if (plan.Faults.Count > 0 || (!plan.ChangesAnything && !plan.NeedsChoice))
            return await Drawn(RosterOffers.Of("", plan, roster), person, cancel);
        try
        {
            var kept = await sentRosters.Keep(person, lists, clock.GetUtcNow(), cancel);
            return await Shown(kept, plan, person, anew: false, cancel);
        }
        catch (WordsUnreadableException)
        {
            return new(null, new Notice.RosterNotFetched());
        }
    }

    /// <summary>Imports them or throws them away; the same press again finds it done.</summary>
    /// <exception cref="StoreUnavailableException">It is not known how far it came: the same press works again.</exception>
    public async Task<PressAnswer> Pressed(RosterAction action, Person person, CancellationToken cancel)
    {
        if (!RolePermits.May(person, Deed.BringRosters))
            return new(null, new Notice.NotYours());
        await one.WaitAsync(cancel);
        try
        {
            if (await sentRosters.Find(person, action.Roster, cancel) is not { } sent)
                return new(null, new Notice.NotFound());
            if (sent.Ended is { } number)
                return await Drawn(new(sent.Id, number > 0 ? RosterOfferPhase.Done : RosterOfferPhase.Discarded) { Number = number }, person, cancel);
            if (action is DiscardRoster)
            {
                await sentRosters.End(person, sent, 0, cancel);
                return await Drawn(new(sent.Id, RosterOfferPhase.Discarded), person, cancel);
            }
            return await Apply(sent, ((ApplyRoster)action).Swapped, person, cancel);
        }
        catch (WordsUnreadableException)
        {
            return await Drawn(new(action.Roster, RosterOfferPhase.Gone), person, cancel);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<PressAnswer> Apply(SentRoster sent, Input swapped, Person person, CancellationToken cancel)
    {
        if (sent.At + SentRosters.Kept < clock.GetUtcNow() || await sentRosters.Open(person, sent, cancel) is not { } lists)
            return await Drawn(new(sent.Id, RosterOfferPhase.Gone), person, cancel);
        // One that was stopped on the way is finished first; it may be this one.
        var last = await imports.Finish(null, cancel);
        var plan = await imports.Plan(lists, SwappedShifts.Ask, clock.GetUtcNow(), cancel);
        if (plan.Faults.Count > 0)
            return await Drawn(RosterOffers.Of(sent.Id, plan, roster), person, cancel);
        if (!plan.ChangesAnything && !plan.NeedsChoice)
            return await Ended(sent, last?.Number ?? 0, person, cancel);
        if (Short(plan) != sent.Shown)
            return await Shown(sent, plan, person, anew: true, cancel);
        if (plan.NeedsChoice)
        {
            var choice = swapped.Word<SwappedShifts>() ?? SwappedShifts.Ask;
            if (choice == SwappedShifts.Ask)
                return new(null, new Notice.RosterChoose());
            plan = await imports.Plan(lists, choice, clock.GetUtcNow(), cancel);
            if (plan.Faults.Count > 0)
                return await Drawn(RosterOffers.Of(sent.Id, plan, roster), person, cancel);
            if (!plan.ChangesAnything)
                return await Ended(sent, last?.Number ?? 0, person, cancel);
        }
        if ((await imports.Make(plan, person.Id, clock.GetUtcNow(), null, cancel)).Record is not { } made)
            return new(null, new Notice.RosterBusy());
        return await Ended(sent, made.Number, person, cancel);
    }

    private async Task<PressAnswer> Ended(SentRoster sent, int number, Person person, CancellationToken cancel)
    {
        await sentRosters.End(person, sent, number, cancel);
        await watch.Look(cancel);
        return await Drawn(new(sent.Id, number > 0 ? RosterOfferPhase.Done : RosterOfferPhase.Same) { Number = number }, person, cancel);
    }

    private async Task<PressAnswer> Shown(SentRoster sent, ImportPlan plan, Person person, bool anew, CancellationToken cancel)
    {
        await sentRosters.Write(person, sent with { Shown = Short(plan) }, cancel);
        return await Drawn(RosterOffers.Of(sent.Id, plan, roster) with { Anew = anew }, person, cancel);
    }

    private async Task<PressAnswer> Drawn(RosterOffer offer, Person person, CancellationToken cancel) =>
        new(RosterCards.Of(offer, await readers.For(person.Id, [], cancel)), null);

    private static string Short(ImportPlan plan) => string.Join(';', plan.Lists.Select(l => $"{l.File},{l.New},{l.Changed},{l.Gone},{l.Same}").Append($"{plan.Conflicts.Count}"));
}
