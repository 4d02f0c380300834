using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string Kind(ViolenceKind kind) => kind switch
    {
        ViolenceKind.VerbalAbuse => "verbal abuse",
        ViolenceKind.InsultDiscrimination => "insult or discrimination",
        ViolenceKind.ThreatVerbal => "spoken threat",
        ViolenceKind.ThreatWritten => "written threat",
        ViolenceKind.StalkingFilming => "stalking or filming",
        ViolenceKind.Spitting => "spitting",
        ViolenceKind.ObjectThrown => "thrown object",
        ViolenceKind.PropertyDamage => "damage to property",
        ViolenceKind.PhysicalNoWeapon => "physical attack",
        ViolenceKind.PhysicalWeapon => "attack with a weapon",
        ViolenceKind.WeaponShown => "weapon shown",
        ViolenceKind.SexualHarassment => "sexual harassment",
        ViolenceKind.SexualAssault => "sexual assault",
        ViolenceKind.BombOrArsonThreat => "bomb or arson threat",
        ViolenceKind.SelfHarmByVisitor => "visitor hurt themselves",
        ViolenceKind.Animal => "animal",
        _ => "something else",
    };

    public override string Severity(int severity) => severity switch
    {
        1 => "1 rude",
        2 => "2 abusive or repeated",
        3 => "3 threat or thrown object",
        4 => "4 contact or weapon shown",
        _ => "5 somebody hurt, or not over",
    };

    public override string Place(LocationClass place) => place switch
    {
        LocationClass.Counter => "counter",
        LocationClass.WaitingArea => "waiting area",
        LocationClass.Entrance => "entrance",
        LocationClass.Office => "office",
        LocationClass.Restroom => "restroom",
        LocationClass.Parking => "car park",
        LocationClass.PhoneLine => "phone",
        LocationClass.Online => "online",
        _ => "outside",
    };

    public override string Hurt(Injury injury) => injury switch
    {
        Injury.None => "nobody hurt",
        Injury.Minor => "minor injury",
        Injury.Medical => "needs a doctor",
        Injury.Hospital => "in hospital",
        _ => "somebody died",
    };

    public override string Began(Trigger trigger) => trigger switch
    {
        Trigger.Wait => "the wait",
        Trigger.RefusedMissingPapers => "refused, papers missing",
        Trigger.PolicyNotUnderstood => "rules not understood",
        Trigger.SystemDown => "system down",
        Trigger.DuplicatePayment => "paid twice",
        Trigger.RefundUntraceable => "refund not found",
        Trigger.FeeDispute => "dispute about a fee",
        Trigger.StaffManner => "felt badly treated",
        Trigger.Intoxication => "alcohol or drugs",
        Trigger.MentalCrisis => "mental crisis",
        Trigger.Unknown => "not known",
        _ => "something else",
    };

    public override string Circumstance(Circumstance circumstance) => circumstance switch
    {
        Dialogs.Incidents.Circumstance.UsualDuties => "usual duties",
        Dialogs.Incidents.Circumstance.Alone => "alone",
        Dialogs.Incidents.Circumstance.LowStaffing => "low staffing",
        Dialogs.Incidents.Circumstance.Rushed => "rushed",
        Dialogs.Incidents.Circumstance.Peak => "peak hours",
        Dialogs.Incidents.Circumstance.Overtime => "overtime",
        Dialogs.Incidents.Circumstance.PoorLight => "poor light",
        Dialogs.Incidents.Circumstance.NoHelp => "no help near",
        Dialogs.Incidents.Circumstance.UnfamiliarPost => "unfamiliar post",
        _ => "inspection day",
    };

    public override string DoneAtOnce(ImmediateAction action) => action switch
    {
        ImmediateAction.DeEscalation => "calmed down",
        ImmediateAction.DutyLeader => "duty leader called",
        ImmediateAction.Security => "security called",
        ImmediateAction.Police => "police called",
        ImmediateAction.Medical => "ambulance called",
        ImmediateAction.WindowClosed => "window closed",
        ImmediateAction.Evacuated => "evacuated",
        _ => "visitor left",
    };

    public override string Perpetrator(PerpetratorClass perpetrator) => perpetrator switch
    {
        PerpetratorClass.Client => "client or customer",
        PerpetratorClass.FamilyOrFriendOfClient => "family or friend of a client",
        PerpetratorClass.StrangerWithCriminalIntent => "stranger with criminal intent",
        PerpetratorClass.CoWorker => "co-worker",
        PerpetratorClass.Supervisor => "supervisor",
        PerpetratorClass.PartnerOrSpouse => "partner or spouse",
        PerpetratorClass.Relative => "relative",
        _ => "somebody else",
    };

    public override string Tool(Weapon weapon) => weapon switch
    {
        Weapon.None => "no weapon",
        Weapon.Knife => "knife",
        Weapon.Blunt => "blunt object",
        Weapon.Firearm => "firearm",
        Weapon.LiquidFire => "liquid or fire",
        Weapon.Vehicle => "vehicle",
        Weapon.CommonObject => "object at hand",
        _ => "not known",
    };
}
