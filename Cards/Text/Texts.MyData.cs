namespace CheckInBot.Cards;

/// <summary>"My data": what is kept, what was agreed to, taking back, and deleting.</summary>
public abstract partial class Texts
{
    /// <summary>The sentences have changed since they were agreed to.</summary>
    public abstract string TermsChanged { get; }

    public abstract string MyData { get; }

    public abstract string NothingKept { get; }

    public abstract string KeptAnswers { get; }

    public abstract string KeptAnswersCount(int count, Moment? since);

    public abstract string KeptNotes { get; }

    public abstract string NotesCount(int notes);

    public abstract string KeptCases { get; }

    public abstract string KeptRequests { get; }

    public abstract string Count(int count);

    public abstract string KeptChoices { get; }

    public abstract string ChoicesCount(int count, Moment since);

    public abstract string AgreedSince(string purpose, Moment since);

    public abstract string AgreedToNothing { get; }

    public abstract string DeleteAnswers { get; }

    public abstract string DeleteAsk { get; }

    public abstract string DeleteMeans { get; }

    public abstract string DeleteYes { get; }

    public abstract string DeleteNo { get; }

    public abstract string Deleting { get; }

    public abstract string DeletingLine { get; }

    public abstract string Deleted { get; }

    public abstract string DeletedWhat(int checkIns, int notes);

    public abstract string DeletedRemains { get; }

    /// <summary>Cases that others act on, by number.</summary>
    public abstract string DeletedCases(string numbers);

    public abstract string AnswersErased { get; }

    public abstract string AskingEnded { get; }

    public abstract string PassingOnEnded { get; }

    public abstract string BandWithdrawn(Moment at);

    public abstract string EndedByWish { get; }

    public abstract string MineWithdrawn { get; }

    public abstract string MineWithdrawnLine { get; }

    /// <summary>Stands above the numbers.</summary>
    public abstract string ToTalk { get; }
}
