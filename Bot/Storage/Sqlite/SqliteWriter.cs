using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>
/// The one writer of the file. It takes all writes that wait, runs each under a savepoint of one transaction, and answers
/// their callers only after its COMMIT: many turns share one flush to the disk.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    // Bounds how long the first caller of a group waits for the last.
    private const int GroupSize = 512;

    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly string _path;
    private readonly WriteStatements _statements;
    private readonly Task _loop;

    public SqliteWriter(string path, SqliteConnection connection)
    {
        _path = path;
        _statements = new WriteStatements(connection);
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in the next transaction. Nothing of it is kept where <paramref name="keep"/> denies its result.
    /// </summary>
    public Task<T> Do<T>(Func<WriteStatements, T> work, Func<T, bool> keep, CancellationToken cancel)
    {
        var write = new Write<T>(work, keep, cancel);
        return _waiting.Writer.TryWrite(write) ? write.Answer : Task.FromException<T>(Closed());
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _statements.Dispose();
    }

    private StoreUnavailableException Closed() => new($"The store '{_path}' was closed.");

    private void Run()
    {
        var group = new List<Write>(GroupSize);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < GroupSize && _waiting.Reader.TryRead(out var write))
            {
                if (!write.GaveUp())
                    group.Add(write);
            }
            if (group.Count > 0)
                RunGroup(group);
            group.Clear();
        }
    }

    private void RunGroup(List<Write> group)
    {
        try
        {
            _statements.Begin();
            foreach (var write in group)
                RunOne(write);
            _statements.Commit();
        }
        catch (Exception e)
        {
            _statements.RollBack();
            foreach (var write in group)
                write.Fail(Translate(e));
            return;
        }
        foreach (var write in group)
            write.Complete();
    }

    private void RunOne(Write write)
    {
        _statements.Savepoint();
        try
        {
            if (!write.Run(_statements))
                _statements.UndoToSavepoint();
        }
        catch (Exception e) when (_statements.InTransaction)
        {
            // One caller's failure is not its neighbours'.
            _statements.UndoToSavepoint();
            write.Fail(Translate(e));
        }
        _statements.Release();
    }

    private Exception Translate(Exception e) => e is SqliteException failure ? SqliteFile.Unavailable(_path, failure) : e;

    private abstract class Write
    {
        public abstract bool GaveUp();

        public abstract bool Run(WriteStatements statements);

        public abstract void Complete();

        public abstract void Fail(Exception e);
    }

    private sealed class Write<T>(Func<WriteStatements, T> work, Func<T, bool> keep, CancellationToken cancel) : Write
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Answer => _answer.Task;

        public override bool GaveUp() => cancel.IsCancellationRequested && _answer.TrySetCanceled(cancel);

        public override bool Run(WriteStatements statements) => keep(_result = work(statements));

        public override void Complete() => _answer.TrySetResult(_result);

        public override void Fail(Exception e) => _answer.TrySetException(e);
    }
}
