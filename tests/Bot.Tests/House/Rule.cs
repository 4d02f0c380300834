namespace CheckInBot.Bot.Tests.House;

/// <summary>A rule of the house and all who break it.</summary>
internal static class Rule
{
    /// <summary>Fails with every breach on a line of its own.</summary>
    public static void Holds(IEnumerable<string?> breaches)
    {
        var all = breaches.Distinct().ToList();
        if (all.Count > 0)
            Assert.Fail(string.Join('\n', all.Prepend($"Broken {all.Count} times:")));
    }
}
