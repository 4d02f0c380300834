namespace CheckInBot.Bot.Tests.Storage;

[Collection(Azurite.Collection)]
public sealed class AzureTableTests(Azurite azurite) : TableContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureBatchTests(Azurite azurite) : BatchContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureQueueTests(Azurite azurite) : QueueContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureTurnCommitTests(Azurite azurite) : TurnCommitContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureFilesTests(Azurite azurite) : FilesContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
