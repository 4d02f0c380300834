using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Tests.CheckIns;
using CheckInBot.Dialogs.Tests.Escalations;

namespace CheckInBot.Dialogs.Tests.People;

/// <summary>Who may read which words.</summary>
public sealed class PermitTests
{
    private static readonly Words Note = new(Hall.Lin, "sealed");

    [Fact]
    public void The_words_of_a_check_in_are_the_writer_s_alone()
    {
        var checkIn = OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Note = Note, ShareNote = true }).State;
        Assert.Equal([Note], Permit.Readable(checkIn, Hall.Lin));
        Assert.All(Hall.Names.Except([Hall.Lin]), reader => Assert.Empty(Permit.Readable(checkIn, reader)));
    }

    [Fact]
    public void A_shared_note_is_read_by_who_is_asked_and_by_nobody_else()
    {
        var story = OneCase.Opened(note: Note);
        Assert.Equal([Note], Permit.Readable(story.State, Hall.Wang));
        Assert.All(Hall.Names.Except([Hall.Lin, Hall.Wang]), reader => Assert.Empty(Permit.Readable(story.State, reader)));
    }

    [Fact]
    public void Once_somebody_has_it_the_others_read_nothing_more()
    {
        var story = OneCase.Opened(note: Note).WhenDue();
        Assert.Equal([Note], Permit.Readable(story.State, Hall.Wang));
        Assert.Empty(Permit.Readable(story.Hears(new Take(Hall.Chen)).State, Hall.Wang));
    }

    [Fact]
    public void After_the_person_chose_a_counsellor_the_leader_reads_nothing()
    {
        var story = OneCase.Opened(note: Note).Hears(new Take(Hall.Wang)).Hears(new OtherRoute(Hall.Lin, Route.Counsellor));
        Assert.Empty(Permit.Readable(story.State, Hall.Wang));
        Assert.Equal([Note], Permit.Readable(story.State, Hall.Su));
    }

    [Fact]
    public void The_person_reads_the_owner_s_line()
    {
        var line = new Words(Hall.Wang, "line");
        var story = OneCase.TakenByWang().Hears(new Resolve(Hall.Wang, Done.Talked, line));
        Assert.Equal([line], Permit.Readable(story.State, Hall.Lin));
    }

    [Fact]
    public void When_nobody_answered_nobody_reads_on() =>
        Assert.Empty(Permit.Readable(OneCase.Opened(note: Note).WhenDue().WhenDue().WhenDue().State, Hall.Wang));
}
