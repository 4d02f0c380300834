using CheckInBot.Bot.Tests.Storage;
using Xunit.Abstractions;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// The store does not answer for a while in the middle of the day, and people go on pressing and typing. <see cref="LongForm"/> tells how
/// to make it longer; with 60 s a shift also ends meanwhile.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class OutageTests(ITestOutputHelper output)
{
    private static TimeSpan Span => LongForm.Outage;

    [Fact]
    public async Task Without_the_right_to_write_its_file_the_bot_promises_nothing_and_loses_nothing()
    {
        await using var hall = await Hall.Open(OutageDay.Organisation(Span));
        var day = new OutageDay(hall, StoreOutage.OfSqlite(hall.Bot), Span);
        await day.Tell();
        output.WriteLine($"SQLite: {day}");
        day.EndsWell(await StoredRecords.OnSqlite(hall.Bot));
    }

    [Fact]
    public async Task While_azure_storage_hangs_no_process_promises_or_loses_anything()
    {
        // A person's words may come to any of several processes, and come again to another.
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        try
        {
            await using var hall = await Hall.Open(OutageDay.Organisation(Span), new Dictionary<string, string>
            {
                ["Storage__Provider"] = "Azure",
                ["Storage__ConnectionString"] = azurite.ConnectionString,
            });
            var day = new OutageDay(hall, StoreOutage.Of(azurite), Span, LongForm.Processes);
            await day.Tell();
            output.WriteLine($"Azurite: {day}");
            day.EndsWell(await StoredRecords.OnAzure(azurite.ConnectionString, ""));
        }
        finally
        {
            await azurite.GoOn();
            await azurite.DisposeAsync();
        }
    }
}
