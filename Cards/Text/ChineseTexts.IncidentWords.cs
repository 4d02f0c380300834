using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class ChineseTexts
{
    public override string Kind(ViolenceKind kind) => kind switch
    {
        ViolenceKind.VerbalAbuse => "辱骂",
        ViolenceKind.InsultDiscrimination => "侮辱或歧视",
        ViolenceKind.ThreatVerbal => "口头威胁",
        ViolenceKind.ThreatWritten => "书面威胁",
        ViolenceKind.StalkingFilming => "跟踪或偷拍",
        ViolenceKind.Spitting => "吐口水",
        ViolenceKind.ObjectThrown => "扔东西",
        ViolenceKind.PropertyDamage => "损坏东西",
        ViolenceKind.PhysicalNoWeapon => "动手",
        ViolenceKind.PhysicalWeapon => "持械动手",
        ViolenceKind.WeaponShown => "亮出凶器",
        ViolenceKind.SexualHarassment => "性骚扰",
        ViolenceKind.SexualAssault => "性侵害",
        ViolenceKind.BombOrArsonThreat => "扬言爆炸或放火",
        ViolenceKind.SelfHarmByVisitor => "对方伤害自己",
        ViolenceKind.Animal => "动物",
        _ => "其他",
    };

    public override string Severity(int severity) => severity switch
    {
        1 => "1 粗鲁",
        2 => "2 辱骂或反复纠缠",
        3 => "3 威胁或扔东西",
        4 => "4 有肢体接触或亮出凶器",
        _ => "5 有人受伤或还没结束",
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
        _ => "室外",
    };

    public override string Hurt(Injury injury) => injury switch
    {
        Injury.None => "没有受伤",
        Injury.Minor => "轻伤",
        Injury.Medical => "需要看医生",
        Injury.Hospital => "住院",
        _ => "有人去世",
    };

    public override string Began(Trigger trigger) => trigger switch
    {
        Trigger.Wait => "等得久",
        Trigger.RefusedMissingPapers => "材料不齐没办成",
        Trigger.PolicyNotUnderstood => "政策没听懂",
        Trigger.SystemDown => "系统故障",
        Trigger.DuplicatePayment => "重复缴费",
        Trigger.RefundUntraceable => "退款查不到",
        Trigger.FeeDispute => "费用有争议",
        Trigger.StaffManner => "觉得态度不好",
        Trigger.Intoxication => "喝了酒或用了药",
        Trigger.MentalCrisis => "精神状态不稳",
        Trigger.Unknown => "不清楚",
        _ => "其他",
    };

    public override string Circumstance(Circumstance circumstance) => circumstance switch
    {
        Dialogs.Incidents.Circumstance.UsualDuties => "在做平常的事",
        Dialogs.Incidents.Circumstance.Alone => "一个人",
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
        ImmediateAction.DeEscalation => "劝住了",
        ImmediateAction.DutyLeader => "叫了值班领导",
        ImmediateAction.Security => "叫了保安",
        ImmediateAction.Police => "报了警",
        ImmediateAction.Medical => "叫了急救",
        ImmediateAction.WindowClosed => "关了窗口",
        ImmediateAction.Evacuated => "疏散了",
        _ => "对方走了",
    };

    public override string Perpetrator(PerpetratorClass perpetrator) => perpetrator switch
    {
        PerpetratorClass.Client => "办事的人",
        PerpetratorClass.FamilyOrFriendOfClient => "办事人的家人或朋友",
        PerpetratorClass.StrangerWithCriminalIntent => "有犯罪意图的陌生人",
        PerpetratorClass.CoWorker => "同事",
        PerpetratorClass.Supervisor => "上级",
        PerpetratorClass.PartnerOrSpouse => "伴侣或配偶",
        PerpetratorClass.Relative => "亲属",
        _ => "其他人",
    };

    public override string Tool(Weapon weapon) => weapon switch
    {
        Weapon.None => "没有凶器",
        Weapon.Knife => "刀",
        Weapon.Blunt => "钝器",
        Weapon.Firearm => "枪",
        Weapon.LiquidFire => "液体或火",
        Weapon.Vehicle => "车",
        Weapon.CommonObject => "手边的东西",
        _ => "不清楚",
    };
}
