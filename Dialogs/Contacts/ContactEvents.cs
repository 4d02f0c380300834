using System.Collections.Immutable;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Contacts;

/// <summary>The bot and the person meet: it was installed, or the person wrote.</summary>
/// <param name="Elsewhere">It was installed in another conversation than the one it knew, where no card stands yet.</param>
public sealed record Met(bool Elsewhere = false) : FlowEvent;

/// <summary>The program has started, perhaps with newer terms.</summary>
public sealed record TermsCame : FlowEvent;

/// <summary>The person keeps this choice of purposes; an empty one agrees to nothing.</summary>
/// <param name="Terms">Version of the sentences on the card that was pressed.</param>
public sealed record Consent(string By, ImmutableSortedSet<Purpose> Purposes, int Terms = Contact.TermsVersion) : PersonEvent(By);

/// <summary>The person asked for the card with what is kept and agreed.</summary>
public sealed record ShowMyData(string By) : PersonEvent(By);

/// <summary>The person wants to be spoken to in this language.</summary>
public sealed record SwitchLanguage(string By, Language To) : PersonEvent(By);

/// <summary>The person's answers are to be deleted. <paramref name="Confirmed"/> is null before they were asked once.</summary>
public sealed record EraseAnswers(string By, bool? Confirmed) : PersonEvent(By);

/// <summary>What a contact has to know of the person's check-ins, read before it decides.</summary>
/// <param name="CheckIns">On a withdrawal the newest, oldest first, at most <see cref="Contact.MostEnded"/>, and once more a minute later; while answers are deleted the next chunk; otherwise none.</param>
/// <param name="More">There are later ones.</param>
public sealed record ContactFacts(IReadOnlyList<CheckIn> CheckIns, bool More = false)
{
    public static ContactFacts None { get; } = new([]);

    /// <summary>Reports that were begun and not sent, and accounts with words or answers that are only the person's; read when the person says yes to a deletion.</summary>
    public IReadOnlyList<FlowKey> Drafts { get; init; } = [];

    /// <summary>Numbers of incidents of which something was sent or signed; read with them.</summary>
    public IReadOnlyList<string> Handed { get; init; } = [];
}
