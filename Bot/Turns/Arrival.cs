using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>Something from outside that happens to a record.</summary>
/// <param name="Once">A name under which it is taken once, or null where the flow recognises a repetition by its meaning.</param>
/// <param name="Typed">What is seen in reply is a new message, since nothing was pressed.</param>
/// <param name="Pressed">Activity id of the card that was pressed in a personal chat, when its place may have been lost.</param>
/// <param name="Verb">The button's word, of which <see cref="Dialogs.People.PressPermits"/> says who may press it; null for what is no press.</param>
public sealed record Arrival(FlowKey Key, FlowEvent Event, string? Once = null, bool Typed = false, string? Pressed = null, string? Verb = null);
