using System.Globalization;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>An import and the approval of a swap meet at one shift: exactly one of them gets it, and the other is told what is true then.</summary>
public abstract class ImportRaceContract
{
    private static readonly (DateTimeOffset, DateTimeOffset) Window = (SampleOrg.Now.AddDays(-1), SampleOrg.Now.AddDays(1200));

    /// <summary><c>CHECKINBOT_RACES</c>: how many; else a short form.</summary>
    private int Races => int.TryParse(Environment.GetEnvironmentVariable("CHECKINBOT_RACES"), NumberStyles.None, CultureInfo.InvariantCulture, out var races) ? races : ShortForm;

    protected abstract int ShortForm { get; }

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    private static string Day(int n) => new DateOnly(2026, 12, 1).AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Line(int n, string person, int end = 16) => $"s-{n},{person},hall,,{Day(n)}T08:00,{Day(n)}T{end}:00";

    [Fact]
    public async Task Of_an_import_and_an_approval_that_meet_exactly_one_gets_the_shift_and_the_other_is_told()
    {
        await using var desk = await ImportDesk.Open(OpenStore);
        await desk.WriteShifts([.. Enumerable.Range(0, Races).Select(n => Line(n, "zhangsan"))]).Import();
        var roster = await desk.Roster();
        var (swapped, refused, overtaken) = (0, 0, 0);
        for (var n = 0; n < Races; n++)
        {
            // Another person, another time too, so that the row moves; or the shift is gone, because the file has another one at its time.
            var (wanted, end) = n % 3 == 0 ? ("cara", 16) : n % 3 == 1 ? ("cara", 17) : (null, 16);
            desk.WriteShifts(wanted is null ? Line(n, "cara").Replace("s-", "other-", StringComparison.Ordinal) : Line(n, wanted, end));
            var plan = await desk.Plan();
            Assert.Equal(wanted is null ? 2 : 1, plan.ShiftsToWrite);
            var shift = (await roster.Around("hall", Window.Item1, Window.Item2)).Single(s => s.Id == $"s-{n}");
            Assert.Equal("zhangsan", shift.Person);

            // The approval starts when the import comes to one of its writes, another one each time.
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var writes = n / 3 % 6;
            desk.Store.Before = request =>
            {
                if (request.EndsWith(".Commit", StringComparison.Ordinal) && Interlocked.Decrement(ref writes) < 0)
                    start.TrySetResult();
                return Task.CompletedTask;
            };
            var importing = Task.Run(async () =>
            {
                var outcome = await desk.Imports.Make(plan, "root", SampleOrg.Now, null, default);
                start.TrySetResult();
                return outcome;
            });
            var approving = Task.Run(async () =>
            {
                await start.Task;
                return await new ShiftChanges(desk.Shifts, roster).Make($"swap-{n}", new DutyChange(shift, "ann"), Window, _ => null, "lee", SampleOrg.Now, default);
            });
            var (import, approval) = (await importing, await approving);
            desk.Store.Before = null;

            var rows = (await desk.Rows()).FindAll(r => r.StartsWith($"s-{n} ", StringComparison.Ordinal));
            if (approval.Overtaken is { } told)
            {
                // The import has it; whoever approved is told who works the shift now, or that there is none.
                refused++;
                Assert.Equal(("", wanted), (import.Why, told.Holder));
                Assert.Equal("", import.Record!.Overtaken);
                if (wanted is null)
                    Assert.Empty(rows);
                else
                    Assert.StartsWith($"s-{n} cara hall ", Assert.Single(rows), StringComparison.Ordinal);
            }
            else
            {
                // The swap has it; whoever imports is told that shifts changed, or which one was left.
                swapped++;
                Assert.EndsWith("-08:00 for zhangsan", Assert.Single(rows), StringComparison.Ordinal);
                Assert.StartsWith($"s-{n} ann hall ", rows[0], StringComparison.Ordinal);
                overtaken += import.Record is null ? 0 : 1;
                Assert.Equal(import.Record is null ? "" : $"s-{n}", import.Record?.Overtaken ?? "");
                Assert.Equal(import.Record is null, import.Why.Contains("changed at this moment", StringComparison.Ordinal));
            }
        }
        Assert.True(swapped > 0 && refused > 0, $"{swapped} swaps ({overtaken} while the import was written) and {refused} imports won");
        Assert.Equal(Races, swapped + refused);
    }
}

public sealed class SqliteImportRaceTests : ImportRaceContract
{
    protected override int ShortForm => 54;

    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureImportRaceTests(Azurite azurite) : ImportRaceContract
{
    protected override int ShortForm => 18;

    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
