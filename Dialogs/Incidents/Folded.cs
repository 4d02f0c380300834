using System.Text;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>Words in one width and case, without what cannot be seen, and where each sign of them came from.</summary>
/// <param name="Words">As they were written.</param>
/// <param name="Plain">Compatibility form, lower case, single blanks of one kind.</param>
/// <param name="From">For each sign of <paramref name="Plain"/> where its source begins in <paramref name="Words"/>.</param>
/// <param name="To">Where its source ends.</param>
internal sealed record Folded(string Words, string Plain, IReadOnlyList<int> From, IReadOnlyList<int> To)
{
    public static Folded Of(string words)
    {
        var plain = new StringBuilder(words.Length);
        var (from, to) = (new List<int>(), new List<int>());
        var at = 0;
        foreach (var rune in words.EnumerateRunes())
        {
            var end = at + rune.Utf16SequenceLength;
            var kind = Rune.GetUnicodeCategory(rune);
            var hidden = kind is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.NonSpacingMark;
            foreach (var c in hidden ? "" : Sign(rune))
            {
                plain.Append(c);
                from.Add(at);
                to.Add(end);
            }
            at = end;
        }
        return new(words, plain.ToString(), from, to);
    }

    /// <summary>The words as they were written, with one mark for each stretch that is gone.</summary>
    public string Without(bool[] gone)
    {
        var kept = new StringBuilder(Words.Length);
        var at = 0;
        for (var i = 0; i < gone.Length; i++)
        {
            if (!gone[i])
                continue;
            kept.Append(Words, at, Math.Max(0, From[i] - at)).Append(Redaction.Mark);
            while (i + 1 < gone.Length && gone[i + 1])
                i++;
            at = To[i];
        }
        return kept.Append(Words, at, Words.Length - at).ToString();
    }

    private static string Sign(Rune rune) =>
        rune == Rune.ReplacementChar ? rune.ToString()
        : Rune.GetNumericValue(rune) is >= 0 and <= 9 and var digit && Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.DecimalDigitNumber
            ? ((int)digit).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : Rune.IsWhiteSpace(rune) ? " "
            : rune.Value is 0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2212 or 0xFF0D ? "-"
            : rune.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
