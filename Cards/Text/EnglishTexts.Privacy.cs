using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string WhoLooked => "Who looked";

    public override string NobodyLooked => "Nobody has looked at anything of yours.";

    public override string LookLine(string at, string who, string number, string what, string why) =>
        $"{at} · {who}{(number.Length == 0 ? "" : $" · {number}")}: {what} ({why})";

    public override string MoreLooks(int count) => $"And {count} more. Your copy has them all.";

    public override string LookedBecause(Ground ground) => ground switch
    {
        Ground.Agreed => "you agreed",
        Ground.Shared => "you shared it",
        Ground.PersonNow => "you asked for a person",
        Ground.Sos => "you called",
        Ground.Reported => "it was reported",
        Ground.Running => "to keep me running",
        _ => "duty needs it",
    };

    public override string ExportData => "Give me a copy";

    public override string ForgetMe => "Delete everything";

    public override string Forgotten => "a former colleague";

    public override string ForgetAsk => "Delete everything about you?";

    public override string ForgetMeans => "Answers, notes, drafts, trend, agreements, leave, calls, covers and swaps go, and nobody can bring them back. What is still open ends; an open SOS is waited for. Take a copy first if you want one.";

    public override string ForgetStays(RetentionPolicy keep) =>
        $"Your organisation keeps some of it, under a random name: reports you sent or signed, and what you wrote on others' reports, with names and numbers taken out ({Kept(keep.Incidents)}); that somebody was asked for you ({Kept(keep.Cases)}); who looked ({Kept(keep.AccessLog)}); your part in others' matters. The roster stays as it is.";

    public override string ForgetYes => "Yes, delete everything";

    public override string ForgetBegun => "I am deleting everything about you";

    public override string ForgetBegunLine => "What is still open is ended first. A new message tells you when it is done, and what stays.";

    public override string ForgetDone => "Everything about you is deleted";

    public override string ForgetDoneLine(bool butWords) => butWords
        ? "Your key is destroyed: nobody can open what you wrote, except the words named below."
        : "Your key is destroyed: nobody can open what you wrote.";

    public override string ForgetKeptReports(string numbers, int days) => $"Your organisation keeps the log of incidents for {Kept(days)}: {numbers}. A random name stands there; your words are without names and numbers; photos are gone.";

    public override string ForgetKeptCases(string numbers, int days) => $"That somebody was asked is kept for {Kept(days)}: {numbers}. When, by which way and what was done; nothing that you wrote, and a random name.";

    public override string ForgetKeptLooks(int days) => $"Who looked at what is kept for {Kept(days)}, under a random name.";

    public override string ForgetKeptParts(bool words) =>
        $"Where you had a part in others' matters, a random name stands now.{(words ? " What you wrote on their reports stays, without names and numbers." : "")}";

    public override string ForgetKeptRoster => "You stay on the roster, with your duties: your employer keeps it. Ask your administrator about that.";

    public override string ForgetKeptChat => "What stands in our chat is kept by the chat. If you write to me again, we begin anew.";

    public override string ForgottenCard => "This is over. The person had everything about them deleted.";

    public override string RemovedByAge(Moment at, int count, bool more) => $"Removed by age, {Time(at)}: {count}.{(more ? " There is more; I go on." : "")}";

    public override string CopyComing(bool asFiles) => asFiles
        ? "I am putting your copy together. Two files come in a minute: one to read, one for a program. They go into your own drive, nowhere else."
        : "I am putting your copy together. It comes as messages here, in a minute.";

    public override string CopyFailed => "The file did not get there. Please type \"export my data\" and take it once more.";

    public override string CopySummary => "Your copy";

    public override string CopyOf(bool toRead) => toRead ? "All that is kept about you, to read" : "The same with every detail, for a program";

    public override string CopyOfFile(string kind, string? number) => number is null ? $"A file of a report you did not send: {kind}" : $"A file of your report {number}: {kind}";

    public override string CopyAsMessages(int messages, int more, bool photos) => Sentences(
    [
        messages == 1 ? "I cannot send files in your organisation's Teams, so your copy comes here in one message." : $"I cannot send files in your organisation's Teams, so your copy comes here in {messages} messages.",
        more switch
        {
            0 => "The part for a program is too long for that.",
            1 => "After it comes one more, for a program.",
            _ => $"After it come {more} more for a program: joined, they are one file.",
        },
        .. photos ? ["Photos and files of your reports cannot come here."] : Array.Empty<string>(),
        .. photos || more == 0 ? ["Ask your administrator about what is missing."] : Array.Empty<string>(),
    ]);

    public override string CopyPiece(int piece, int of, bool toRead) => $"{(toRead ? "Your copy" : "For a program")}, {piece} of {of}";

    private static string Kept(int days) => Years(days) switch
    {
        1 => "1 year",
        { } years => $"{years} years",
        _ => $"{days} days",
    };
}
