using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>Whom a step asks, as the roster stands at that moment.</summary>
public sealed class ChainTests
{
    private static readonly ChainStep Leader = new(StepRole.Leader, OnDuty: true, Hall.Wait);

    [Fact]
    public void The_leader_on_shift_now_is_asked() => Assert.Equal([Hall.Wang], Find(Leader));

    [Fact]
    public void After_a_swap_it_is_the_other_leader() =>
        Assert.Equal([Hall.Zhao], Find(Leader, Hall.Lin, [], Changed(Hall.Wang, c => c with { OnDuty = false }, Changed(Hall.Zhao, c => c with { OnDuty = true }))));

    [Fact]
    public void A_leader_on_leave_is_not_asked() =>
        Assert.Empty(Find(Leader, Hall.Lin, [], Changed(Hall.Wang, c => c with { Away = true })));

    [Fact]
    public void A_leader_of_another_team_is_not_asked() =>
        Assert.Empty(Find(Leader, Hall.Lin, [], Changed(Hall.Wang, c => c with { SameTeam = false })));

    [Fact]
    public void Nobody_looks_in_on_themselves() => Assert.Empty(Find(Leader, Hall.Wang, [], Hall.Everybody));

    [Fact]
    public void Whoever_was_asked_is_not_asked_twice_by_the_next_step() =>
        Assert.Equal([Hall.Zhao], Find(Leader with { OnDuty = false }, Hall.Lin, [Hall.Wang], Hall.Everybody));

    [Fact]
    public void A_step_that_asks_again_asks_only_who_was_asked() =>
        Assert.Equal([Hall.Zhao], Find(Leader with { OnDuty = false, Again = true }, Hall.Lin, [Hall.Zhao], Hall.Everybody));

    [Fact]
    public void Those_on_shift_come_first() =>
        Assert.Equal([Hall.Wang, Hall.Zhao], Find(Leader with { OnDuty = false, Everyone = true }));

    [Fact]
    public void Everyone_of_the_group_of_mutual_care_is_asked_at_once() =>
        Assert.Equal([Hall.Bao, Hall.Ding], Find(new(StepRole.Buddy, true, Hall.Wait, Everyone: true)));

    [Fact]
    public void A_crisis_contact_on_shift_comes_before_one_at_home() =>
        Assert.Equal([Hall.He], Find(new(StepRole.CrisisContact, false, Hall.Wait), Hall.Lin, [], Changed(Hall.Su, c => c with { OnDuty = false })));

    [Fact]
    public void A_counsellor_on_shift_comes_before_one_at_home_whatever_their_crisis_rank() =>
        Assert.Equal([Hall.He], Find(new(StepRole.Counsellor, false, Hall.Wait), Hall.Lin, [], Changed(Hall.Su, c => c with { OnDuty = false })));

    [Fact]
    public void Somebody_without_a_role_is_nobody_s_step() =>
        Assert.All(Enum.GetValues<StepRole>(), role => Assert.False(Hall.Somebody("clerk", Role.Clerk).Fits(role)));

    private static string[] Find(ChainStep step) => Find(step, Hall.Lin, [], Hall.Everybody);

    private static string[] Find(ChainStep step, string subject, string[] asked, IReadOnlyList<Candidate> people) => [.. Chain.Find(step, subject, asked, people)];

    private static List<Candidate> Changed(string person, Func<Candidate, Candidate> change, IReadOnlyList<Candidate>? people = null) =>
        [.. (people ?? Hall.Everybody).Select(c => c.Person == person ? change(c) : c)];
}
