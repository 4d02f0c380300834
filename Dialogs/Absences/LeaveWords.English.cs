namespace CheckInBot.Dialogs.Absences;

public static partial class LeaveWords
{
    private static readonly string[] Before = ["i", "i'm", "im", "am", "will", "i'll", "be", "go", "going"];

    private static readonly string[] Kinds = ["annual", "sick", "paid", "unpaid", "parental", "my"];

    private static readonly string[] Nouns = ["leave", "holiday", "holidays", "vacation"];

    /// <summary>Words that are about leave only where a day follows.</summary>
    private static readonly string[] Loose = ["away", "off", "out"];

    private static readonly string[] Until = ["until", "till", "til", "to", "through", "thru"];

    private static readonly string[] Starting = ["from", "starting"];

    private static LeaveSaid? InEnglish(string plain, DateOnly today)
    {
        var words = new Queue<string>(plain.Split(' ').Where(w => w is not ("please" or "thanks")));
        Skip(words, Before);
        if (Commands.Parse(string.Join(' ', words)) == Command.BackFromLeave)
            return new LeaveSaid.Back();
        var on = Skip(words, ["on"]) > 0;
        Skip(words, Kinds);
        if (!words.TryDequeue(out var head) || !(Nouns.Contains(head) || (!on && Loose.Contains(head))))
            return null;
        if (words.Count == 0)
            return on ? new LeaveSaid.Away() : null;
        var said = Between([.. words], today);
        // "Leave me alone" and "away from my desk" are about something else.
        return on || said is not LeaveSaid.Unclear { Gap: LeaveGap.Unread } ? said : null;
    }

    private static LeaveSaid Between(string[] words, DateOnly today)
    {
        var starts = Starting.Contains(words[0]);
        var until = Array.FindIndex(words, Until.Contains);
        return until switch
        {
            0 => Of(null, string.Join(' ', words[1..]), today),
            > 0 => Of(string.Join(' ', words[(starts ? 1 : 0)..until]), string.Join(' ', words[(until + 1)..]), today),
            // A first day alone does not say how long.
            _ when starts => new LeaveSaid.Unclear(LeaveGap.Unread),
            _ => OneDay(string.Join(' ', words), today),
        };
    }

    private static int Skip(Queue<string> words, string[] what)
    {
        var before = words.Count;
        while (words.TryPeek(out var word) && what.Contains(word))
            words.Dequeue();
        return before - words.Count;
    }
}
