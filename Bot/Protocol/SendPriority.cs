namespace CheckInBot.Bot.Protocol;

/// <summary>Who goes first where the channel takes only so much; within one, who came first.</summary>
public enum SendPriority
{
    /// <summary>Somebody calls for people: seconds count. It keeps a share of its own, and no slowing of the others holds it up.</summary>
    Alert,

    /// <summary>A case, a person now, or colleagues who are asked to come.</summary>
    Case,

    /// <summary>A direct answer to somebody who has just written or pressed.</summary>
    Answer,

    /// <summary>Notices, lines, and cards drawn anew.</summary>
    News,

    /// <summary>What is asked and may come minutes later. Every tenth place is one's where any waits, so that they never stand for ever.</summary>
    Prompt,
}
