namespace CheckInBot.Bot.Protocol;

/// <summary>What the bot makes of an activity that the channel vouched for. Called at the same time from many requests.</summary>
/// <remarks>The same activity can arrive again, also under another id. Only kinds of <see cref="ActivityShape.IsKnown"/> arrive.</remarks>
public interface IActivityHandler
{
    /// <exception cref="Storage.StoreUnavailableException">The channel is asked to deliver again (503).</exception>
    Task<ActivityAnswer> Handle(Activity activity, CancellationToken cancel);
}

/// <summary>The HTTP answer to an activity.</summary>
/// <param name="Status">HTTP status; 200 for everything that was understood, also for a refused press.</param>
/// <param name="Body">JSON in UTF-8. Only invokes have one: see <see cref="InvokeAnswer"/>.</param>
public sealed record ActivityAnswer(int Status, ReadOnlyMemory<byte>? Body)
{
    /// <summary>Understood, nothing to say in the response.</summary>
    public static ActivityAnswer Done { get; } = new(StatusCodes.Status200OK, null);
}
