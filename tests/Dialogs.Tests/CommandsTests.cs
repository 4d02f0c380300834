namespace CheckInBot.Dialogs.Tests;

/// <summary>What is typed is understood however it is typed.</summary>
public sealed class CommandsTests
{
    [Theory]
    [InlineData("help", Command.Help)]
    [InlineData("帮助", Command.Help)]
    [InlineData("check in", Command.CheckIn)]
    [InlineData("签到", Command.CheckIn)]
    [InlineData("person", Command.Person)]
    [InlineData("找人", Command.Person)]
    [InlineData("求助", Command.Sos)]
    [InlineData("sos", Command.Sos)]
    [InlineData("紧急", Command.Sos)]
    [InlineData("calm", Command.Calm)]
    [InlineData("缓和", Command.Calm)]
    [InlineData("breathe", Command.Breathe)]
    [InlineData("呼吸", Command.Breathe)]
    [InlineData("cover", Command.Cover)]
    [InlineData("顶班", Command.Cover)]
    [InlineData("帮我顶一下", Command.Cover)]
    [InlineData("10 min", Command.TenMinutes)]
    [InlineData("叫增援", Command.Reinforce)]
    [InlineData("Ten minutes", Command.TenMinutes)]
    [InlineData("十分钟", Command.TenMinutes)]
    [InlineData("１０分钟", Command.TenMinutes)]
    [InlineData("reinforce", Command.Reinforce)]
    [InlineData("增援", Command.Reinforce)]
    [InlineData("hot spots", Command.HotSpots)]
    [InlineData("热点", Command.HotSpots)]
    [InlineData("Unreachable", Command.Unreachable)]
    [InlineData("联系不上", Command.Unreachable)]
    [InlineData("Status", Command.Status)]
    [InlineData("状态", Command.Status)]
    [InlineData("on leave", Command.Leave)]
    [InlineData("休假", Command.Leave)]
    [InlineData("请假", Command.Leave)]
    [InlineData("back from leave", Command.BackFromLeave)]
    [InlineData("I am back", Command.BackFromLeave)]
    [InlineData("销假", Command.BackFromLeave)]
    [InlineData("休假结束", Command.BackFromLeave)]
    [InlineData("my data", Command.MyData)]
    [InlineData("我的数据", Command.MyData)]
    [InlineData("language", Command.Language)]
    [InlineData("语言", Command.Language)]
    [InlineData("week", Command.Week)]
    [InlineData("This week", Command.Week)]
    [InlineData("team week", Command.Week)]
    [InlineData("本周", Command.Week)]
    [InlineData("next week", Command.NextWeek)]
    [InlineData("下周", Command.NextWeek)]
    [InlineData("bind", Command.Bind)]
    [InlineData("绑定", Command.Bind)]
    public void Each_word_of_the_contract_is_a_command(string words, Command command) => Assert.Equal(command, Commands.Parse(words));

    [Theory]
    [InlineData("PERSON")]
    [InlineData(" /Person ")]
    [InlineData("／ｐｅｒｓｏｎ")]
    [InlineData("person.")]
    [InlineData("Person!")]
    [InlineData("person？")]
    [InlineData("<at>CheckInBot</at> person")]
    [InlineData("<AT>Check In\nBot</AT>\u00A0person")]
    [InlineData("person\u200B")]
    [InlineData("\uFEFFperson")]
    [InlineData("找人。")]
    [InlineData("找人!")]
    [InlineData("找人！！")]
    [InlineData("I need a person now")]
    public void Case_width_slash_mention_and_punctuation_do_not_matter(string words) => Assert.Equal(Command.Person, Commands.Parse(words));

    [Theory]
    [InlineData("我想找个人")]
    [InlineData("想找个人。")]
    [InlineData("想找人")]
    [InlineData("我要找人！")]
    [InlineData("帮帮我")]
    [InlineData("Need a person")]
    [InlineData("I need a person")]
    [InlineData("i need someone.")]
    [InlineData("I need help!")]
    [InlineData("Talk to someone")]
    [InlineData("help me")]
    public void Who_asks_for_somebody_in_other_words_is_understood(string words) => Assert.Equal(Command.Person, Commands.Parse(words));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("/")]
    [InlineData("personal")]
    [InlineData("a person was rude")]
    [InlineData("我想找人聊聊")]
    [InlineData("help me with this form")]
    [InlineData("<at>person</at>")]
    [InlineData("\uD800person")]
    public void Other_words_are_no_command(string? words) => Assert.Null(Commands.Parse(words));

    // An attribute cannot hold half of a pair.
    [Fact]
    public void Half_of_a_pair_of_characters_is_no_command_and_no_fault() => Assert.Null(Commands.Parse("person" + '\uD800'));

    [Fact]
    public void Fifty_thousand_characters_are_no_command()
    {
        Assert.Null(Commands.Parse(new string('a', 50_000)));
        Assert.Null(Commands.Parse(string.Concat(Enumerable.Repeat("<at>", 1000))));
        Assert.Equal("", Commands.Plain(new string('人', 4001)));
    }
}
