using CheckInBot.Bot.Roster;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>The section <c>posts</c> of <c>policy.json</c>.</summary>
public sealed class PostFaultTests : IDisposable
{
    private readonly SampleOrg org = new();

    public PostFaultTests() => org.Replace("policy.json", "\"posts\": {}", "\"posts\": {\n    \"1 号窗口\": [\"deposit\", \"loan\"]\n  }");

    public void Dispose() => org.Dispose();

    [Fact]
    public void The_skills_of_a_post_are_read_and_other_posts_need_none()
    {
        var skills = org.Read().Organisation!.Policy.PostSkills;
        Assert.Equal(["deposit", "loan"], skills["1 号窗口"]);
        Assert.Single(skills);
    }

    [Fact]
    public void Every_post_of_the_demonstration_needs_what_the_person_at_it_has()
    {
        var organisation = OrgFolder.Read(SampleOrg.Demo, SampleOrg.Now).Organisation!;
        var skilled = organisation.People.Where(p => p.Skills.Count > 0).ToDictionary(p => p.Post, p => p.Skills);
        Assert.Equal(12, skilled.Count);
        Assert.Equal(skilled.Keys.Order(), organisation.Policy.PostSkills.Keys.Order());
        Assert.All(skilled, s => Assert.Equal(s.Value, organisation.Policy.PostSkills[s.Key]));
    }

    [Fact]
    public void No_post_needs_to_be_named()
    {
        org.Replace("policy.json", "\"1 号窗口\": [\"deposit\", \"loan\"]", "");
        Assert.Empty(org.Read().Organisation!.Policy.PostSkills);
    }

    [Fact]
    public void A_post_that_only_shifts_have_is_known()
    {
        org.Replace("policy.json", "\"1 号窗口\": [", "\"咨询台\": [");
        Assert.Equal("posts.咨询台", org.OnlyFault().Column);
        org.Write("shifts.csv", org.Text("shifts.csv") + "s3,cara,hall,咨询台,2026-11-23T12:00,2026-11-23T20:00\n");
        Assert.Empty(org.Read().Faults);
    }

    [Theory]
    [InlineData("\"1 号窗口\": [", "\"window 1\": [", "posts.window 1", "nobody and no shift has this post")]
    [InlineData("[\"deposit\", \"loan\"]", "[\"deposit\", \"loans\"]", "posts.1 号窗口[1]", "nobody has the skill loans")]
    [InlineData("[\"deposit\", \"loan\"]", "[\"loan\", \"loan\"]", "posts.1 号窗口[1]", "the skill loan stands there twice")]
    [InlineData("[\"deposit\", \"loan\"]", "[]", "posts.1 号窗口", "the list is empty")]
    [InlineData("[\"deposit\", \"loan\"]", "\"loan\"", "posts.1 号窗口", "this is not a list")]
    [InlineData("[\"deposit\", \"loan\"]", "[\"deposit\", 7]", "posts.1 号窗口[1]", "this is not a text")]
    public void A_fault_is_told_with_its_line_and_a_remedy(string old, string now, string column, string problem)
    {
        org.Replace("policy.json", old, now);
        var line = org.Text("policy.json").Split('\n').Index().Single(l => l.Item.Contains(now, StringComparison.Ordinal)).Index + 1;
        var fault = org.OnlyFault();
        Assert.Equal(("policy.json", line, column), (fault.File, fault.Line, fault.Column));
        Assert.StartsWith(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_people_or_shifts_that_can_be_read_no_second_fault_is_told()
    {
        org.Delete("people.csv");
        Assert.DoesNotContain(org.Read().Faults, f => f.File == "policy.json");
        org.Write("people.csv", "id\n");
        Assert.DoesNotContain(org.Read().Faults, f => f.File == "policy.json");
    }
}
