using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

public sealed class StatementTests
{
    private static readonly Words Text = OneIncident.Text, Named = OneIncident.Named, More = new(Hall.Lin, "seal-more");

    private static readonly Report ForBao = OneIncident.Short with { For = ReportedFor.Colleague, Colleagues = [Hall.Bao] };

    [Fact]
    public void Whoever_it_happened_to_is_asked_once_for_an_account_and_never_again_when_they_would_rather_not()
    {
        var it = OneIncident.Sent(ForBao);
        Assert.Equal([Hall.Bao], it.Accounts.Keys);
        Assert.Contains(new Show(it.Accounts[Hall.Bao].Card, Delivery.Prompt), it.Shown);
        Assert.True(it.Accounts[Hall.Bao].ByColleague);
        it.Account(Hall.Bao, new DeclineStatement(Hall.Bao, null, null)).Account(Hall.Bao, new AnswerHowAreYou(Hall.Bao, HowAreYou.Stop)).After(TimeSpan.FromDays(40));
        Assert.Empty(it.Shown);
    }

    [Fact]
    public void It_is_reminded_of_once_after_a_day_within_working_hours_and_its_limit_only_shown()
    {
        var it = OneIncident.Sent();
        Assert.Equal(Hall.Working.DueAfter(it.Now, 3), it.Mine.Limit);
        it.Account(Hall.Lin, new AnswerHowAreYou(Hall.Lin, HowAreYou.Stop));
        it.After(TimeSpan.FromHours(24));
        Assert.Equal([new Show(it.Mine.Card, Delivery.Prompt)], it.Shown);
        it.After(TimeSpan.FromDays(30));
        Assert.Empty(it.Shown);
        Assert.Null(it.Mine.NextAt);
        Assert.Equal(StatementPhase.Open, it.Mine.Phase);
    }

    [Fact]
    public void A_report_in_the_night_brings_no_reminder_in_the_night()
    {
        var it = new OneIncident { Now = OneIncident.Happened.AddHours(13) };
        it.Fills(OneIncident.Short);
        Assert.Equal(Hall.ShiftStart.AddDays(2).TimeOfDay, it.Mine.RemindAt!.Value.ToOffset(TimeSpan.FromHours(8)).TimeOfDay);
    }

    [Fact]
    public void What_is_kept_stays_the_persons_alone_until_it_is_signed()
    {
        var it = OneIncident.Sent().Account(Hall.Lin, new KeepStatement(Hall.Lin, Text, Named));
        Assert.Equal(Text, it.Mine.Draft);
        Assert.Null(it.LastTold.Details!.Statement);
        it.Account(Hall.Lin, new SignStatement(Hall.Lin, Text, Named));
        Assert.Equal((2, it.Now, Text), (it.LastTold.Version, it.LastTold.StatementSigned, it.LastTold.Details!.Statement));
        Assert.Equal([Named], it.LastTold.Naming);
        Assert.Equal((StatementPhase.Frozen, Text, null), (it.Mine.Phase, it.Mine.Text, it.Mine.Draft));
    }

    [Fact]
    public void Nothing_changes_a_signed_account_and_it_can_be_added_to()
    {
        var it = OneIncident.Sent().Account(Hall.Lin, new SignStatement(Hall.Lin, Text, Named));
        foreach (FlowEvent e in new FlowEvent[] { new KeepStatement(Hall.Lin, More, null), new SignStatement(Hall.Lin, More, null), new DeclineStatement(Hall.Lin, More, null), new OpenStatement(Hall.Lin), new DraftsErased() })
            Assert.Equal((StatementPhase.Frozen, Text), (it.Account(Hall.Lin, e).Mine.Phase, it.Mine.Text));
        it.Account(Hall.Lin, new AddToStatement(Hall.Lin, More, More)).Account(Hall.Lin, new AddToStatement(Hall.Lin, More, More));
        Assert.Equal(3, it.LastTold.Version);
        Assert.Equal([Named, More], it.LastTold.Naming);
        Assert.Equal([More], it.Mine.Addenda.Select(a => a.Text));
    }

    [Fact]
    public void An_empty_box_signs_nothing_and_takes_no_words_away()
    {
        var it = OneIncident.Sent().Account(Hall.Lin, new KeepStatement(Hall.Lin, Text, Named)).Account(Hall.Lin, new SignStatement(Hall.Lin, null, null));
        Assert.Equal((StatementPhase.Open, true, Text), (it.Mine.Phase, it.Mine.Gap, it.Mine.Draft));
    }

    [Fact]
    public void When_two_are_affected_the_review_hears_of_it_when_both_have_signed()
    {
        var it = OneIncident.Sent(ForBao with { Colleagues = [Hall.Bao, Hall.Ding] });
        it.Account(Hall.Bao, new SignStatement(Hall.Bao, new(Hall.Bao, "b"), null));
        Assert.Null(it.LastTold.StatementSigned);
        it.After(TimeSpan.FromHours(1)).Account(Hall.Ding, new SignStatement(Hall.Ding, new(Hall.Ding, "d"), null));
        Assert.Equal(it.Now, it.LastTold.StatementSigned);
    }

    [Fact]
    public void Who_was_named_by_mistake_is_told_so_and_asked_nothing_more()
    {
        var it = OneIncident.Sent(ForBao).Fills(ForBao with { Colleagues = [Hall.Ding] });
        Assert.Equal((StatementPhase.NotNeeded, null), (it.Accounts[Hall.Bao].Phase, it.Accounts[Hall.Bao].NextAt));
        Assert.Equal(StatementPhase.Open, it.Accounts[Hall.Ding].Phase);
        it.Fills(ForBao);
        Assert.Equal(StatementPhase.Open, it.Accounts[Hall.Bao].Phase);
    }

    [Fact]
    public void Who_was_named_by_mistake_can_still_delete_what_they_had_begun_to_write()
    {
        var it = OneIncident.Sent(ForBao).Account(Hall.Bao, new KeepStatement(Hall.Bao, new(Hall.Bao, "b"), null)).Fills(ForBao with { Colleagues = [Hall.Ding] });
        Assert.True(it.Accounts[Hall.Bao].HasDraft);
        Assert.False(it.Account(Hall.Bao, new DraftsErased()).Accounts[Hall.Bao].HasDraft);
        Assert.Equal(StatementPhase.NotNeeded, it.Accounts[Hall.Bao].Phase);
    }

    [Fact]
    public void The_person_is_asked_on_four_days_in_working_hours_and_only_once_on_each()
    {
        // Monday 23 November: day 1 is Tuesday, day 3 Thursday, day 7 Monday, day 28 a Monday.
        var it = OneIncident.Sent();
        Assert.Equal([(1, "24 10:00"), (3, "26 10:00"), (7, "30 10:00"), (28, "21 10:00")], it.Mine.Visits.Select(v => (v.Day, v.At.ToOffset(TimeSpan.FromHours(8)).ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
        var asked = 0;
        for (var day = 0; day < 40; day++)
            asked += it.After(TimeSpan.FromDays(1)).Shown.Count(s => s == new Show(it.Mine.VisitCard, Delivery.Notice));
        Assert.Equal(4, asked);
    }

    [Fact]
    public void A_day_that_is_not_worked_moves_to_the_next_one_and_two_never_fall_on_one_day()
    {
        // Friday: day 1 is a Saturday and day 3 the Monday on which both would fall.
        var visits = IncidentPolicy.Shipped.VisitsAfter(OneIncident.Happened.AddDays(4), Hall.Working, []);
        Assert.Equal([1, 7, 28], visits.Select(v => v.Day));
    }

    [Fact]
    public void On_days_of_leave_nobody_is_asked_and_the_question_comes_on_the_next_day_on_which_the_person_is_there()
    {
        // On leave from Tuesday 24 to Monday 30 November: days 1, 3 and 7 are one question on Tuesday 1 December.
        var it = new OneIncident();
        it.Leave.Add(new(Hall.Lin, new(2026, 11, 24), new(2026, 11, 30), "annual"));
        it.Fills(OneIncident.Short);
        Assert.Equal([(1, "01 10:00"), (28, "21 10:00")], Days(it));
        Assert.Equal(["01"], Asked(it, 20));
    }

    [Fact]
    public void Leave_that_is_written_down_later_moves_the_question_when_it_is_due()
    {
        var it = OneIncident.Sent();
        it.Leave.Add(new(Hall.Lin, new(2026, 11, 26), new(2026, 11, 28), "sick"));
        Assert.Equal(["24", "30", "21"], Asked(it, 40));
    }

    [Fact]
    public void Questions_that_meet_on_the_first_day_back_are_one()
    {
        var it = OneIncident.Sent();
        it.Leave.Add(new(Hall.Lin, new(2026, 11, 24), new(2026, 11, 27), "sick"));
        it.After(TimeSpan.FromDays(1));
        Assert.Equal([(7, "30 10:00"), (28, "21 10:00")], Days(it));
    }

    [Fact]
    public void Nobody_is_waited_for_longer_than_the_bound()
    {
        var it = OneIncident.Sent();
        it.Leave.Add(new(Hall.Lin, new(2026, 11, 24), new DateOnly(2026, 11, 24).AddDays(IncidentPolicy.WaitsForLeave + 40), "sick"));
        Assert.Empty(Asked(it, 130));
        Assert.Null(it.Mine.NextAt);
    }

    [Fact]
    public void Who_turns_out_not_to_be_affected_is_not_asked_how_they_are_also_when_they_had_signed()
    {
        var it = OneIncident.Sent(ForBao).Account(Hall.Bao, new SignStatement(Hall.Bao, new(Hall.Bao, "b"), null)).After(TimeSpan.FromDays(1));
        it.Fills(ForBao with { Colleagues = [Hall.Ding] });
        var bao = it.Accounts[Hall.Bao];
        Assert.Equal((StatementPhase.Frozen, true, null), (bao.Phase, bao.Spared, bao.NextAt));
        Assert.Contains(new Show(bao.VisitCard, Delivery.Withdraw), it.Shown);
        it.After(TimeSpan.FromDays(40));
        Assert.DoesNotContain(it.Shown, s => s.Slot == bao.VisitCard);
        it.Account(Hall.Bao, new AnswerHowAreYou(Hall.Bao, HowAreYou.NotAllRight));
        Assert.DoesNotContain(it.Told, s => s.To.Kind == Escalation.Kind);
        it.Fills(ForBao);
        Assert.False(it.Accounts[Hall.Bao].Spared);
    }

    private static IEnumerable<(int, string)> Days(OneIncident it) =>
        it.Mine.Visits.Select(v => (v.Day, v.At.ToOffset(TimeSpan.FromHours(8)).ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Days of the month on which the person was asked, while so many days go by.</summary>
    private static List<string> Asked(OneIncident it, int days)
    {
        var asked = new List<string>();
        for (var day = 0; day < days; day++)
        {
            if (it.After(TimeSpan.FromDays(1)).Shown.Any(s => s == new Show(it.Mine.VisitCard, Delivery.Notice)))
                asked.Add(it.Now.ToOffset(TimeSpan.FromHours(8)).AddHours(-1).ToString("dd", System.Globalization.CultureInfo.InvariantCulture));
        }
        return asked;
    }

    [Fact]
    public void A_report_that_comes_late_is_not_asked_about_days_that_are_over()
    {
        var it = new OneIncident { Now = OneIncident.Happened.AddDays(5) };
        Assert.Equal([7, 28], it.Fills(OneIncident.Short).Mine.Visits.Select(v => v.Day));
    }

    [Fact]
    public void After_an_outage_one_question_is_asked_not_those_that_were_missed()
    {
        var it = OneIncident.Sent();
        var step = it.Mine.On(new Due(), it.Rules, it.Now.AddDays(8));
        Assert.Equal([it.Mine.Card, it.Mine.VisitCard], step.Effects.OfType<Show>().Select(s => s.Slot));
        Assert.Equal((28, 7), (Assert.Single(step.State.Visits).Day, step.State.Asked!.Day));
    }

    [Fact]
    public void The_questions_can_be_switched_off_and_on_again()
    {
        var it = OneIncident.Sent().Account(Hall.Lin, new SignStatement(Hall.Lin, Text, null)).Account(Hall.Lin, new AnswerHowAreYou(Hall.Lin, HowAreYou.Stop));
        Assert.Null(it.Mine.NextAt);
        it.After(TimeSpan.FromDays(4)).Account(Hall.Lin, new AnswerHowAreYou(Hall.Lin, HowAreYou.Again));
        Assert.Equal([7, 28], it.Mine.Visits.Select(v => v.Day));
    }

    [Fact]
    public void Not_all_right_asks_somebody_to_look_in_once_for_each_question()
    {
        var it = OneIncident.Sent(OneIncident.Short with { Description = Text, Named = Named }).After(TimeSpan.FromDays(1));
        it.Account(Hall.Lin, new KeepStatement(Hall.Lin, More, More));
        it.Account(Hall.Lin, new AnswerHowAreYou(Hall.Lin, HowAreYou.AllRight));
        it.Account(Hall.Lin, new AnswerHowAreYou(Hall.Lin, HowAreYou.NotAllRight)).Account(Hall.Lin, new AnswerHowAreYou(Hall.Lin, HowAreYou.NotAllRight));
        var cases = it.Told.Where(s => s.To.Kind == Escalation.Kind).ToList();
        var opened = Assert.IsType<Opened>(cases[0].Event);
        Assert.Equal((Origin.ReturnVisit, Cause.NotAllRight, Route.Counsellor, Named, true, null), (opened.Origin, opened.Cause!.Value, opened.Route, opened.Named, opened.Context.Incident, opened.Note));
        Assert.Equal(new NoteShared(null, More), cases[1].Event);
        Assert.Equal(2, cases.Count);
        it.After(TimeSpan.FromDays(2)).Account(Hall.Lin, new AnswerHowAreYou(Hall.Lin, HowAreYou.NotAllRight));
        Assert.Equal(2, it.Told.Where(s => s.To.Kind == Escalation.Kind && s.Event is Opened).Select(s => s.To).Distinct().Count());
    }

    [Fact]
    public void Of_a_restricted_report_nothing_stands_in_the_case_that_follows()
    {
        var it = OneIncident.Sent(OneIncident.Short with { Kinds = [ViolenceKind.SexualHarassment] }).After(TimeSpan.FromDays(1));
        it.Account(Hall.Lin, new AnswerHowAreYou(Hall.Lin, HowAreYou.NotAllRight));
        var opened = (Opened)it.Told.Single(s => s.Event is Opened).Event;
        Assert.Equal(new ShiftContext("", null, null, null, 0, 0), opened.Context);
        Assert.DoesNotContain("INC-", it.Told.Single(s => s.Event is Opened).To.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public void The_colleague_hears_the_reply_too_and_the_reporter_once()
    {
        var it = OneIncident.Sent(ForBao).Hears(new IncidentReplied(Hall.Chen, Text, OneIncident.Happened.AddDays(1)));
        Assert.Equal([Hall.Bao, Hall.Lin], it.Shown.Where(s => s.Slot.Name == "reply").Select(s => s.Slot.Person).Order());
        Assert.Single(OneIncident.Sent().Hears(new IncidentReplied(Hall.Chen, Text, OneIncident.Happened.AddDays(1))).Shown, s => s.Slot.Name == "reply");
    }
}
