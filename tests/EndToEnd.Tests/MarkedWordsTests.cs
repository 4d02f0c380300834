using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// Every conversation is held with marked words by people of marked names, with faults on the way; afterwards no mark stands where it may
/// not: not in a log of any level, a measurement, a trace, an exception, a message of the queue, a plain column or somebody else's card.
/// </summary>
public sealed class MarkedWordsTests
{
    private const string Own = "qzwxvown", Shared = "qzwxvshared", Later = "qzwxvlater", Line = "qzwxvline", Loose = "qzwxvloose", Forged = "qzwxvforged", Broken = "qzwxvbroken", InChannel = "qzwxvchannel", Called = "qzwxvcalled", Reported = "qzwxvreport", Account = "qzwxvaccount", FileName = "qzwxvfile";

    private static readonly string[] Everything = ["qzwxv", "Qzwxv", "QZWXV"];

    [Fact]
    public async Task No_mark_stands_where_it_may_not()
    {
        await using var hall = await MarkedHall.Open();
        var (end, leaving) = await hall.NextShiftEnd();
        var (subject, typist, editor, bystander) = (leaving[0], leaving[1], leaving[2], leaving[3]);
        foreach (var person in new[] { subject, typist, editor })
        {
            await hall.Types(person, "my data");
            await hall.Presses(person, "consent.give", ("purposes", "checkin,escalation"));
        }
        await hall.Reaches(end);
        await Typing(hall, typist);
        await ALeave(hall, typist);
        await AHardDay(hall, subject);
        await AChangedMind(hall, editor);
        await APersonNow(hall, bystander);
        var caller = hall.With("staff").First(p => p != subject && p != typist && p != editor && p != bystander);
        await ACallForPeople(hall, caller);
        await AReport(hall, bystander);
        await BadInput(hall, subject, bystander);
        await Faults(hall, editor);
        await hall.Types(subject, "language");
        await hall.Presses(subject, "consent.withdraw");
        await hall.Passes(TimeSpan.FromDays(1));
        await hall.Ends();

        NothingTold(hall);
        NothingPlain(hall);
        NobodyElseReads(hall, subject, typist, editor, bystander);
        // Who and where is told to whoever may come, and to nobody else; what was typed behind the word to nobody.
        OnlyBy(hall, caller.Name, hall.People.Except(hall.With("counsellor", "clerk", "admin")));
        OnlyBy(hall, Called);
        Assert.Contains(Read(hall), r => hall.With("security").Any(p => p.Id == r.Person) && r.Body.Contains(caller.Name, StringComparison.Ordinal));
    }

    private static async Task ACallForPeople(MarkedHall hall, DemoPerson caller)
    {
        await hall.Types(caller, $"sos! {Called} {hall.With("clerk").First().Name}");
        var guard = hall.With("security").First();
        await hall.Presses(guard, "incident.sos.take");
        await hall.Presses(caller, "command");
        await hall.Presses(guard, "incident.sos.safe");
        await hall.Types(caller, $"sos {Called}");
        await hall.Presses(caller, "incident.sos.confirm", ("post", Forged));
        await hall.Presses(caller, "incident.sos.safe");
        await hall.Types(caller, $"sos {Called}");
        await hall.Passes(TimeSpan.FromMinutes(2));
        await hall.Presses(caller, "incident.sos", ("post", Forged));
        await hall.Presses(caller, "incident.sos.cancel");
        await hall.Passes(TimeSpan.FromMinutes(2));
    }

    private static async Task Typing(MarkedHall hall, DemoPerson typist)
    {
        await hall.Types(typist, $"my {Loose} day was {Loose}");
        foreach (var words in new[] { "stress 4, mood 2, hostile 1", "no", "counsellor", $"note: {Own} {Shared}", "share", "send" })
            await hall.Types(typist, words);
        await hall.Card(typist, "checkin.edit");
        await Eventually.True("a counsellor reads the shared note", () => hall.With("counsellor").Any(c =>
            hall.Teams.Of(c.Id).Showing("escalation.take")?.Newest.ToJsonString().Contains(Shared, StringComparison.Ordinal) == true));
    }

    private static async Task ALeave(MarkedHall hall, DemoPerson person)
    {
        foreach (var words in new[] { $"on leave until {Loose}", "on leave until tomorrow", "back from leave" })
            await hall.Types(person, words);
        await hall.Card(person, "help.person");
    }

    private static async Task AHardDay(MarkedHall hall, DemoPerson subject)
    {
        await hall.Presses(subject, "checkin.answer", ("stress", "5"), ("mood", "1"), ("tags", "queue,mistake"), ("note", $"{Own} and {Own}"));
        var leader = await Eventually.Found("a leader is asked", () => hall.With("leader", "hallLeader").FirstOrDefault(l => hall.Teams.Of(l.Id).Showing("escalation.take") is not null));
        await hall.Presses(leader, "escalation.take");
        var other = hall.With("hallLeader").First(l => l != leader);
        await hall.Presses(leader, "escalation.handOver", ("to", other.Id));
        await hall.Presses(other, "escalation.acceptHandOver");
        await hall.Presses(other, "escalation.resolve", ("done", "other"), ("note", Line));
        await hall.Passes(TimeSpan.FromHours(25));
        var visit = await hall.Card(subject, "escalation.returnVisit", "helped", "notYet");
        await hall.Delivers(subject, hall.Channel.Pressed(subject, visit.Activity, "escalation.returnVisit", visit.Newest.Data("escalation.returnVisit", "helped", "notYet")));
        await hall.Presses(other, "escalation.take");
        await hall.Presses(other, "escalation.resolve", ("done", "talked"), ("note", Line));
    }

    private static async Task AChangedMind(MarkedHall hall, DemoPerson editor)
    {
        await hall.Types(editor, "check in");
        await hall.Presses(editor, "checkin.answer", ("stress", "2"), ("note", Own));
        await hall.Presses(editor, "checkin.edit");
        await hall.Presses(editor, "checkin.answer", ("stress", "5"), ("note", $"{Later} {Own}"), ("shareNote", "false"));
        await hall.Presses(editor, "escalation.otherRoute");
    }

    private static async Task APersonNow(MarkedHall hall, DemoPerson bystander)
    {
        await hall.Types(bystander, "person");
        var numbers = await hall.Card(bystander, "help.person", "contact", "true");
        await hall.Delivers(bystander, hall.Channel.Pressed(bystander, numbers.Activity, "help.person", numbers.Newest.Data("help.person", "contact", "true")));
        await Eventually.True("the crisis contact is asked", () => hall.With("counsellor").Any(c => hall.Teams.Of(c.Id).Showing("escalation.take") is not null));
    }

    private static async Task AReport(MarkedHall hall, DemoPerson reporter)
    {
        await hall.Types(reporter, "report");
        await hall.Sends(reporter, $"{FileName}.exe", hall.Teams.Photo($"{FileName}.exe"));
        Assert.Contains(Read(hall), r => r.Person == reporter.Id && r.Body.Contains("Kept with your report", StringComparison.Ordinal));
        (string, string)[] said = [("kinds", "verbalAbuse,physicalNoWeapon"), ("over", "true"), ("description", $"{Reported} {Reported}"), ("policeCaseNo", Reported), ("postId", Forged)];
        await hall.Presses(reporter, "incident.report", said);
        await hall.Presses(reporter, "incident.report", [.. said, ("injuries", "minor")]);
        await hall.Presses(reporter, "incident.statement", ("statement", Account));
        var open = await hall.Card(reporter, "incident.statement", "step", "sign");
        await hall.Delivers(reporter, hall.Channel.Pressed(reporter, open.Activity, "incident.statement", Channel.Merged(open.Newest.Data("incident.statement", "step", "sign")!, ("statement", Account))));
        var signed = await hall.Card(reporter, "incident.statement", "step", "add");
        await hall.Delivers(reporter, hall.Channel.Pressed(reporter, signed.Activity, "incident.statement", Channel.Merged(signed.Newest.Data("incident.statement", "step", "add")!, ("addendum", $"{Account} {Account}"))));
        await hall.Presses(reporter, "incident.open");
    }

    /// <summary>Strangers, channels, other people's cards, and bodies that are none.</summary>
    private static async Task BadInput(MarkedHall hall, DemoPerson subject, DemoPerson bystander)
    {
        var stranger = subject with { Id = "stranger", EntraId = "99999999-9999-4999-8999-999999999999", Name = $"Qzwxv{Loose}" };
        await hall.Types(stranger, $"I am {Loose}");
        var inChannel = hall.Channel.Typed(subject, $"<at>bot</at> {InChannel}");
        inChannel["conversation"] = new JsonObject { ["id"] = "19:many;messageid=1", ["conversationType"] = "channel", ["name"] = InChannel };
        await hall.Delivers(subject, inChannel);
        foreach (var verb in new[] { "checkin.edit", "escalation.otherRoute", "escalation.returnVisit" })
        {
            if (hall.Teams.Of(subject.Id).Showing(verb) is { } card)
                await hall.Delivers(bystander, hall.Channel.Pressed(bystander, card.Activity, verb, Channel.Merged(card.Newest.Data(verb)!, ("note", Forged), ("to", Forged), ("helped", "yes"))));
        }
        JsonObject[] forged =
        [
            new() { ["do"] = "escalation.take", ["case"] = $"{Forged}/case" },
            new() { ["do"] = "checkin.answer", ["checkIn"] = $"{Forged}!/{Forged}", ["stress"] = Forged, ["tags"] = Forged, [Forged] = Forged },
            new() { ["do"] = "escalation.handOver", ["case"] = new JsonObject { [Forged] = Forged } },
            new() { ["do"] = Forged },
            new() { ["do"] = "checkin.answer", ["checkIn"] = new JsonArray(Forged) },
        ];
        foreach (var data in forged)
            await hall.Delivers(bystander, hall.Channel.Pressed(bystander, null, Forged, data));
        foreach (var body in new[] { $"{{\"type\":\"message\",\"text\":\"{Broken}", $"[\"{Broken}\"]", $"{{\"{Broken}\":{Broken}}}", $"{{\"type\":{{\"{Broken}\":1}},\"text\":[\"{Broken}\"]}}", Broken })
            await hall.Channel.Post(body);
    }

    /// <summary>The store refuses while marked words are on their way, and so does the channel.</summary>
    private static async Task Faults(MarkedHall hall, DemoPerson editor)
    {
        await using (hall.LockedStore())
        {
            await hall.Presses(editor, "checkin.edit");
            await hall.Types(editor, $"note: {Own} {Later}");
        }
        hall.Teams.Refuse(editor.Id, new ChannelFault(500));
        await hall.Types(editor, $"note: {Own} {Later}");
        await hall.Types(editor, $"{Loose} {Loose} {Loose} {Loose}");
        hall.Teams.Recover(editor.Id);
        await hall.Passes(TimeSpan.FromMinutes(2));
    }

    internal static void NothingTold(MarkedHall hall)
    {
        foreach (var kind in new[] { "log", "metric", "trace", "exception" })
            Assert.Contains(hall.Ears.Heard, h => h.Where.StartsWith(kind, StringComparison.Ordinal));
        Assert.Contains(hall.Ears.Heard, h => h.Where == "metric checkinbot.turn.duration");
        Assert.Contains(hall.Ears.Heard, h => h.Where == "trace CheckInBot" && h.What.StartsWith("send under turn ", StringComparison.Ordinal));
        // What is no JSON is nobody's words; the parser's exception names a part of it and ends where it is thrown.
        var heard = hall.Ears.Heard.Where(h => h.Where != "exception JsonException" && h.Where != "exception JsonReaderException" || !h.What.Contains(Broken, StringComparison.Ordinal));
        Assert.Empty(heard.Where(h => Everything.Any(mark => h.What.Contains(mark, StringComparison.Ordinal))).Select(h => $"{h.Where}: {h.What}").Distinct().Take(10).Select(s => s.Length > 400 ? s[..400] : s));
        Assert.Empty(hall.Ears.Heard.Where(h => h.Where.StartsWith("log", StringComparison.Ordinal) && hall.People.Any(p => h.What.Contains(p.EntraId, StringComparison.Ordinal))).Select(h => h.What).Take(5));
    }

    internal static void NothingPlain(MarkedHall hall)
    {
        foreach (var kind in new[] { "table Flows", "table Keys", "table References", "table Roster", "queue" })
            Assert.Contains(hall.Stored, s => s.Where == kind);
        Assert.Empty(hall.Stored.Where(s => Everything.Any(mark => s.What.Contains(mark, StringComparison.Ordinal))).Select(s => $"{s.Where}: {s.What}").Take(10).Select(s => s.Length > 400 ? s[..400] : s));
    }

    private static void NobodyElseReads(MarkedHall hall, DemoPerson subject, DemoPerson typist, DemoPerson editor, DemoPerson bystander)
    {
        var leaders = hall.With("leader", "hallLeader").ToList();
        var counsellors = hall.With("counsellor").ToList();
        var read = Read(hall);

        void OnlyBy(string mark, params IEnumerable<DemoPerson> may) => MarkedWordsTests.OnlyBy(hall, mark, may);
        OnlyBy($"{Own} and {Own}", subject);
        OnlyBy(Shared, [typist, .. counsellors]);
        OnlyBy(Later, editor);
        OnlyBy(Reported, bystander);
        OnlyBy(Account, bystander);
        Assert.Contains(read, r => r.Person == bystander.Id && r.Body.Contains(Account, StringComparison.Ordinal));
        OnlyBy(Line, [subject, .. leaders]);
        foreach (var mark in new[] { Loose, Forged, Broken, InChannel, FileName })
            OnlyBy(mark);
        OnlyBy(subject.Name, [subject, .. leaders]);
        OnlyBy(typist.Name, [typist, .. counsellors]);
        OnlyBy(editor.Name, [editor, .. leaders, .. counsellors]);
        OnlyBy(bystander.Name, [bystander, .. counsellors]);
        // What is meant for somebody does reach them.
        Assert.Contains(read, r => r.Person == subject.Id && r.Body.Contains(Line, StringComparison.Ordinal));
        Assert.Contains(read, r => leaders.Any(l => l.Id == r.Person) && r.Body.Contains(subject.Name, StringComparison.Ordinal));
    }

    /// <summary>All that anybody was shown, with whom it was shown to.</summary>
    internal static List<(string Person, string Body)> Read(MarkedHall hall) =>
        hall.Answers.Select(a => (a.Person, a.Body))
            .Concat(hall.Teams.Bodies.Select(b => (Person: hall.People.SingleOrDefault(p => PretendTeams.ConversationId(p.Id) == b.Conversation)?.Id ?? b.Conversation, b.Body)))
            .ToList();

    internal static void OnlyBy(MarkedHall hall, string mark, params IEnumerable<DemoPerson> may)
    {
        var ids = may.Select(p => p.Id).ToHashSet();
        // On the card of a report a colleague is chosen by name.
        var chosen = hall.People.Any(p => p.Name == mark) ? "\"affectedStaff\"" : "no card";
        Assert.Empty(Read(hall).Where(r => r.Body.Contains(mark, StringComparison.Ordinal) && !ids.Contains(r.Person) && !r.Body.Contains(chosen, StringComparison.Ordinal)).Select(r => $"{r.Person} reads {mark}: {r.Body}").Take(3));
    }
}
