using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Listening;

/// <summary>Seals what a person wrote before anything else sees it.</summary>
public sealed class Sealing(WordsVault vault)
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
}
