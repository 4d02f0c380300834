using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string WhoLooked => "Who looked";

    public override string NobodyLooked => "Nobody has looked at anything of yours.";

    public override string LookLine(Moment at, string who, string number, string what, string why) =>
        $"{Time(at)} · {who}{(number.Length == 0 ? "" : $" · {number}")}: {what} ({why})";

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
}
