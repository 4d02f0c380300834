using System.Text.RegularExpressions;
using Azure.Identity;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Checks;

/// <summary>Whether the bot gets a token for the channel; where not, why, in the words of the remedy and without what the login said.</summary>
/// <remarks>"Microsoft Entra authentication and authorization error codes".</remarks>
/// <param name="credential">Null without an app id.</param>
public sealed partial class CredentialCheck(BotSettings settings, IConnectorCredential? credential)
{
    private const string Thing = "credential";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    public async Task<Finding> Look(CancellationToken cancel)
    {
        if (credential is null)
            return Finding.Note(Thing, "there is no app id: the bot listens to this machine only. Set Bot:AppId for a channel.");
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(TimeLimit);
        try
        {
            _ = await credential.Token(inTime.Token);
            return Finding.Ok(Thing, $"a token for {settings.Cloud.Scope} was given.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return Finding.Fault(Thing, WhyNot(e));
        }
    }

    private string WhyNot(Exception e)
    {
        if (settings.UsesManagedIdentity)
            return $"the managed identity gave no token ({e.GetType().Name}). Assign the identity whose client id is Bot:AppId to this host; outside Azure use Bot:ClientSecret.";
        // The whole message may quote more than the code.
        var code = Code().Match(e.Message) is { Success: true } found ? found.Value : null;
        return code switch
        {
            "AADSTS7000215" => Told("the secret is wrong", "Set Bot:ClientSecret to the value of a client secret of the registration, not to its id."),
            "AADSTS7000222" => Told("the secret has expired", "Make a new one at the registration and set it as Bot:ClientSecret."),
            "AADSTS700016" => Told("the application is not known in this directory", "Check Bot:AppId, Bot:TenantId and Bot:Cloud; a single-tenant registration needs its own tenant and a service principal there."),
            "AADSTS90002" or "AADSTS900023" => Told("the directory is not known", "Check Bot:TenantId and Bot:Cloud."),
            "AADSTS7000112" => Told("the application is disabled", "Enable its service principal in the directory."),
            "AADSTS53003" or "AADSTS530004" => Told("conditional access forbids it", "Let the workload identity sign in from where this host is."),
            not null => $"{settings.Cloud.Login.Host} refused with {code}. Look the code up, and check Bot:AppId, Bot:TenantId, Bot:ClientSecret and Bot:Cloud.",
            null => $"{settings.Cloud.Login.Host} did not answer ({Innermost(e).GetType().Name}). Allow this host to reach it by HTTPS, directly or by the proxy that HTTPS_PROXY names.",
        };

        string Told(string why, string remedy) => $"{settings.Cloud.Login.Host} refused: {why} ({code}). {remedy}";
    }

    private static Exception Innermost(Exception e) => e switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Innermost(last),
        AuthenticationFailedException { InnerException: { } inner } => Innermost(inner),
        _ => e,
    };

    [GeneratedRegex(@"\bAADSTS\d{4,8}\b")]
    private static partial Regex Code();
}
