using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>How long things are kept, as the operator writes it, and what is said of what is wrong there.</summary>
public sealed class RetentionFaultTests : IDisposable
{
    private readonly SampleOrg org = new();
    private readonly int line;

    public RetentionFaultTests()
    {
        var policy = org.Text("policy.json");
        line = policy[..policy.IndexOf("\"crisisContacts\"", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        org.Replace("policy.json", "\"crisisContacts\"", """
            "retention": {
              "freeTextDays": 30,
              "answersDays": 90,
              "casesDays": 365,
              "swapsDays": 365,
              "coversDays": 90,
              "incidentsDays": 1827,
              "accessLogDays": 1096
            },
            "crisisContacts"
            """);
    }

    public void Dispose() => org.Dispose();

    [Fact]
    public void What_is_shipped_may_be_written_out() => Assert.Equal(RetentionPolicy.Shipped, org.Read().Organisation!.Policy.Retention);

    [Fact]
    public void Other_days_hold_as_they_are_written()
    {
        org.Replace("policy.json", "\"freeTextDays\": 30", "\"freeTextDays\": 14");
        org.Replace("policy.json", "\"accessLogDays\": 1096", "\"accessLogDays\": 731");
        Assert.Equal(RetentionPolicy.Shipped with { FreeText = 14, AccessLog = 731 }, org.Read().Organisation!.Policy.Retention);
    }

    [Theory]
    [InlineData("\"freeTextDays\": 30", "\"freeTextDays\": 6", 1, "freeTextDays", "6 is out of range")]
    [InlineData("\"freeTextDays\": 30", "\"freeTextDays\": 366", 1, "freeTextDays", "366 is out of range")]
    [InlineData("\"freeTextDays\": 30", "\"freeTextDays\": 91", 1, "freeTextDays", "would outlive the answers")]
    [InlineData("\"freeTextDays\": 30", "\"freeTextDays\": \"30.00:00:00\"", 1, "freeTextDays", "not a number")]
    [InlineData("\"freeTextDays\": 30,", "", 0, "freeTextDays", "missing")]
    [InlineData("\"answersDays\": 90", "\"answersDays\": 29", 2, "answersDays", "29 is out of range")]
    [InlineData("\"answersDays\": 90", "\"answersDays\": 732", 2, "answersDays", "732 is out of range")]
    [InlineData("\"answersDays\": 90", "\"answersDays\": 90.5", 2, "answersDays", "90.5 is out of range")]
    [InlineData("\"casesDays\": 365", "\"casesDays\": 29", 3, "casesDays", "29 is out of range")]
    [InlineData("\"swapsDays\": 365", "\"swapsDays\": 0", 4, "swapsDays", "0 is out of range")]
    [InlineData("\"swapsDays\": 365", "\"swapDays\": 365", 4, "swapDays", "not known here")]
    [InlineData("\"coversDays\": 90", "\"coversDays\": 3654", 5, "coversDays", "3654 is out of range")]
    [InlineData("\"incidentsDays\": 1827", "\"incidentsDays\": 1826", 6, "incidentsDays", "1826 is out of range")]
    [InlineData("\"accessLogDays\": 1096", "\"accessLogDays\": 364", 7, "accessLogDays", "364 is out of range")]
    [InlineData("\"accessLogDays\": 1096", "\"accessLogDays\": null", 7, "accessLogDays", "not a number")]
    public void A_wrong_number_of_days_is_told_with_its_line(string old, string now, int below, string name, string problem)
    {
        org.Replace("policy.json", old, now);
        var (organisation, faults) = org.Read();
        Assert.Null(organisation);
        Assert.All(faults, SampleOrg.AssertTells);
        var fault = Assert.Single(faults, f => f.Column == $"retention.{name}");
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.StartsWith($"policy.json line {line + below}, value retention.{name}: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_is_no_section_is_told()
    {
        org.Replace("policy.json", "\"retention\": {", "\"retention\": 30, \"later\": {");
        var fault = Assert.Single(org.Read().Faults);
        Assert.Equal(("policy.json", line, "retention"), (fault.File, fault.Line, fault.Column));
    }
}
