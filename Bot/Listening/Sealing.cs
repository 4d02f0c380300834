using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>Seals what a person wrote before anything else sees it.</summary>
public sealed class Sealing(WordsVault vault, Roster.Roster roster)
{
    /// <summary>Longest note of a person that is kept, in characters, as the card says.</summary>
    public const int Longest = 500;

    /// <param name="longest">More is cut at its end.</param>
    /// <exception cref="WordsUnreadableException">The person's key cannot be unwrapped: nothing can be kept for them.</exception>
    public async ValueTask<Words?> Of(string person, Written? written, int longest = Longest)
    {
        if (written is null)
            return null;
        var text = written.Text.Trim();
        if (text.Length > longest)
            text = text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
        return text.Length == 0 ? null : new Words(person, await vault.Seal(person, text));
    }

    /// <summary>A note, and apart from it whom it names.</summary>
    /// <exception cref="WordsUnreadableException">The person's key cannot be unwrapped: nothing can be kept for them.</exception>
    public async ValueTask<(Words? Note, Words? Named)> Note(string person, Written? written)
    {
        if (await Of(person, written) is not { } note)
            return (null, null);
        return (note, await NamedIn(person, written, roster.CouldBeAsked));
    }

    /// <summary>Whom the words name; the words themselves are not kept.</summary>
    /// <param name="could">Whether somebody could be asked, or called, about the writer.</param>
    /// <exception cref="WordsUnreadableException">The person's key cannot be unwrapped: nothing can be kept for them.</exception>
    public async ValueTask<Words?> NamedIn(string person, Written? written, Func<Person, Person, bool> could)
    {
        if (written is null)
            return null;
        var writer = roster.Find(person);
        var named = NamedPeople.In(written.Text, person, roster.People, p => writer is not null && could(p, writer));
        return new Words(person, await vault.Seal(person, NamedPeople.Write(named)));
    }

    /// <summary>Words of a report or an account, and apart from them whom of all the roster they name: none of those may review it, or be asked about it.</summary>
    /// <param name="avoid">Ids of those who should keep out of it; they count as named.</param>
    /// <exception cref="WordsUnreadableException">The person's key cannot be unwrapped: nothing can be kept for them.</exception>
    public async ValueTask<(Words? Text, Words? Named)> Account(string person, Written? written, int longest, IReadOnlyList<string>? avoid = null)
    {
        var text = await Of(person, written, longest);
        if (text is null && avoid is not { Count: > 0 })
            return (null, null);
        var named = (text is null ? [] : NamedPeople.In(written!.Text, person, roster.People, p => !p.Is(Role.Staff))).Union(avoid ?? []).ToList();
        return (text, new Words(person, await vault.Seal(person, NamedPeople.Write(named))));
    }
}
