using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Listening;

/// <summary>Seals what a person wrote before anything else sees it.</summary>
public sealed class Sealing(WordsVault vault)
{
    /// <summary>Longest text of a person that is kept, in characters; more is cut at its end.</summary>
    public const int Longest = 2000;

    public async ValueTask<Words?> Of(string person, Written? written)
    {
        if (written is null)
            return null;
        var text = written.Text.Trim();
        if (text.Length > Longest)
            text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        return text.Length == 0 ? null : new Words(person, await vault.Seal(person, text));
    }
}
