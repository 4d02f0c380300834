namespace CheckInBot.Bot.Tests.Storage;

public sealed class SqliteTableTests : TableContract
{
    protected override bool LooksForTexts => true;

    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

public sealed class SqliteBatchTests : BatchContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

public sealed class SqliteQueueTests : QueueContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

public sealed class SqliteTurnCommitTests : TurnCommitContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

public sealed class SqliteFilesTests : FilesContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}
