using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Tests.House;

/// <summary>Whether somebody is away has one answer.</summary>
public sealed partial class AbsenceTests
{
    [Fact]
    // A person's own copy tells them their leave; nobody is asked or not asked by it.
    public void Only_that_answer_reads_the_lists_of_leave() =>
        Assert.Equal(["Bot/Flows/Absences.cs", "Bot/Privacy/PersonExport.cs", "Bot/Roster/Roster.cs"], RepositoryRoot.Sources.Where(f => f.Matches(Listed()).Any()).Select(f => f.Path.Replace('\\', '/')).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\bListedLeaveOf\b(?!\w)")]
    private static partial Regex Listed();
}
