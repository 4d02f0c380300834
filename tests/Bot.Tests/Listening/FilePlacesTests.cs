using CheckInBot.Bot.Listening;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>How many files are copied at once.</summary>
public sealed class FilePlacesTests
{
    [Fact]
    public async Task So_many_are_copied_at_once_and_the_others_wait_their_turn()
    {
        using var places = new FilePlaces();
        using var copies = new Copies(places);
        var all = Enumerable.Range(0, 10).Select(i => copies.Begin($"person{i}")).ToList();
        Assert.Equal(FilePlaces.AtOnce, copies.Under);
        for (var left = 10; left > 0; left--)
            await copies.EndOne();
        await Task.WhenAll(all);
        Assert.Equal((0, FilePlaces.AtOnce), (copies.Under, copies.Most));
    }

    [Fact]
    public async Task One_person_with_many_leaves_places_to_others()
    {
        using var places = new FilePlaces();
        using var copies = new Copies(places);
        var anns = Enumerable.Range(0, 6).Select(_ => copies.Begin("ann")).ToList();
        Assert.Equal(FilePlaces.OfOne, copies.Under);
        var bens = copies.Begin("ben");
        Assert.Equal(FilePlaces.OfOne + 1, copies.Under);
        for (var left = 7; left > 0; left--)
            await copies.EndOne();
        await Task.WhenAll([.. anns, bens]);
    }

    [Fact]
    public async Task Who_gives_up_waiting_and_whose_copy_fails_leave_their_places()
    {
        using var places = new FilePlaces();
        using var copies = new Copies(places);
        var two = new[] { copies.Begin("ann"), copies.Begin("ann") };
        using var gone = new CancellationTokenSource();
        var third = places.In("ann", () => Task.FromResult(true), gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        await copies.EndOne();
        await copies.EndOne();
        await Task.WhenAll(two);
        for (var i = 0; i < 9; i++)
            await Assert.ThrowsAsync<IOException>(() => places.In<bool>("ann", () => throw new IOException(), CancellationToken.None));
    }

    private sealed class Copies(FilePlaces places) : IDisposable
    {
        private readonly SemaphoreSlim end = new(0), ended = new(0);

        public int Under { get; private set; }

        public int Most { get; private set; }

        public Task<bool> Begin(string person) => places.In(
            person,
            async () =>
            {
                Most = Math.Max(Most, ++Under);
                await end.WaitAsync();
                Under--;
                ended.Release();
                return true;
            },
            CancellationToken.None);

        public async Task EndOne()
        {
            end.Release();
            await ended.WaitAsync();
        }

        public void Dispose()
        {
            end.Dispose();
            ended.Dispose();
        }
    }
}
