namespace CheckInBot.Bot.Hosting;

/// <summary>
/// Has the heap collected as soon as it grew by <see cref="Growth"/>, for as long as this exists. The bot's collector waits longer, which is right for a bot that answers many at once;
/// a command that passes over hundreds of thousands of rows would pile up garbage in proportion to them.
/// </summary>
public sealed class SmallHeap : IDisposable
{
    /// <summary>In bytes; a collection takes some ten milliseconds.</summary>
    public const long Growth = 6 * 1024 * 1024;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(10);
    private readonly Timer look;
    private long last = GC.GetTotalMemory(forceFullCollection: false);
    private int looking;

    public SmallHeap() => look = new(_ => Look(), null, Every, Every);

    public void Dispose() => look.Dispose();

    private void Look()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) < last + Growth || Interlocked.Exchange(ref looking, 1) == 1)
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        last = GC.GetTotalMemory(forceFullCollection: false);
        looking = 0;
    }
}
