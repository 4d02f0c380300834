namespace CheckInBot.Dialogs.CheckIns;

/// <summary>The questions of a check-in, in the order in which they are asked by typing.</summary>
public enum Question
{
    Stress,
    Mood,
    Hostile,
    Break,
    Help,
}

/// <summary>Who would help now.</summary>
public enum Helper
{
    None,
    Buddy,
    Leader,
    Counsellor,
}

/// <summary>What a person answered; everything may be left out.</summary>
public sealed record Answer
{
    /// <summary>1 none to 5 very high.</summary>
    public int? Stress { get; init; }

    /// <summary>5 very good to 1 very low.</summary>
    public int? Mood { get; init; }

    /// <summary>Hostile contacts: 0, 1, 2 (two or three) or 4 (four or more).</summary>
    public int? Hostile { get; init; }

    /// <summary>Whether there was a break.</summary>
    public bool? Break { get; init; }

    public Helper? Help { get; init; }

    /// <summary>Keys of the policy's stressor tags, comma-separated, in the policy's order; empty for none.</summary>
    public string Tags { get; init; } = "";

    public Words? Note { get; init; }

    /// <summary>Ids of colleagues whom the note names, sealed as the writer's: they are not asked. There with every note, whether it names anybody or not.</summary>
    public Words? Named { get; init; }

    /// <summary>Whether whoever looks in may read the note.</summary>
    public bool ShareNote { get; init; }

    /// <summary>True when nothing at all was answered.</summary>
    public bool IsEmpty => this == new Answer();

    /// <summary>The first question still open, or null.</summary>
    public Question? Open =>
        Stress is null ? Question.Stress
        : Mood is null ? Question.Mood
        : Hostile is null ? Question.Hostile
        : Break is null ? Question.Break
        : Help is null ? Question.Help
        : null;

    /// <summary>The same with every value outside its range taken as not answered.</summary>
    public Answer InRange() => this with
    {
        Stress = Stress is >= 1 and <= 5 ? Stress : null,
        Mood = Mood is >= 1 and <= 5 ? Mood : null,
        Hostile = Hostile is 0 or 1 or 2 or 4 ? Hostile : null,
        ShareNote = ShareNote && Note is not null,
    };

    /// <summary>This answer with what <paramref name="more"/> answers put over it.</summary>
    public Answer With(Answer more) => this with
    {
        Stress = more.Stress ?? Stress,
        Mood = more.Mood ?? Mood,
        Hostile = more.Hostile ?? Hostile,
        Break = more.Break ?? Break,
        Help = more.Help ?? Help,
        Tags = more.Tags.Length > 0 ? more.Tags : Tags,
        Note = more.Note ?? Note,
        Named = more.Note is null ? Named : more.Named,
        ShareNote = more.Note is null ? ShareNote : more.ShareNote,
    };
}
