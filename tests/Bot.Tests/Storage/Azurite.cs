using Azure.Storage;
using Azure.Storage.Queues;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>The emulator of Azure storage for as long as the tests of its collection run.</summary>
public sealed class Azurite : IAsyncLifetime
{
    public const string Collection = "Azurite";

    // Published by Microsoft for every emulator; opens nothing else.
    private const string Name = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Emulator? _emulator;

    public int TablePort => _emulator!.TablePort;

    public int QueuePort => _emulator!.QueuePort;

    public int BlobPort => _emulator!.BlobPort;

    public string ConnectionString => _emulator!.ConnectionString;

    /// <summary>A queue as any other program reaches it: bodies as they are.</summary>
    public QueueClient Queue(string name) => new(new Uri($"http://127.0.0.1:{QueuePort}/{Name}/{name}"), new StorageSharedKeyCredential(Name, Key));

    public async Task InitializeAsync() => _emulator = await Emulator.Start();

    public async Task DisposeAsync()
    {
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }

    /// <summary>It hangs: connections stand, and nothing is answered. It is never killed, since it forgets what it has just acknowledged.</summary>
    public Task Hang() => _emulator!.Hang();

    public Task GoOn() => _emulator!.GoOn();
}

[CollectionDefinition(Azurite.Collection)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>;
