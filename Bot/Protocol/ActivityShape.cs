namespace CheckInBot.Bot.Protocol;

/// <summary>What must be there for an activity to be acted on.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>every activity: <c>type</c>, and a <c>serviceUrl</c> that is an http(s) address, because the token is checked against it;</item>
/// <item><c>message</c>, <c>invoke</c>: also <c>from.id</c> and <c>conversation.id</c>; an invoke has a <c>name</c> too;</item>
/// <item><c>conversationUpdate</c>, <c>installationUpdate</c>: also <c>conversation.id</c>; the sender may be the channel itself and is not needed;</item>
/// <item>any other type: nothing more, since nothing is done with it.</item>
/// </list>
/// </remarks>
public static class ActivityShape
{
    /// <summary>Whether activities of this type reach <see cref="IActivityHandler"/>; others are answered 200 and forgotten.</summary>
    public static bool IsKnown(string? type) => type is "message" or "invoke" or "conversationUpdate" or "installationUpdate";

    /// <returns>The first field that is missing or unusable, in the protocol's spelling; null when all is there.</returns>
    public static string? Lacks(Activity activity) =>
        string.IsNullOrWhiteSpace(activity.Type) ? "type"
        : !ServiceAddress.TryParse(activity.ServiceUrl, out _) ? "serviceUrl"
        : !IsKnown(activity.Type) ? null
        : string.IsNullOrWhiteSpace(activity.Conversation?.Id) ? "conversation.id"
        : activity.Type is not ("message" or "invoke") ? null
        : string.IsNullOrWhiteSpace(activity.From?.Id) ? "from.id"
        : activity.Type == "invoke" && string.IsNullOrWhiteSpace(activity.Name) ? "name"
        : null;
}
