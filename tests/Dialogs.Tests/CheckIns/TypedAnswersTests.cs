using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>The words that answer a check-in, in both languages.</summary>
public sealed class TypedAnswersTests
{
    [Theory]
    [InlineData("压力5，心情3", 5, 3)]
    [InlineData("压力：5；心情：很差", 5, 1)]
    [InlineData("压力５、心情２", 5, 2)]
    [InlineData("压力 5分 心情 不太好。", 5, 2)]
    [InlineData("stress 5, mood 3", 5, 3)]
    [InlineData("STRESS: 5; Mood=low.", 5, 2)]
    [InlineData("ｓｔｒｅｓｓ　５，　ｍｏｏｄ　３", 5, 3)]
    [InlineData("mood very low", null, 1)]
    [InlineData("stress 4, mood: very good", 4, 5)]
    [InlineData("/stress 4", 4, null)]
    [InlineData("<at>CheckInBot</at> stress 4", 4, null)]
    public void Named_answers_are_read_in_any_order_and_width(string words, int? stress, int? mood) =>
        Assert.Equal(new Typed(Hall.Lin, new Answer { Stress = stress, Mood = mood }), Read(words));

    [Theory]
    [InlineData("help: counsellor", Helper.Counsellor)]
    [InlineData("help my buddy", Helper.Buddy)]
    [InlineData("help duty leader", Helper.Leader)]
    [InlineData("帮忙 心理咨询师", Helper.Counsellor)]
    [InlineData("帮忙：先不用", Helper.None)]
    public void A_helper_is_chosen_by_name(string words, Helper helper) =>
        Assert.Equal(new Typed(Hall.Lin, new Answer { Help = helper }), Read(words));

    [Theory]
    [InlineData("有人发火 2-3", 2)]
    [InlineData("发火 4+", 4)]
    [InlineData("发火 ４＋", 4)]
    [InlineData("hostile none", 0)]
    [InlineData("hostile once", 1)]
    [InlineData("hostile 17", 4)]
    public void Hostile_contacts_are_counted_in_the_card_s_steps(string words, int hostile) =>
        Assert.Equal(new Typed(Hall.Lin, new Answer { Hostile = hostile }), Read(words));

    [Theory]
    [InlineData(Question.Stress, "5")]
    [InlineData(Question.Stress, "５")]
    [InlineData(Question.Mood, "很好")]
    [InlineData(Question.Mood, "very low")]
    [InlineData(Question.Mood, "So-So")]
    [InlineData(Question.Hostile, "没有")]
    [InlineData(Question.Hostile, "2-3")]
    [InlineData(Question.Break, "歇过")]
    [InlineData(Question.Break, "No.")]
    [InlineData(Question.Help, "咨询师")]
    [InlineData(Question.Help, "my buddy")]
    public void A_bare_value_answers_the_question_just_asked(Question open, string words)
    {
        var part = Assert.IsType<Typed>(Read(words, open)).Part!;
        Assert.Equal(open, Enum.GetValues<Question>().Single(q => Of(part, q) is not null));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("-5")]
    [InlineData("5.5")]
    [InlineData("99999999999")]
    [InlineData("压力 9")]
    [InlineData("stress")]
    [InlineData("？")]
    [InlineData("")]
    public void Out_of_range_is_not_understood_rather_than_bent(string words) => Assert.Equal(new Typed(Hall.Lin, null), Read(words, Question.Stress));

    [Theory]
    [InlineData("stress 5, mood 9")]
    [InlineData("压力5，还有别的事情要告诉你们大家")]
    [InlineData("I had so much stress 5 people shouted at me")]
    public void A_sentence_is_not_taken_for_an_answer_in_part(string words) =>
        Assert.True(Read(words, Question.Stress) is null or Typed { Part: null });

    [Theory]
    [InlineData("提交")]
    [InlineData("SEND")]
    [InlineData("ｓｕｂｍｉｔ")]
    public void One_word_sends(string words) => Assert.Equal(new TypedSend(Hall.Lin), Read(words));

    [Theory]
    [InlineData("跳过", false)]
    [InlineData("Skip", false)]
    [InlineData("今天别再问", true)]
    [InlineData("not  today", true)]
    public void One_word_skips(string words, bool wholeDay) => Assert.Equal(new Skip(Hall.Lin, wholeDay), Read(words));

    [Theory]
    [InlineData("晚点再问")]
    [InlineData("later")]
    public void One_word_asks_later(string words) => Assert.Equal(new AskLater(Hall.Lin), Read(words));

    [Theory]
    [InlineData("修改")]
    [InlineData("Edit")]
    public void One_word_edits(string words) => Assert.Equal(new Edit(Hall.Lin), Read(words));

    [Fact]
    public void Other_words_have_nothing_to_do_with_a_check_in_that_is_not_open() => Assert.Null(Read("5", open: null));

    [Fact]
    public void Fifty_thousand_characters_are_answered_and_quickly()
    {
        Assert.Equal(new Typed(Hall.Lin, null), Read(new string('压', 50_000), Question.Stress));
        Assert.Null(Read(string.Concat(Enumerable.Repeat("stress ", 500)), Question.Stress));
    }

    [Theory]
    [InlineData("note: slept badly", "slept badly")]
    [InlineData("NOTE slept: badly", "slept: badly")]
    [InlineData("备注：没睡好", "没睡好")]
    [InlineData("备注 没睡好", "没睡好")]
    [InlineData("备注　没睡好", "没睡好")]
    [InlineData("  备注:没睡好  ", "没睡好")]
    [InlineData("note:", null)]
    [InlineData("note: ", null)]
    [InlineData("notebook 5", null)]
    [InlineData("stress 5", null)]
    [InlineData("", null)]
    public void A_note_begins_with_its_word(string words, string? note) => Assert.Equal(note, TypedAnswers.Note(words));

    private static FlowEvent? Read(string words, Question? open = null) => TypedAnswers.Read(Commands.Plain(words), Hall.Lin, open, Hall.CheckIns.Tags);

    private static object? Of(Answer part, Question question) => question switch
    {
        Question.Stress => part.Stress,
        Question.Mood => part.Mood,
        Question.Hostile => part.Hostile,
        Question.Break => part.Break,
        _ => part.Help,
    };
}
