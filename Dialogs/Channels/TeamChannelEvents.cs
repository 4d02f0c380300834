using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Channels;

/// <summary>A leader makes a channel the team's; whether they may was asked before (<see cref="BindWords.Choose"/>).</summary>
/// <param name="Conversation">Id of the channel or group chat, without a thread.</param>
/// <param name="Space">Id of what holds the channel; null for a group chat.</param>
public sealed record BindChannel(string By, string Conversation, string? Space, Language Language) : PersonEvent(By);

/// <summary>A conversation takes no cards any more. It means nothing where another one has been bound since.</summary>
public sealed record ChannelLost(string Conversation, ChannelEnd Why) : FlowEvent;
