using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Records are found by the id of their person however the id is written: JSON escapes some characters, and a column escapes them once more.</summary>
public sealed class OddIdTests
{
    [Theory]
    [InlineData("李雷")]
    [InlineData("o'neill+\"a\\b")]
    [InlineData("zoë<1>&")]
    [InlineData("𠮷田")]
    public async Task Records_of_somebody_and_others_in_which_they_stand_are_found_whatever_their_id_is_made_of(string id)
    {
        await using var hall = new Hall(others: [new(id, "Li", "li@example.com", "entra-li", Language.English, "hall", "W1", [Role.Staff], [], "", "g7")]);
        await hall.Open();
        await hall.Happens(Contact.KeyOf(id), new Consent(id, [Purpose.CheckIn]));
        await hall.Happens(OwnLeave.KeyOf(id), new SayLeave(id, new(2026, 12, 14), new(2026, 12, 18)));
        // Ann reports something in which they were affected: their id stands nested, in a list.
        var report = Incident.KeyOf("ann", "20261123010000");
        await hall.Happens(report, new BeginReport("ann"));
        await hall.Happens(report, new FillReport("ann", new() { Kinds = [ViolenceKind.VerbalAbuse], For = ReportedFor.Colleague, Colleagues = [id] }, Keep: true));
        var found = await new Holdings(hall.Turns.Rows).Of(id).ToListAsync();
        Assert.Equal(["contact True", "incident False", "leave True"], found.Select(h => $"{h.Key.Kind} {h.IsOwn}").Order(StringComparer.Ordinal));
    }
}
