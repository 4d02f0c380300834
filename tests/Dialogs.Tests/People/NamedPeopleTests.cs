using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.People;

/// <summary>Whom a note names: rather one too many than one too few, but not half the hall.</summary>
public sealed class NamedPeopleTests
{
    private static readonly Person[] People =
    [
        Of("lin", "林晓"), Of("wang", "王敏", Role.Leader), Of("chen", "陈晓东", Role.HallLeader), Of("ou", "欧阳明月", Role.Counsellor), Of("wu", "王五"),
        Of("ann", "Ann Demo"), Of("ben", "Ben Demo"), Of("al", "Al Li", Role.Leader), Of("jean", "Jean-Luc O'Neil"), Of("zoe", "Zoe Demo"), Of("hai", "陈某"),
        Of("gert", "Gert van Dam", Role.Leader), Of("ivan", "Иван Петров"),
    ];

    [Theory]
    [InlineData("王敏今天又骂我", "wang")]
    [InlineData("王 敏今天又骂我", "wang")]
    [InlineData("今天王主任说我态度差", "wang")]
    [InlineData("王科不讲理", "wang")]
    [InlineData("跟王姐说不清", "wang")]
    [InlineData("是王五的客人", "wu")]
    [InlineData("晓东说没时间", "chen")]
    [InlineData("陈处让我加班", "chen")]
    [InlineData("欧阳老师很忙", "ou")]
    [InlineData("明月不在", "ou")]
    [InlineData("ann shouted at me", "ann")]
    [InlineData("ＡＮＮ shouted", "ann")]
    [InlineData("Ann's customer", "ann")]
    [InlineData("annDemo again", "ann")]
    [InlineData("\ud83d ann \ude00", "ann")]
    [InlineData("找了Ann没用", "ann")]
    [InlineData("al li was rude", "al")]
    [InlineData("O'NEIL was rude", "jean")]
    [InlineData("jean-luc was rude", "jean")]
    [InlineData("van Dam was rude", "gert")]
    [InlineData("Петров был груб", "ivan")]
    [InlineData("Ann and 王敏", "wang,ann")]
    [InlineData("Li was rude", "al")]
    [InlineData("the leader Li was rude", "al")]
    [InlineData("今天队排得长", "")]
    [InlineData("another planned demo", "")]
    [InlineData("totalling it all", "")]
    [InlineData("小王来过", "")]
    [InlineData("林晓自己写的", "")]
    [InlineData("", "")]
    public void A_note_names_them(string note, string ids) => Assert.Equal(ids, string.Join(',', In(note)));

    [Fact]
    public void A_surname_with_a_title_is_only_somebody_who_could_be_asked()
    {
        // 王五 works at a window like the writer.
        Assert.Equal(["wang"], In("王经理来了"));
        Assert.Equal(["chen"], In("陈局来了"));
    }

    [Fact]
    public void The_writer_is_never_named() => Assert.Equal(["wang"], NamedPeople.In("Ann, 王敏", "ann", People, _ => true));

    [Fact]
    public void A_part_of_a_name_that_more_than_two_share_names_nobody() => Assert.Empty(In("demo"));

    [Fact]
    public void What_is_written_for_sealing_reads_back_and_its_length_tells_nothing()
    {
        Assert.Equal(["wang", "a.b-c_d"], NamedPeople.Read(NamedPeople.Write(["wang", "a.b-c_d"])));
        Assert.Empty(NamedPeople.Read(NamedPeople.Write([])));
        Assert.Equal(NamedPeople.Write([]).Length, NamedPeople.Write(["wang", "chen", "somebody-with-a-long-id"]).Length);
    }

    [Fact]
    public void Any_text_at_all_can_be_looked_through() => Walks.Each(300, (random, story) =>
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0xD7FF)));
        story.Add(() => text);
        Assert.All(In(text), id => Assert.Contains(People, p => p.Id == id));
    });

    private static IReadOnlyList<string> In(string note) =>
        NamedPeople.In(note, "lin", People, p => p.Is(Role.Leader) || p.Is(Role.HallLeader) || p.Is(Role.Counsellor));

    private static Person Of(string id, string name, Role role = Role.Staff) =>
        new(id, name, "", "", Language.Chinese, "north", "", [role], [], "", "");
}
