namespace CheckInBot.Bot.Hosting;

/// <summary><c>move --to azure</c>, or <c>move --undo [--abandon]</c>.</summary>
/// <param name="Undo">The way back.</param>
/// <param name="Abandon">The way back without asking the account.</param>
public sealed record MoveCommand(bool Undo, bool Abandon)
{
    private const string Form = "Write: move --to azure, or move --undo [--abandon].";

    /// <summary>Whether the program was started to move its office.</summary>
    public static bool IsMeant(IReadOnlyList<string> args) => args.Count > 0 && args[0] == "move";

    /// <summary>The command, or why it is none.</summary>
    public static (MoveCommand? Command, IReadOnlyList<string> Faults) Read(IReadOnlyList<string> args) => args switch
    {
        [_, "--to", var target] when target.Equals("azure", StringComparison.OrdinalIgnoreCase) => (new(false, false), []),
        [_, "--to", var target] => (null, [$"An office is moved to azure only, not to \"{target}\". {Form}"]),
        [_, "--undo"] => (new(true, false), []),
        [_, "--undo", "--abandon"] => (new(true, true), []),
        _ => (null, [$"That is not how an office is moved. {Form}"]),
    };
}
