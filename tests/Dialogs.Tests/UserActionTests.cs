using System.Text.Json;

namespace CheckInBot.Dialogs.Tests;

/// <summary>A button's data, as channels send it and as others forge it.</summary>
public sealed class UserActionTests
{
    public static TheoryData<UserAction> EveryAction =>
    [
        new AnswerCheckIn("lin/1") { Stress = new("5"), Break = new("true"), Tags = new("queue,rules") },
        new LaterCheckIn("lin/1"), new SkipCheckIn("lin/1"), new NotToday("lin/1"), new EditCheckIn("lin/1"),
        new PersonPlease { Contact = new("true") }, new GiveConsent { Purposes = new("checkin,escalation"), Terms = new("2") }, new WithdrawConsent(), new EraseMyAnswers { Confirm = new("yes") }, new ExportMyData(), new ForgetMe { Confirm = new("yes") },
        new AcceptOffer("lin/1") { To = new("leader") },
        new BeginIncident("lin/1"), new BeginIncident(Sos: "lin/999999"), new ReportIncident("lin/1") { Kinds = new("verbalAbuse,other"), Over = new("true"), OccurredOn = new("2026-11-23") }, new OpenIncident("lin/1"), new DiscardIncident("lin/1"), new WantIncidentHandler("lin/1"),
        new WriteStatement("lin/INC-20261123-001") { Step = new("sign") }, new SayHowYouAre("lin/INC-20261123-001") { Answer = new("notAllRight") },
        new PressAskSwap { For = new("lin"), ActFor = new("bao"), Shift = new("s1"), Colleague = new("bao"), TheirShift = new("none") }, new PressViewSwap("north/1-s1"), new PressAcceptSwap("north/1-s1") { Round = new("2") },
        new PressDeclineSwap("north/1-s1"), new PressApproveSwap("north/1-s1") { Seen = new("dailyRest/bao/2026-11-24") }, new PressRefuseSwap("north/1-s1"), new PressCancelSwap("north/1-s1"), new PressUndoSwap("north/1-s1"),
        new PressLeave { Until = new("2026-11-27") }, new PressEndLeave(),
        new TakeCase("c/case"), new HandOverCase("c/case") { To = new("chen") }, new AcceptCase("c/case"),
        new ResolveCase("c/case") { Done = new("talked") }, new ChooseRoute("c/case") { To = new("counsellor") },
        new AnswerVisit("c/case") { Helped = new("notYet") },
        new CallForHelp { Post = new("window 3") }, new ConfirmSos("lin/999999") { Post = new("window 3"), Again = new("1") }, new CancelSos("lin/999999"), new TakeSos("lin/999999"), new SafeSos("lin/999999"),
        new AskCover("lin/999999") { Minutes = new("10"), More = new("true") }, new TakeCover("lin/999999"), new TakeCover(Call: "hall/999999"), new GiveBackCover("lin/999999"),
        new PressWeek("north") { Day = new("2026-11-23"), Part = new("1"), Other = new("south") },
        new RunCommand(Command.MyData), new ApplyRoster("a1b2c3d4") { Swapped = new("keep") }, new DiscardRoster("a1b2c3d4"),
        new PressTakeReview("i/review"), new PressDeclineReview("i/review"), new PressHandOverReview("i/review") { To = new("chen") }, new PressAcceptReview("i/review"),
        new PressFinding("i/review") { Finding = new("mixed"), VisitorMeasure = new("police"), ReviewDate = new("2026-12-24") },
        new PressCorrection("i/review") { Owner = new("chen"), Due = new("2026-12-01"), Hazard = new("true") }, new PressNoCorrection("i/review"),
        new PressCorrectionDone("i/review") { Number = new("1") }, new PressCheckCorrection("i/review") { Number = new("1"), Done = new("true") }, new PressReply("i/review"), new PressCloseAgain("i/review"),
    ];

    [Theory]
    [MemberData(nameof(EveryAction))]
    public void A_button_comes_back_as_what_it_was(UserAction action)
    {
        var json = JsonSerializer.SerializeToElement(action, DialogsJson.Default.UserAction);
        Assert.Equal(action.Verb, json.GetProperty("do").GetString());
        Assert.Equal(action, DialogsJson.Read(json));
    }

    [Fact]
    public void Every_kind_of_action_is_tried() =>
        Assert.Equal(Verbs.All.Keys.ToHashSet(), EveryAction.Select((object[] row) => row[0].GetType()).ToHashSet());

    [Fact]
    public void The_name_may_come_last() =>
        Assert.Equal(
            new AnswerCheckIn("lin/1") { Stress = new("5") },
            Read("""{"stress":"5","mood":"","checkIn":"lin/1","do":"checkin.answer"}"""));

    [Fact]
    public void Strings_numbers_and_booleans_are_read_alike() =>
        Assert.Equal(
            Read("""{"do":"checkin.answer","checkIn":"lin/1","stress":"5","break":"true","shareNote":"false"}"""),
            Read("""{"do":"checkin.answer","checkIn":"lin/1","stress":5,"break":true,"shareNote":false}"""));

    [Fact]
    public void Inputs_that_are_none_count_as_not_answered() =>
        Assert.Equal(
            new AnswerCheckIn("lin/1"),
            Read("""{"do":"checkin.answer","checkIn":"lin/1","stress":[5],"mood":{"a":1},"hostile":null,"break":1e99,"help":" ","note":{"t":"x"},"tags":[]}"""));

    [Fact]
    public void Extra_and_forged_fields_are_ignored() =>
        Assert.Equal(
            new TakeCase("c/case"),
            Read("""{"do":"escalation.take","case":"c/case","by":"wang","owner":"wang","person":"chen","verb":"escalation.resolve","from":{"id":"x"},"msteams":{}}"""));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("null")]
    [InlineData("\"escalation.take\"")]
    [InlineData("""{"do":"escalation.fire","case":"c/case"}""")]
    [InlineData("""{"do":5,"case":"c/case"}""")]
    [InlineData("""{"do":null,"case":"c/case"}""")]
    [InlineData("""{"do":"escalation.take","case":null}""")]
    [InlineData("""{"do":"escalation.take","case":7}""")]
    [InlineData("""{"do":"escalation.take","case":{}}""")]
    [InlineData("""{"do":"escalation.take","do":"escalation.resolve","case":"c/case"}""")]
    [InlineData("""{"do":"command","command":"dropTables"}""")]
    [InlineData("""{"do":"checkin.answer","checkIn":"\ud800"}""")]
    public void What_names_no_action_is_none(string json) => Assert.Null(Read(json));

    [Fact]
    public void A_button_without_its_record_names_none() =>
        Assert.Null(Read("""{"do":"escalation.take"}""") is TakeCase { Case: var reference } ? FlowKey.Parse("case", reference) : null);

    [Fact]
    public void Broken_characters_in_inputs_and_notes_break_nothing() =>
        Assert.Null(Read("""{"do":"checkin.answer","checkIn":"lin/1","note":"\ud800","stress":"\udc00"}"""));

    [Fact]
    public void Deep_nesting_is_no_action()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60));
        Assert.Null(Record.Exception(() => Read($$"""{"do":"checkin.answer","checkIn":"lin/1","x":{{deep}}}""")));
    }

    [Fact]
    public void Fifty_thousand_characters_in_a_choice_count_as_not_answered()
    {
        var longText = new string('5', 50_000);
        Assert.Equal(new AnswerCheckIn("lin/1"), Read($$"""{"do":"checkin.answer","checkIn":"lin/1","stress":"{{longText}}","tags":"{{longText}}"}"""));
    }

    private static UserAction? Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 100 });
        return DialogsJson.Read(document.RootElement);
    }
}
