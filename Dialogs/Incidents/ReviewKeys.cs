namespace CheckInBot.Dialogs.Incidents;

/// <summary>The key of the review of an incident: one for each number.</summary>
public static class ReviewKeys
{
    public const string Kind = "review";

    public static FlowKey Of(string number) => new(Kind, number, "review");
}
