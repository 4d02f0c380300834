using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>Reasons and the sharing of the note, typed.</summary>
public sealed class TypedReasonsTests
{
    private static readonly string[] Shipped = ["queue", "notUnderstood", "rules", "system", "shortStaffed", "mistake"];

    private static readonly Words Note = new(Hall.Lin, "sealed");

    [Theory]
    [InlineData("原因 排队、系统", "queue,system")]
    [InlineData("原因: 1 3", "queue,rules")]
    [InlineData("原因：３，１", "queue,rules")]
    [InlineData("reasons queue, system", "queue,system")]
    [InlineData("reason 1,3", "queue,rules")]
    [InlineData("ＲＥＡＳＯＮＳ　ＱＵＥＵＥ；Ｓｙｓｔｅｍ。", "queue,system")]
    [InlineData("/reasons = shortstaffed", "shortStaffed")]
    [InlineData("reasons notUnderstood", "notUnderstood")]
    [InlineData("原因 系统 系统 设备", "system")]
    [InlineData("原因人多和人手不够", "queue,shortStaffed")]
    [InlineData("原因 政策材料", "rules")]
    [InlineData("reasons crowds and queues, too few of us & 6", "queue,shortStaffed,mistake")]
    [InlineData("reasons: device + heard", "notUnderstood,system")]
    [InlineData("原因 怕出错、不被理解", "notUnderstood,mistake")]
    public void Reasons_are_chosen_by_key_by_number_and_by_word(string words, string tags) =>
        Assert.Equal(new Typed(Hall.Lin, new Answer { Tags = tags }), Read(words));

    [Theory]
    [InlineData("压力5，原因 排队，心情3")]
    [InlineData("原因 排队 压力 5 心情 3")]
    [InlineData("stress 5, mood 3, reasons queue")]
    public void Reasons_stand_beside_other_answers(string words) =>
        Assert.Equal(new Typed(Hall.Lin, new Answer { Stress = 5, Mood = 3, Tags = "queue" }), Read(words));

    [Theory]
    [InlineData("原因 没有")]
    [InlineData("原因：无。")]
    [InlineData("reasons none")]
    [InlineData("Reasons: NONE")]
    public void Reasons_are_taken_back(string words) => Assert.Equal(new Typed(Hall.Lin, new Answer()) { NoTags = true }, Read(words));

    [Theory]
    [InlineData("原因")]
    [InlineData("reasons:")]
    [InlineData("原因 0")]
    [InlineData("原因 7")]
    [InlineData("原因 13")]
    [InlineData("reasons queue, weather and everything else")]
    [InlineData("原因 排队，天气热得大家都受不了了")]
    [InlineData("原因 不是系统")]
    [InlineData("原因 排队、没有")]
    [InlineData("原因 没有排队")]
    [InlineData("原因 排队 原因 系统")]
    [InlineData("原因 排队，压力 9")]
    [InlineData("reasons queueing")]
    [InlineData("reasons systemic")]
    public void What_is_not_understood_in_part_is_not_taken_at_all(string words) => Assert.Equal(new Typed(Hall.Lin, null), Read(words));

    [Theory]
    [InlineData("there is a good reason why the queue was long")]
    [InlineData("今天压力大的原因 排队的人实在太多了")]
    public void A_sentence_about_reasons_is_not_taken_for_them(string words) => Assert.Null(Read(words));

    [Fact]
    public void Only_the_policy_s_own_reasons_can_be_chosen()
    {
        Assert.Equal(new Typed(Hall.Lin, null), Read("原因 排队", ["night", "device"]));
        Assert.Equal(new Typed(Hall.Lin, new Answer { Tags = "night,device" }), Read("reasons device, 1", ["night", "device"]));
    }

    [Theory]
    [InlineData("分享", true)]
    [InlineData("Share", true)]
    [InlineData("ｓｈａｒｅ　ｔｈｅ　ｎｏｔｅ.", true)]
    [InlineData("不分享。", false)]
    [InlineData("Don't share", false)]
    [InlineData("don’t share", false)]
    [InlineData("DO  NOT share", false)]
    public void One_word_shares_the_note_and_another_keeps_it_back(string words, bool share) =>
        Assert.Equal(new Typed(Hall.Lin, new Answer()) { Share = share }, Read(words));

    [Theory]
    [InlineData("share with everybody")]
    [InlineData("分享给大家")]
    [InlineData("shared")]
    public void Sharing_is_never_read_out_of_other_words(string words) => Assert.True(Read(words) is null or Typed { Part: null, Share: null });

    [Theory]
    [InlineData("原因 排队")]
    [InlineData("reasons none")]
    [InlineData("分享")]
    [InlineData("don't share")]
    public void None_of_these_words_is_a_command(string words) => Assert.Null(Commands.Parse(words));

    [Fact]
    public void The_last_word_on_reasons_holds_and_the_rest_stays()
    {
        var evening = OneCheckIn.AtShiftEnd().Types("压力 4").Types("原因 1、系统").Types("reasons rules");
        Assert.Equal(new Answer { Stress = 4, Tags = "rules" }, evening.State.Draft);
        Assert.Equal(new Say(new Notice.NextQuestion(Question.Mood)), evening.Last.Reply);
        Assert.Equal(new Answer { Stress = 4 }, evening.Types("原因 没有").State.Draft);
    }

    [Fact]
    public void Reasons_alone_can_be_sent_and_all_taken_back_is_nothing_to_send()
    {
        Assert.Equal(new Answer { Tags = "queue" }, OneCheckIn.AtShiftEnd().Types("原因 排队").Types("提交").State.Answer);
        var evening = OneCheckIn.AtShiftEnd().Types("原因 排队").Types("原因 没有").Types("提交");
        Assert.Equal(new Say(new Notice.NextQuestion(Question.Stress)), evening.Last.Reply);
        Assert.Null(evening.State.Answer);
    }

    [Fact]
    public void A_whole_card_typed_is_the_same_card_tapped()
    {
        var typed = OneCheckIn.AtShiftEnd().Types("压力5 心情2 发火4 休息没有 帮忙领导").Types("原因 系统、排队").Hears(Noted(Note)).Types("分享").Types("提交");
        var tapped = OneCheckIn.AtShiftEnd().Sends(new()
        {
            Stress = 5,
            Mood = 2,
            Hostile = 4,
            Break = false,
            Help = Helper.Leader,
            Tags = "queue,system",
            Note = Note,
            ShareNote = true,
        });
        Assert.Equal(tapped.State, typed.State);
        Assert.Equal(tapped.Told, typed.Told);
    }

    [Fact]
    public void Sharing_before_there_is_a_note_is_answered_and_not_remembered()
    {
        var evening = OneCheckIn.AtShiftEnd().Types("stress 5");
        var before = evening.State;
        foreach (var words in new[] { "share", "不分享" })
            Assert.Equal(new Say(new Notice.NoNoteYet(Question.Mood)), evening.Types(words).Last.Reply);
        Assert.Same(before, evening.State);
        Assert.False(evening.Hears(Noted(Note)).State.Draft.ShareNote);
    }

    [Fact]
    public void A_new_note_is_not_shared_until_that_is_said_again()
    {
        var evening = OneCheckIn.AtShiftEnd().Types("stress 5").Hears(Noted(Note)).Types("分享");
        Assert.True(evening.State.Draft.ShareNote);
        var other = new Words(Hall.Lin, "other");
        evening.Hears(Noted(other));
        Assert.Equal((other, false), (evening.State.Draft.Note, evening.State.Draft.ShareNote));
        Assert.Null(((Opened)evening.Types("send").Told.Single().Event).Note);
    }

    [Fact]
    public void A_shared_note_is_kept_back_again_by_typing()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Note = Note, ShareNote = true });
        evening.Types("修改").Types("不分享").Types("提交");
        Assert.Equal(OneCheckIn.HardDay with { Note = Note }, evening.State.Answer);
        Assert.Equal(new NoteShared(null), evening.Told[^1].Event);
    }

    [Fact]
    public void An_answered_one_is_not_shared_before_edit()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Note = Note });
        Assert.Equal(new See(evening.State.Card), evening.Types("分享").Last.Reply);
        Assert.False(evening.State.Answer!.ShareNote);
    }

    private static Typed Noted(Words note) => new(Hall.Lin, new Answer { Note = note });

    private static FlowEvent? Read(string words, string[]? tags = null) =>
        TypedAnswers.Read(Commands.Plain(words), Hall.Lin, Question.Stress, tags ?? Shipped);
}
