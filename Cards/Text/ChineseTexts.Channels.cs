using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string ChannelSummary => "关于班组的频道";

    public override string ChannelIsHere(PlainText team) => Said($"{team}的频道，就是这里了");

    public override string WhatComesHere => "要领导批的事，以后发到这里。谁签到说了什么，从来不发到这里。";

    public override string BoundBy(PlainText leader, Moment at) => Said($"{leader}在{Time(at)} 绑定的。想换地方，在别的频道里再绑定一次就行。");

    public override string ChannelMovedAway(PlainText team) => Said($"{team}的卡片改发到另一个频道了，这里不再发。");

    public override string ChannelEnded(PlainText team) => Said($"{team}的频道断开了");

    public override string ChannelEndedWhy(ChannelEnd why, Moment at) => why switch
    {
        ChannelEnd.Removed => Said($"{Time(at)}，我不在那个频道里了：被移出，或者频道删了。"),
        _ => Said($"{Time(at)}，那个频道不再收我发的卡片。"),
    };

    public override string BindAgain => $"要批的事先不发到频道。想接着用：把我加回频道，在那里 @ 我，发“{Word(Command.Bind)}”。";

    public override string ChannelAgain(PlainText team) => Said($"{team}的频道又接上了");

    public override string OnlyLeadersBind => $"频道由班组的值班领导或大厅主任来绑定。请他们在频道里 @ 我，发“{Word(Command.Bind)}”。";

    public override string BindInChannel => $"这个词要发在班组的频道里：值班领导或大厅主任在那里 @ 我，发“{Word(Command.Bind)}”。";

    public override string WhichTeamToBind(IEnumerable<PlainText> teams) =>
        $"给哪个班组？@ 我，发“{Word(Command.Bind)}”，后面写上班组名。有这些：{Names(teams)}。";

    public override string CanBind => $"你带班组，可以在班组的频道里 @ 我，发“{Word(Command.Bind)}”：要批的事就发到那里。";
}
