using System.Text;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.People;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>What gives copies, put together for a hall.</summary>
internal static class CopiesAtWork
{
    /// <param name="make">Makes a copy.</param>
    public static CopyDelivery Of(Hall hall, Recorder channel, Func<Person, CancellationToken, Task<PersonCopy>> make, Drive? drive = null, bool takesFiles = true) => new(
        new ReadyCopies(make, hall.Clock), ExportContract.FilesOf(hall), new FileUpload(new HttpClient(drive ?? new Drive()), loopback: true, FileFetch.TimeLimit), channel,
        new Answers(hall.Readers, hall.Roster, hall.PersonNow, () => hall.Turns.Rows, channel), takesFiles, hall.Clock, NullLogger<CopyDelivery>.Instance);

    /// <summary>A copy in which nothing stands.</summary>
    public static PersonCopy Empty(Hall hall, int bytes = 3) => new([.. Encoding.UTF8.Preamble, .. "a"u8], new byte[bytes], [], HasFiles: false, hall.Clock.GetUtcNow());
}
