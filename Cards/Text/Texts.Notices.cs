using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Cards;

/// <summary>Short sentences to the one who acted.</summary>
public abstract partial class Texts
{
    public abstract string NoticeSummary { get; }

    public abstract string NotYours { get; }

    public abstract string NotFound { get; }

    public abstract string CheckInOver { get; }

    public abstract string Ask(Question question);

    public abstract string TypeOn { get; }

    public abstract string NotUnderstood { get; }

    public abstract string ReadyToSend(string answers);

    /// <summary>What else can be typed when every question is answered.</summary>
    public abstract string TypeMore(bool looksIn);

    public abstract string NoNoteYet { get; }

    public abstract string GoesTo(Outlook goes);

    public abstract string ChooseWhatWasDone { get; }

    public abstract string ChooseSomebody { get; }

    public abstract string NobodyThere(string emergency, string support);

    public abstract string PleaseTryAgain(string emergency, string support);

    /// <summary>Saved, but not drawn.</summary>
    public abstract string SavedUnseen { get; }

    /// <summary>The note cannot be kept; the rest can be sent.</summary>
    public abstract string NoteNotKept(string support);

    /// <summary>More came than is taken; calls for people are taken all the same.</summary>
    public abstract string TooFast { get; }

    public abstract string NumbersBelow { get; }

    /// <summary>Said in the language that is spoken from now on.</summary>
    public abstract string LanguageNow { get; }

    public abstract string NoteIsKept { get; }
}
