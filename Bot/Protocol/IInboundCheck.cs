namespace CheckInBot.Bot.Protocol;

/// <summary>Decides whether a request comes from the channel: once before its body is read, and once more when it is known what the body claims.</summary>
public interface IInboundCheck
{
    /// <summary>What can be known from the connection and the <c>Authorization</c> header alone.</summary>
    Task<Admission> Admit(HttpRequest request, CancellationToken cancel);
}

/// <summary>Outcome of the first look, and the question for the second.</summary>
/// <param name="Refusal">Why not, in words for the log that hold nothing of the request; null when the body may be read.</param>
/// <param name="Vouch">Says why this sender may not send this activity; null when it may.</param>
public sealed record Admission(string? Refusal, Func<Activity, string?> Vouch)
{
    public static Admission Refused(string why) => new(why, _ => why);

    public static Admission If(Func<Activity, string?> vouch) => new(null, vouch);
}

/// <summary>A bot without an app id outside Development: nobody is believed.</summary>
public sealed class NobodyIsAdmitted : IInboundCheck
{
    public Task<Admission> Admit(HttpRequest request, CancellationToken cancel) =>
        Task.FromResult(Admission.Refused("no app id is configured"));
}
