using System.Collections.Concurrent;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>What the bot has acknowledged to people, and must therefore keep.</summary>
internal sealed class Ledger
{
    /// <summary>The newest answer by the check-in's reference. Its note is not comparable: <see cref="Answer.Note"/> stays null.</summary>
    public ConcurrentDictionary<string, Answer> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Cases by their reference, as their people know them.</summary>
    public ConcurrentDictionary<string, CaseStory> Cases { get; } = new(StringComparer.Ordinal);

    /// <summary>References of the cases that answers demanded.</summary>
    public ConcurrentDictionary<string, string> Demanded { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> Lowered { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> Skipped { get; } = new(StringComparer.Ordinal);

    /// <summary>Check-ins that were asked for by typing, put off, or left until the reminder: more than one card is right.</summary>
    public ConcurrentDictionary<string, bool> Pulled { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> PutOff { get; } = new(StringComparer.Ordinal);

    /// <summary>Check-ins that were answered by typing: words that come again are answered again, at their end with the card.</summary>
    public ConcurrentDictionary<string, bool> Typed { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> Silent { get; } = new(StringComparer.Ordinal);

    /// <summary>Acknowledged wishes for a person now.</summary>
    public int PersonNow => personNow;

    /// <summary>People whose SOS was acknowledged.</summary>
    public ConcurrentDictionary<string, bool> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>What must not have happened.</summary>
    public ConcurrentQueue<string> Wrongs { get; } = [];

    /// <summary>Every case that was demanded is known to somebody, and nobody has to do anything for any.</summary>
    public bool AllCasesAreDone =>
        Demanded.Keys.All(c => Cases.TryGetValue(c, out var story) && story.IsOver)
        && Cases.Values.All(c => c.IsOver)
        && Cases.Count >= Demanded.Count + PersonNow;

    private int personNow;

    public CaseStory Case(string reference) => Cases.GetOrAdd(reference, _ => new CaseStory());

    /// <summary>The person is about to take the agreement back: whatever their answers opened, and is not at rest yet, ends with it.</summary>
    public void Withdraws(DemoPerson person)
    {
        foreach (var (@case, checkIn) in Demanded)
        {
            if (checkIn.StartsWith(person.Id + "/", StringComparison.Ordinal))
                Case(@case).Withdrawn = true;
        }
    }

    public void AskedForAPerson() => Interlocked.Increment(ref personNow);

    /// <summary>The case that the answer of a check-in opens.</summary>
    public static string CaseOf(string checkIn) => Escalation.KeyOf(Escalation.IdOf(checkIn)).Reference;

    /// <summary>Somebody was told that the case is theirs.</summary>
    public void Owns(string reference, DemoPerson person, bool accepted)
    {
        var story = Case(reference);
        lock (story)
        {
            if (story.Owner is { } owner && owner != person.Id && !accepted && !story.Loose)
                Wrongs.Enqueue($"{reference} was {owner}'s, and {person.Id} was told that it is theirs");
            story.Owner = person.Id;
            // A leader may still be told so between the wish for another way and its effect.
            story.Loose &= story.OtherWay && !person.Is("counsellor");
        }
    }
}

/// <summary>A case as its people know it.</summary>
internal sealed class CaseStory
{
    /// <summary>Who was told last that it is theirs.</summary>
    public string? Owner { get; set; }

    /// <summary>The person it is about has asked for somebody else, or said that it did not help: it may become anybody's.</summary>
    public bool Loose { get; set; }

    /// <summary>The owner who has offered it to somebody.</summary>
    public string? OfferedBy { get; set; }

    /// <summary>When, as a time stamp of the real clock.</summary>
    public long OfferedAt { get; set; }

    public bool HandedOver { get; set; }

    /// <summary>Another route was asked for.</summary>
    public bool OtherWay { get; set; }

    public int Reopened { get; set; }

    /// <summary>The person it is about has taken the agreement back: it is at rest, or ended.</summary>
    public bool Withdrawn { get; set; }

    /// <summary>Nobody has to do anything for it.</summary>
    public bool IsOver => DoneBy is not null || Withdrawn;

    /// <summary>Who was told last that it is done.</summary>
    public string? DoneBy { get; set; }

    public override string ToString() =>
        $"owner {Owner}{(Loose ? ", loose" : "")}, offered by {OfferedBy}{(HandedOver ? ", handed over" : "")}{(OtherWay ? ", by another way" : "")}{(Withdrawn ? ", withdrawn" : "")}, reopened {Reopened}, done by {DoneBy}";

    /// <summary>Sets it loose before the wish is sent: its effect may be seen before the answer.</summary>
    public void Loosen()
    {
        lock (this)
        {
            Loose = true;
            DoneBy = null;
        }
    }
}
