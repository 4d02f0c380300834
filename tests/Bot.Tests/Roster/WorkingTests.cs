using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Tests.Rosters;

public sealed class WorkingTests : IDisposable
{
    private static readonly DateTimeOffset Eight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private readonly SampleOrg org = new();
    private readonly TableInMemory table = new();
    private readonly Watch watch = new();
    private readonly Organisation sample;

    public WorkingTests() => sample = org.Read().Organisation!;

    public void Dispose() => org.Dispose();

    [Theory]
    [InlineData(-0.1, "")]
    [InlineData(0, "ann")]
    [InlineData(3.9, "ann")]
    [InlineData(4, "ann,zhangsan")]
    [InlineData(8, "zhangsan")]
    [InlineData(12, "")]
    public async Task Who_is_in_a_shift_works(double hours, string working)
    {
        var roster = await Loaded(new("a", "ann", "hall", "", Eight, Eight.AddHours(8)), new("b", "zhangsan", "hall", "", Eight.AddHours(4), Eight.AddHours(12)));
        Assert.Equal(working, string.Join(',', await roster.Working("hall", Eight.AddHours(hours))));
    }

    [Fact]
    public async Task One_look_serves_the_moments_of_an_hour_and_ends_with_a_shift()
    {
        var roster = await Loaded(new Shift("a", "ann", "hall", "", Eight, Eight.AddMinutes(30)), new Shift("b", "zhangsan", "hall", "", Eight.AddMinutes(45), Eight.AddHours(24)));
        Assert.Equal(["ann"], await roster.Working("hall", Eight));
        var read = table.Ranges;
        Assert.Empty(await roster.Working("hall", Eight.AddMinutes(30)));
        Assert.Equal(["zhangsan"], await roster.Working("hall", Eight.AddMinutes(59)));
        Assert.Equal(read, table.Ranges);
        Assert.Equal(["zhangsan"], await roster.Working("hall", Eight.AddMinutes(60)));
        Assert.Equal(["ann"], await roster.Working("hall", Eight));
        Assert.Equal(read + 2, table.Ranges);
    }

    [Fact]
    public async Task A_changed_shift_counts_when_the_last_look_is_forgotten()
    {
        var roster = await Loaded(new Shift("a", "ann", "hall", "", Eight, Eight.AddHours(8)));
        Assert.Equal(["ann"], await roster.Working("hall", Eight));
        await Loaded(new Shift("a", "zhangsan", "hall", "", Eight, Eight.AddHours(8)));
        watch.Passed = Roster.Roster.Remembered - TimeSpan.FromTicks(1);
        Assert.Equal(["ann"], await roster.Working("hall", Eight));
        watch.Passed = Roster.Roster.Remembered;
        Assert.Equal(["zhangsan"], await roster.Working("hall", Eight));
    }

    [Fact]
    public async Task Whoever_changes_shifts_or_people_has_all_that_was_remembered_forgotten_at_once()
    {
        var roster = await Loaded(new Shift("a", "ann", "hall", "", Eight, Eight.AddHours(8)));
        var ann = roster.Find("ann")!;
        Assert.Equal(["ann"], await roster.Working("hall", Eight));
        var concerned = roster.WhoCouldBeAsked(ann);
        Assert.Equal(["zhangsan", "ann", "cara"], concerned.Select(p => p.Id));
        await Loaded(new Shift("a", "zhangsan", "hall", "", Eight, Eight.AddHours(8)));
        Assert.Same(concerned, roster.WhoCouldBeAsked(ann));

        roster.Forget();
        Assert.Equal(["zhangsan"], await roster.Working("hall", Eight));
        Assert.NotSame(concerned, roster.WhoCouldBeAsked(ann));
        concerned = roster.WhoCouldBeAsked(ann);
        watch.Passed = Roster.Roster.Remembered;
        Assert.NotSame(concerned, roster.WhoCouldBeAsked(ann));
    }

    private async Task<Roster.Roster> Loaded(params Shift[] shifts)
    {
        var roster = new Roster.Roster(table, sample with { Shifts = shifts }, watch);
        await roster.Load(default);
        return roster;
    }

    private sealed class Watch : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
