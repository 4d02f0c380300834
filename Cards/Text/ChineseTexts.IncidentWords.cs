using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string Kind(ViolenceKind kind) => kind switch
    {
        ViolenceKind.VerbalAbuse => "骂人、吼叫",
        ViolenceKind.InsultDiscrimination => "侮辱、歧视",
        ViolenceKind.ThreatVerbal => "口头威胁",
        ViolenceKind.ThreatWritten => "书面或网上威胁",
        ViolenceKind.StalkingFilming => "拍摄、尾随",
        ViolenceKind.Spitting => "吐口水",
        ViolenceKind.ObjectThrown => "扔东西",
        ViolenceKind.PropertyDamage => "砸坏东西",
        ViolenceKind.PhysicalNoWeapon => "推搡、动手",
        ViolenceKind.PhysicalWeapon => "用器械伤人",
        ViolenceKind.WeaponShown => "亮出刀或别的器械",
        ViolenceKind.SexualHarassment => "性骚扰（只给一位指定的人看）",
        ViolenceKind.SexualAssault => "性侵犯（只给一位指定的人看）",
        ViolenceKind.BombOrArsonThreat => "扬言爆炸、放火",
        ViolenceKind.SelfHarmByVisitor => "对方伤害自己",
        ViolenceKind.Animal => "带的动物伤人",
        _ => "别的",
    };

    public override string Hurt(Injury injury) => injury switch
    {
        Injury.None => "没有",
        Injury.Minor => "轻伤",
        Injury.Medical => "要看医生",
        Injury.Hospital => "送了医院",
        _ => "有人去世",
    };

    public override string Place(LocationClass place) => place switch
    {
        LocationClass.Counter => "窗口",
        LocationClass.WaitingArea => "等候区",
        LocationClass.Entrance => "门口",
        LocationClass.Office => "办公室",
        LocationClass.Restroom => "洗手间",
        LocationClass.Parking => "停车场",
        LocationClass.PhoneLine => "电话里",
        LocationClass.Online => "网上",
        _ => "外面",
    };

    public override string Began(Trigger trigger) => trigger switch
    {
        Trigger.Wait => "等太久",
        Trigger.RefusedMissingPapers => "缺材料没办成",
        Trigger.PolicyNotUnderstood => "政策没听懂",
        Trigger.SystemDown => "系统故障",
        Trigger.DuplicatePayment => "重复缴费",
        Trigger.RefundUntraceable => "退款查不到",
        Trigger.FeeDispute => "费用争议",
        Trigger.StaffManner => "嫌服务不好",
        Trigger.Intoxication => "喝了酒或用了药",
        Trigger.MentalCrisis => "对方情绪失控",
        Trigger.Unknown => "不清楚",
        _ => "别的",
    };

    public override string Perpetrator(PerpetratorClass perpetrator) => perpetrator switch
    {
        PerpetratorClass.Client => "来办事的人",
        PerpetratorClass.FamilyOrFriendOfClient => "来办事的人的亲友",
        PerpetratorClass.StrangerWithCriminalIntent => "来闹事的陌生人",
        PerpetratorClass.CoWorker => "同事",
        PerpetratorClass.Supervisor => "上级",
        PerpetratorClass.PartnerOrSpouse => "伴侣或配偶",
        PerpetratorClass.Relative => "亲戚",
        _ => "别的",
    };

    public override string Tool(Weapon weapon) => weapon switch
    {
        Weapon.None => "没有",
        Weapon.Knife => "刀",
        Weapon.Blunt => "棍棒一类",
        Weapon.Firearm => "枪",
        Weapon.LiquidFire => "汽油、腐蚀液体一类",
        Weapon.Vehicle => "车",
        Weapon.CommonObject => "手边的东西",
        _ => "没看清",
    };

    public override string Circumstance(Circumstance circumstance) => circumstance switch
    {
        Dialogs.Incidents.Circumstance.UsualDuties => "平常工作",
        Dialogs.Incidents.Circumstance.Alone => "一个人在岗",
        Dialogs.Incidents.Circumstance.LowStaffing => "人手不够",
        Dialogs.Incidents.Circumstance.Rushed => "很赶",
        Dialogs.Incidents.Circumstance.Peak => "高峰",
        Dialogs.Incidents.Circumstance.Overtime => "加班",
        Dialogs.Incidents.Circumstance.PoorLight => "光线差",
        Dialogs.Incidents.Circumstance.NoHelp => "叫不到人",
        Dialogs.Incidents.Circumstance.UnfamiliarPost => "岗位不熟",
        _ => "检查日",
    };

    public override string DoneAtOnce(ImmediateAction action) => action switch
    {
        ImmediateAction.DeEscalation => "安抚劝说",
        ImmediateAction.DutyLeader => "叫了值班领导",
        ImmediateAction.Security => "叫了保安",
        ImmediateAction.Police => "报了警",
        ImmediateAction.Medical => "叫了救护车",
        ImmediateAction.WindowClosed => "关了窗口",
        ImmediateAction.Evacuated => "疏散了",
        _ => "对方走了",
    };

    public override string Wish(SupportWish wish) => wish switch
    {
        SupportWish.Buddy => "伙伴陪一会儿",
        SupportWish.Leave => "歇一歇、调休",
        SupportWish.PostChange => "换个岗位",
        SupportWish.Counsellor => "咨询师",
        SupportWish.LegalAid => "法律帮助",
        SupportWish.Medical => "看医生",
        _ => "热线电话",
    };
}
