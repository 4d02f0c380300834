namespace CheckInBot.Bot.Checks;

/// <summary>How a thing was found.</summary>
public enum Found
{
    Ok,

    /// <summary>It works; somebody should know something.</summary>
    Note,

    /// <summary>It must be put right before the bot serves anybody.</summary>
    Fault,

    /// <summary>It could not be looked at before something else is right.</summary>
    Later,
}

/// <summary>One line of <c>check</c>: a thing of the installation and how it was found.</summary>
/// <param name="Thing">A stable word, such as <c>store.tables</c>.</param>
/// <param name="Says">A sentence without secrets and names of people; with a fault it names the remedy.</param>
public sealed record Finding(string Thing, Found How, string Says)
{
    private const int LongestWord = 5;

    public static Finding Ok(string thing, string says) => new(thing, Found.Ok, says);

    public static Finding Note(string thing, string says) => new(thing, Found.Note, says);

    public static Finding Fault(string thing, string says) => new(thing, Found.Fault, says);

    public static Finding Later(string thing, string says) => new(thing, Found.Later, says);

    /// <summary>Such as <c>fault settings: Bot:AppId is not set. Set it …</c>, always one line.</summary>
    public override string ToString() => $"{Word(How).PadRight(LongestWord)} {Thing}: {Says.ReplaceLineEndings(" ")}";

    private static string Word(Found how) => how switch
    {
        Found.Ok => "ok",
        Found.Note => "note",
        Found.Fault => "fault",
        _ => "later",
    };
}
