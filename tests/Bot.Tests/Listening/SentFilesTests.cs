using System.Net;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>Photos and files that somebody sends in the chat, on the real turns and a real folder.</summary>
public sealed class SentFilesTests
{
    private static readonly FlowKey Anns = Incident.KeyOf("ann", "20261123010000");

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, .. "qzwxv in the picture"u8];

    private static readonly Report Short = new() { Kinds = [ViolenceKind.VerbalAbuse], Injuries = Injury.None, Over = true, Post = "W1" };

    [Fact]
    public async Task A_photo_lies_sealed_in_the_store_opens_with_the_persons_key_and_the_row_tells_kind_size_and_hash()
    {
        await using var hall = await Begun();
        var came = await Send(hall, Photo);
        Assert.Equal([new(FileKind.Photo, Photo.Length)], came.Kept.AsEnumerable());
        var file = Assert.Single((await hall.State<Incident>(Anns))!.Files);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Photo)), file.Sha256);
        var stored = (await hall.Store.Files.Get(file.Name))!;
        Assert.Equal(-1, stored.AsSpan().IndexOf("qzwxv"u8));
        Assert.Equal(Photo, await hall.Vault.Open("ann", stored));
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await hall.Vault.Open("ben", stored));
        stored[^1] ^= 1;
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await hall.Vault.Open("ann", stored));
        stored[^1] ^= 1;
        await hall.Vault.Destroy("ann");
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await hall.Vault.Open("ann", stored));
    }

    [Fact]
    public async Task Delivered_again_also_at_once_it_is_one_file_and_no_other_is_left_over()
    {
        FaultyStore? store = null;
        await using var hall = await Begun(inner => store = new FaultyStore(inner));
        var came = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Send(hall, Photo)));
        Assert.All(came, c => Assert.Single(c.Kept));
        Assert.Single((await hall.State<Incident>(Anns))!.Files);
        Assert.Equal(1, store!.Requests["Files.Put"] - store.Requests.GetValueOrDefault("Files.Delete"));
    }

    [Fact]
    public async Task A_program_that_ends_between_file_and_row_leaves_an_orphan_and_no_row_without_a_file()
    {
        FaultyStore? store = null;
        await using var hall = await Begun(inner => store = new FaultyStore(inner));
        store!.Fails = request => request == "Commit" ? false : null;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Send(hall, Photo));
        store.Fails = null;
        Assert.Empty((await hall.State<Incident>(Anns))!.Files);
        Assert.Equal(1, store.Requests["Files.Put"]);
        await Send(hall, Photo);
        Assert.NotNull(await hall.Store.Files.Get(Assert.Single((await hall.State<Incident>(Anns))!.Files).Name));

        // Done and unheard: the file must stay, and the same message again changes nothing.
        store.Fails = request => request == "Commit" ? true : null;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Send(hall, [.. Photo, 1]));
        store.Fails = null;
        await Send(hall, [.. Photo, 1]);
        var files = (await hall.State<Incident>(Anns))!.Files;
        Assert.Equal(2, files.Length);
        foreach (var file in files)
            Assert.NotNull(await hall.Store.Files.Get(file.Name));
    }

    [Fact]
    public async Task A_file_that_cannot_be_put_is_in_no_row()
    {
        FaultyStore? store = null;
        await using var hall = await Begun(inner => store = new FaultyStore(inner));
        store!.Fails = request => request == "Files.Put" ? false : null;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Send(hall, Photo));
        Assert.Empty((await hall.State<Incident>(Anns))!.Files);
    }

    [Fact]
    public async Task Without_a_report_or_after_its_reply_nothing_is_fetched_and_the_sentence_says_how_to_begin()
    {
        await using var hall = new Hall();
        await hall.Open();
        Assert.Equal([FileRefusal.NoReport], (await Send(hall, null)).Refused.AsEnumerable());
        await hall.Happens(Anns, new BeginReport("ann"));
        await hall.Happens(Anns, new FillReport("ann", Short, Keep: false));
        await hall.Happens(Anns, new IncidentReplied("mia", (await hall.Sealing.Of("mia", new("done")))!, hall.Clock.GetUtcNow()));
        Assert.Equal([FileRefusal.Answered], (await Send(hall, null)).Refused.AsEnumerable());
    }

    [Fact]
    public async Task What_is_no_photo_too_large_or_out_of_reach_is_refused_by_itself_and_the_rest_is_kept()
    {
        await using var hall = await Begun();
        Assert.Equal([FileRefusal.UnknownKind], (await Send(hall, "MZ and .jpg in its name"u8.ToArray())).Refused.AsEnumerable());
        Assert.Equal([FileRefusal.TooLarge], (await Send(hall, new byte[KeptFile.MostBytes + 1])).Refused.AsEnumerable());
        var came = await Sent(hall, Photo).Keep([new(null, false), new(new("http://localhost/1"), false), new(null, true)], "http://localhost/", hall.Roster.Find("ann")!, default);
        Assert.Equal((1, FileRefusal.NotFetched), (came.Kept.Length, Assert.Single(came.Refused)));
    }

    [Fact]
    public async Task A_sent_report_takes_it_and_the_reviewer_reads_kind_and_size_only()
    {
        await using var hall = await Begun();
        await hall.Happens(Anns, new FillReport("ann", Short, Keep: false));
        await Send(hall, Photo);
        await hall.Turns.Settled();
        Assert.Equal([new(FileKind.Photo, Photo.Length)], (await hall.State<Review>(ReviewKeys.Of("INC-20261123-001")))!.Incident.Details!.Files!.Value.AsEnumerable());
        var report = (await hall.State<Incident>(Anns))!;
        Assert.Contains("\"Attached\"", PretendChannel.TextOf(await hall.Turns.FlowOf(Anns).Draw(report, report.Card, default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_a_draft_are_gone_a_second_after_it_and_those_of_a_report_stay()
    {
        await using var hall = await Begun();
        await Send(hall, Photo);
        var name = (await hall.State<Incident>(Anns))!.Files[0].Name;
        await hall.Happens(Anns, new DiscardReport("ann"));
        await hall.Pass(TimeSpan.FromSeconds(2));
        Assert.Null(await hall.Store.Files.Get(name));
        Assert.Empty((await hall.State<Incident>(Anns))!.Leaving);

        await hall.Happens(Anns, new BeginReport("ann"));
        await Send(hall, Photo);
        await hall.Happens(Anns, new FillReport("ann", Short, Keep: false));
        await hall.Happens(Anns, new DraftsErased());
        await hall.Pass(TimeSpan.FromMinutes(2));
        Assert.NotNull(await hall.Store.Files.Get(Assert.Single((await hall.State<Incident>(Anns))!.Files).Name));
    }

    [Fact]
    public async Task Of_a_message_with_a_thousand_addresses_ten_are_fetched()
    {
        await using var hall = await Begun();
        var line = new Line(Photo);
        var sent = Enumerable.Range(0, 1000).Select(i => new SentFile(new($"http://localhost/{i}"), OnChannel: false)).ToList();
        var came = await Sent(hall, line).Keep(sent, "http://localhost/", hall.Roster.Find("ann")!, default);
        Assert.Equal(KeptFile.Most, line.Fetched);
        Assert.Contains(FileRefusal.TooMany, came.Refused);
    }

    private static async Task<Hall> Begun(Func<IStore, IStore>? around = null)
    {
        var hall = new Hall(around);
        await hall.Open();
        await hall.Happens(Anns, new BeginReport("ann"));
        return hall;
    }

    private static Task<Notice.FilesCame> Send(Hall hall, byte[]? content) =>
        Sent(hall, content).Keep([new(new("http://localhost/1"), OnChannel: false)], "http://localhost/", hall.Roster.Find("ann")!, default);

    private static SentFiles Sent(Hall hall, byte[]? content) => Sent(hall, new Line(content));

    private static SentFiles Sent(Hall hall, Line line) =>
        new(new FileFetch(new HttpClient(line), null, FileFetch.TimeLimit), new(), hall.Vault, hall.Store.Files, hall.Turns, hall.Clock);

    private sealed class Line(byte[]? content) : HttpMessageHandler
    {
        public int Fetched { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Fetched++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content ?? throw new InvalidOperationException("Nothing may be fetched.")) });
        }
    }
}
