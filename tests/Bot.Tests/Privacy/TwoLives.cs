using System.Security.Cryptography;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>
/// A day on which two people of one hall do everything that the bot knows, each with words that carry their mark. Lee leads and Mia leads the hall; what those
/// two write carries a mark of its own.
/// </summary>
internal static class TwoLives
{
    /// <summary>Their ids, names, addresses and accounts stand in no other word.</summary>
    public static readonly Person Qiu = Of("qiuqiu", "秋月明"), Dong = Of("dongdong", "冬日暖");

    public const string QiusMark = "QIUZZ", DongsMark = "DONGZZ", OthersMark = "OTHERZZ";

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 1, 2, 3];

    public static Hall Begin(Func<IStore, IStore>? around = null) => new(around, others: [Qiu, Dong], more:
    [
        ShiftOf("q1", Qiu, 0, 9), ShiftOf("d1", Dong, 0, 9), ShiftOf("q2", Qiu, 24, 33), ShiftOf("d2", Dong, 48, 57),
    ]);

    /// <summary>The same on the emulator of Azure storage.</summary>
    public static async Task<Hall> BeginOn(Azurite azurite, Func<IStore, IStore>? around = null)
    {
        ITestStore store = await AzureTestStore.Open(azurite);
        return Begin(_ => around?.Invoke(store.Store) ?? store.Store);
    }

    /// <summary>The day, and the next morning where nothing is left open; at its end nothing is on its way.</summary>
    /// <param name="open">Cases, swaps, covers and calls are left open.</param>
    public static async Task Live(Hall hall, bool open = false)
    {
        await hall.Open();
        foreach (var (person, mark) in new[] { (Qiu.Id, QiusMark), (Dong.Id, DongsMark) })
        {
            await new References(hall.Store.Table(References.TableName)).Keep(person, new("https://service.example/", $"conversation-{person}", "bot", "tenant", $"29:{person}"));
            await hall.Happens(Contact.KeyOf(person), new Consent(person, [Purpose.CheckIn, Purpose.Escalation]));
            await CallsPeople(hall, person, mark, open);
            await Reports(hall, person, mark);
            await hall.Happens(PersonNow.KeyOf(person), new AskContact(person, new("W1", null, null, null, 0, 0)));
        }
        await Swaps(hall, open);
        await hall.Pass(Hall.Opening.AddHours(9).AddMinutes(1) - hall.Clock.GetUtcNow());
        foreach (var (person, mark) in new[] { (Qiu.Id, QiusMark), (Dong.Id, DongsMark) })
            await Answers(hall, person, mark, open);
        await hall.OutOfReach.Refused(Qiu.Id, Refusal.Blocked);
        if (!open)
            await hall.Pass(TimeSpan.FromHours(15));
        await hall.Turns.Settled();
    }

    public static FlowKey CheckInOf(string person) => CheckIn.KeyOf(person, CheckIn.IdOf(Hall.Opening.AddHours(9)));

    public static FlowKey CaseOf(string person) => Escalation.KeyOf(Escalation.IdOf(CheckInOf(person).Reference));

    public static FlowKey ReportOf(string person) => Incident.KeyOf(person, "20261123010000");

    private static async Task CallsPeople(Hall hall, string person, string mark, bool open)
    {
        var alert = Alert.KeyAfter(person, null);
        await hall.Happens(alert, new AlertRaised(person, await hall.Sealing.Of(person, new($"{mark}1 ann"))));
        await hall.Happens(alert, new AlertTaken("lee"));
        await hall.Happens(alert, new AlertSafe(person));
        if (open)
            await hall.Happens(Alert.KeyAfter(person, alert), new AlertRaised(person, null));
        var cover = Cover.KeyAfter(person, null);
        await hall.Happens(cover, new CoverAsked(person, 10));
        await hall.Happens(cover, new CoverTaken("ben"));
        if (!open)
            await hall.Happens(cover, new CoverGivenBack("ben"));
    }

    private static async Task Reports(Hall hall, string person, string mark)
    {
        var key = ReportOf(person);
        await hall.Happens(key, new BeginReport(person));
        var name = await hall.Store.Files.Put(await hall.Vault.Seal(person, (ReadOnlyMemory<byte>)Photo));
        await hall.Happens(key, new FileAdded(person, new(FileKind.Photo, Photo.Length, Convert.ToHexStringLower(SHA256.HashData(Photo)), Hall.Opening, name)));
        var (text, named) = await hall.Sealing.Account(person, new($"{mark}2 he shouted at 秋月明 and 冬日暖"), 800);
        await hall.Happens(key, new FillReport(person, new() { Kinds = [ViolenceKind.VerbalAbuse], Injuries = Injury.None, Over = true, Post = "W1", Description = text, Named = named }, Keep: false));
        var number = (await hall.State<Incident>(key))!.Number!;
        var (account, naming) = await hall.Sealing.Account(person, new($"{mark}3 as it was"), 3000);
        await hall.Happens(Statement.KeyOf(person, number), new SignStatement(person, account, naming));
        var (more, moreNaming) = await hall.Sealing.Account(person, new($"{mark}4 it went on"), 800);
        await hall.Happens(Statement.KeyOf(person, number), new AddToStatement(person, more, moreNaming));
        // A second one is begun and not sent.
        await hall.Happens(key with { Id = "20261123010001" }, new BeginReport(person));
        var (draft, _) = await hall.Sealing.Account(person, new($"{mark}5 not sent"), 800);
        await hall.Happens(key with { Id = "20261123010001" }, new FillReport(person, new() { Description = draft, Post = "W1" }, Keep: true));
    }

    private static async Task Swaps(Hall hall, bool open)
    {
        var shifts = await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(4));
        foreach (var (shift, asker, other, mark) in new[] { ("q2", Qiu.Id, Dong.Id, DongsMark), ("d2", Dong.Id, Qiu.Id, QiusMark) })
        {
            var key = Swap.KeyOf(shifts.Single(s => s.Id == shift));
            await hall.Happens(key, new AskSwap(asker, asker, other, null));
            if (open)
                await hall.Happens(key, new AcceptSwap(other, 1));
            else
                await hall.Happens(key, new DeclineSwap(other, 1, await hall.Sealing.Of(other, new($"{mark}6 I cannot"))));
        }
        await hall.Happens(OwnLeave.KeyOf(Qiu.Id), new SayLeave(Qiu.Id, new(2026, 12, 14), new(2026, 12, 18)));
    }

    private static async Task Answers(Hall hall, string person, string mark, bool open)
    {
        var (note, named) = await hall.Sealing.Note(person, new($"{mark}7 a day like this"));
        await hall.Happens(CheckInOf(person), new Answered(person, new() { Stress = 5, Mood = 1, Hostile = 2, Break = false, Tags = "queue", Note = note, Named = named, ShareNote = true }));
        await hall.Happens(CaseOf(person), new Take("lee"));
        if (!open)
            await hall.Happens(CaseOf(person), new Resolve("lee", Done.Talked, await hall.Sealing.Of("lee", new($"{OthersMark} we talked"))));
    }

    private static Person Of(string id, string name) => new(id, name, $"{id}.mail@example.com", $"entra-{id}-account", Language.English, "hall", "W1", [Role.Staff], [], "", "g7");

    private static Shift ShiftOf(string id, Person person, double start, double end) => new(id, person.Id, "hall", "W1", Hall.Opening.AddHours(start), Hall.Opening.AddHours(end));
}
