using CheckInBot.Bot.Storage;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>How a turn's batch and its wake-up message belong together, on every store.</summary>
public abstract class TurnCommitContract : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private ITestStore _opened = null!;

    protected IStore Store => _opened.Store;

    protected ITable People => Store.Table(Table);

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    public async Task InitializeAsync() => _opened = await OpenStore(Table);

    public async Task DisposeAsync() => await _opened.DisposeAsync();

    [Fact]
    public async Task A_commit_that_lands_leaves_the_row_and_its_successor()
    {
        var result = await Store.Commit(new TurnCommit(Table, "p", [Change.Insert("state", Number(1))], new Successor("p 1", TimeSpan.Zero), null));

        Assert.True(result.Batch.Committed);
        Assert.False(result.CauseDeleted);
        Assert.Equal(result.Batch.ETags[0], (await People.Get("p", "state"))!.ETag);
        Assert.Equal(["p 1"], await VisibleAfter(Store.CommitTimeout));
    }

    [Fact]
    public async Task A_refused_commit_changes_no_row_and_keeps_its_cause()
    {
        var cause = await Leased("cause");
        await People.Put("p", Change.Insert("state", Number(1)));

        var result = await Store.Commit(new TurnCommit(Table, "p", [Change.Insert("outbox", Number(2)), Change.Insert("state", Number(2))], null, cause));

        Assert.False(result.Batch.Committed);
        Assert.Equal(1, result.Batch.FailedAt);
        Assert.False(result.CauseDeleted);
        Assert.Equal(1, Assert.Single(await People.All()).N());
        Assert.True(await Store.Queue.Delete(cause));
    }

    [Fact]
    public async Task The_cause_goes_with_the_commit_or_is_left_to_the_caller()
    {
        var cause = await Leased("cause");

        var result = await Store.Commit(new TurnCommit(Table, "p", [Change.Insert("state", Number(1))], null, cause));

        Assert.Equal(!result.CauseDeleted, await Store.Queue.Delete(cause));
        Assert.Equal(Store.CommitTimeout == TimeSpan.Zero, result.CauseDeleted);
    }

    [Fact]
    public async Task A_commit_without_changes_still_leaves_its_successor()
    {
        var result = await Store.Commit(new TurnCommit(Table, "p", [], new Successor("p 1", TimeSpan.Zero), null));

        Assert.True(result.Batch.Committed);
        Assert.Equal(["p 1"], await VisibleAfter(Store.CommitTimeout));
    }

    [Fact]
    public async Task A_message_is_replaced_by_its_successor()
    {
        var cause = await Leased("cause");

        await Store.Replace(cause, new Successor("next", TimeSpan.Zero));

        Assert.Equal(["next"], await VisibleAfter(TimeSpan.Zero));
        Assert.False(await Store.Queue.Delete(cause));
    }

    [Fact]
    public async Task A_commit_whose_cause_was_taken_by_another_lands_all_the_same()
    {
        var cause = await Leased("cause");
        Assert.True(await Store.Queue.Delete(cause));

        var result = await Store.Commit(new TurnCommit(Table, "p", [Change.Insert("state", Number(1))], null, cause));

        Assert.True(result.Batch.Committed);
        Assert.False(result.CauseDeleted);
    }

    [Fact]
    public async Task An_overlong_successor_is_refused_before_anything_is_stored()
    {
        var turn = new TurnCommit(Table, "p", [Change.Insert("state", Number(1))], new Successor(new string('x', StoreLimits.BodyCharacters + 1), TimeSpan.Zero), null);

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.Commit(turn));
        Assert.Empty(await People.All());
    }

    private async Task<QueueMessage> Leased(string body)
    {
        await Store.Queue.Send(body, TimeSpan.Zero);
        return Assert.Single(await Store.Queue.Receive(32, Lease));
    }

    /// <summary>The bodies that are visible once the store's clock passed <paramref name="time"/>; it looks for up to 20 seconds more.</summary>
    private async Task<List<string>> VisibleAfter(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
            Assert.Empty(await Store.Queue.Receive(32, Lease));
        await _opened.Pass(time);
        for (var i = 0; i < 200; i++)
        {
            if (await Store.Queue.Receive(32, Lease) is { Count: > 0 } messages)
                return [.. messages.Select(m => m.Body)];
            await Task.Delay(100);
        }
        return [];
    }
}
