namespace CheckInBot.Bot.Tests.Storage;

public sealed class SqliteTableTests : TableContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}
