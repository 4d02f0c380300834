namespace CheckInBot.Dialogs.Care;

/// <summary>A short card that an organisation writes itself (<c>texts/…</c> of its folder).</summary>
public enum Guide
{
    /// <summary>How to calm a visitor.</summary>
    Deescalation,

    /// <summary>To breathe for a minute.</summary>
    Breathing,
}

/// <summary>What a guide says in one language: read in ten seconds, on one screen.</summary>
public sealed record GuideText(string Title, IReadOnlyList<string> Lines);
