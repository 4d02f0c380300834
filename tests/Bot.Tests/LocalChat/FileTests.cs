using System.Net;
using System.Net.Http.Headers;
using CheckInBot.Bot.Protocol;
using static CheckInBot.Bot.Tests.LocalChat.Hall;

namespace CheckInBot.Bot.Tests.LocalChat;

/// <summary>Files that somebody sends at the page.</summary>
public sealed class FileTests
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 7];

    [Fact]
    public async Task A_file_reaches_the_bot_as_Teams_sends_it_at_an_address_of_this_machine_that_opens_it()
    {
        await using var hall = await Open(new TableInMemory());
        await hall.Installed(4);
        Assert.Equal(HttpStatusCode.OK, (await Send(hall, Staff, "li")).StatusCode);
        var heard = Assert.Single(hall.HeardOf("message"));
        Assert.Equal(("application/vnd.microsoft.teams.file.download.info", "photo 1.jpg"), (Text(heard, "attachments", "0", "contentType"), Text(heard, "attachments", "0", "name")));
        var address = new Uri(Text(heard, "attachments", "0", "content", "downloadUrl")!);
        Assert.True(ServiceAddress.IsLoopback(address));
        Assert.Equal(Photo, await hall.Http.GetByteArrayAsync(address));
        // The transcript has its name and no address that opens it.
        var entry = Assert.Single(await hall.Transcript(Staff))!;
        Assert.Equal("photo 1.jpg", Text(entry, "activity", "attachments", "0", "name"));
        Assert.DoesNotContain("downloadUrl", entry.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sends_one_into_a_channel_or_as_somebody_else_and_no_foreign_page_does()
    {
        await using var hall = await Open(new TableInMemory());
        await hall.Installed(4);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(hall, Channel, "li")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(hall, Staff, "wang")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Send(hall, Staff, "li", "text/plain")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Http.GetAsync("/chat/api/files/never")).StatusCode);
        Assert.Empty(hall.HeardOf("message"));
    }

    [Fact]
    public async Task Only_the_latest_lie_in_memory()
    {
        await using var hall = await Open(new TableInMemory());
        await hall.Installed(4);
        for (var i = 0; i < 10; i++)
            await Send(hall, Staff, "li");
        var opened = new List<HttpStatusCode>();
        foreach (var heard in hall.HeardOf("message"))
            opened.Add((await hall.Http.GetAsync(new Uri(Text(heard, "attachments", "0", "content", "downloadUrl")!))).StatusCode);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, .. Enumerable.Repeat(HttpStatusCode.OK, 8)], opened);
    }

    private static async Task<HttpResponseMessage> Send(Hall hall, string conversation, string person, string type = "application/octet-stream")
    {
        using var content = new ByteArrayContent(Photo) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await hall.Http.PostAsync($"/chat/api/conversations/{Uri.EscapeDataString(conversation)}/files?person={person}&name=photo%201.jpg", content);
    }
}
