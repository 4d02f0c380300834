using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string UnreachableSpoken => "有人联系不上，请看卡片。";

    public override string AskedInVain(int people) => $"▲ 该请的人里，有 {people} 位联系不上";

    public override string AlsoInVain(int people) => $"该请的人里，还有 {people} 位联系不上：打“{Word(Command.Unreachable)}”看。";

    public override string GoesOnWithoutThem(string? roles) => roles is null ? "事情会马上转给别人，不会等他们。" : $"事情不会等他们，马上改请：{roles}。";

    public override string AskForTheList => $"是谁、为什么、从什么时候起，打“{Word(Command.Unreachable)}”看。";

    public override string PeopleNotReached(int people) => $"▲ 有 {people} 位联系不上";

    public override string EverybodyReached => "✓ 没发现联系不上的人";

    public override string EverybodyReachedLine => "谁收不到消息，下一张卡片发给他时就会记在这里。";

    public override string Why(Refusal why) => why switch
    {
        Refusal.NotInstalled => "还没装过这个应用",
        Refusal.Removed => "他们把应用删了",
        Refusal.Blocked => "他们屏蔽了我",
        Refusal.SwitchedOff => "我被停用了",
        Refusal.Closed => "聊天里不让发消息",
        Refusal.Gone => "聊天已经不在了",
        _ => "消息发不过去",
    };

    public override string Remedy(Refusal why) => why switch
    {
        Refusal.NotInstalled => "请给他们装上，或者请他们自己装。",
        Refusal.Removed => "问一声想不想再装上。",
        Refusal.Blocked => "只有本人能解除，由本人决定。",
        Refusal.SwitchedOff => "请在管理中心放开这个应用。",
        Refusal.Closed => "请看一下消息策略。",
        Refusal.Gone => "请他们打开应用，给我发一句话。",
        _ => "请看一下账号和应用的权限。",
    };

    public override string Since(PlainText name, Moment since) => Said($"**{name}** · {Time(since)} 起");

    public override string AskedInstead(string roles) => $"有事会跳过他们，接着请：{roles}。";

    public override string AndMorePeople(int people) => $"还有 {people} 位。";

    public override string HowTheListShrinks => "谁给我发了话，或者又收到了卡片，就不在这里了。谁跟我说过什么，这里没有。";
}
