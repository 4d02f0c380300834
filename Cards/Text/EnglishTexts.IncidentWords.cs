using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string Kind(ViolenceKind kind) => kind switch
    {
        ViolenceKind.VerbalAbuse => "Shouting, abuse",
        ViolenceKind.InsultDiscrimination => "Insults, discrimination",
        ViolenceKind.ThreatVerbal => "Threats",
        ViolenceKind.ThreatWritten => "Threats in writing or online",
        ViolenceKind.StalkingFilming => "Filming, following",
        ViolenceKind.Spitting => "Spitting",
        ViolenceKind.ObjectThrown => "Throwing things",
        ViolenceKind.PropertyDamage => "Breaking things",
        ViolenceKind.PhysicalNoWeapon => "Pushing, hitting",
        ViolenceKind.PhysicalWeapon => "Attack with a weapon",
        ViolenceKind.WeaponShown => "A weapon shown",
        ViolenceKind.SexualHarassment => "Sexual harassment (one named handler only)",
        ViolenceKind.SexualAssault => "Sexual assault (one named handler only)",
        ViolenceKind.BombOrArsonThreat => "Threat of bomb or fire",
        ViolenceKind.SelfHarmByVisitor => "Visitor harming themselves",
        ViolenceKind.Animal => "An animal",
        _ => "Something else",
    };

    public override string Hurt(Injury injury) => injury switch
    {
        Injury.None => "No",
        Injury.Minor => "Slightly",
        Injury.Medical => "Needs a doctor",
        Injury.Hospital => "Taken to hospital",
        _ => "Someone died",
    };

    public override string Place(LocationClass place) => place switch
    {
        LocationClass.Counter => "At the counter",
        LocationClass.WaitingArea => "Waiting area",
        LocationClass.Entrance => "Entrance",
        LocationClass.Office => "Office",
        LocationClass.Restroom => "Restroom",
        LocationClass.Parking => "Car park",
        LocationClass.PhoneLine => "On the phone",
        LocationClass.Online => "Online",
        _ => "Outside",
    };

    public override string Began(Trigger trigger) => trigger switch
    {
        Trigger.Wait => "A long wait",
        Trigger.RefusedMissingPapers => "Missing papers",
        Trigger.PolicyNotUnderstood => "A rule not understood",
        Trigger.SystemDown => "System down",
        Trigger.DuplicatePayment => "Paid twice",
        Trigger.RefundUntraceable => "A refund that cannot be traced",
        Trigger.FeeDispute => "A fee",
        Trigger.StaffManner => "How they felt treated",
        Trigger.Intoxication => "Alcohol or drugs",
        Trigger.MentalCrisis => "A mental crisis",
        Trigger.Unknown => "Not sure",
        _ => "Something else",
    };

    public override string Perpetrator(PerpetratorClass perpetrator) => perpetrator switch
    {
        PerpetratorClass.Client => "Visitor",
        PerpetratorClass.FamilyOrFriendOfClient => "Family or friend of a visitor",
        PerpetratorClass.StrangerWithCriminalIntent => "Stranger with criminal intent",
        PerpetratorClass.CoWorker => "Co-worker",
        PerpetratorClass.Supervisor => "Supervisor",
        PerpetratorClass.PartnerOrSpouse => "Partner or spouse",
        PerpetratorClass.Relative => "Relative",
        _ => "Someone else",
    };

    public override string Tool(Weapon weapon) => weapon switch
    {
        Weapon.None => "Nothing",
        Weapon.Knife => "Knife",
        Weapon.Blunt => "Something blunt",
        Weapon.Firearm => "Firearm",
        Weapon.LiquidFire => "Petrol, acid or fire",
        Weapon.Vehicle => "Vehicle",
        Weapon.CommonObject => "An everyday object",
        _ => "Not seen clearly",
    };

    public override string Circumstance(Circumstance circumstance) => circumstance switch
    {
        Dialogs.Incidents.Circumstance.UsualDuties => "Usual duties",
        Dialogs.Incidents.Circumstance.Alone => "Alone",
        Dialogs.Incidents.Circumstance.LowStaffing => "Short of staff",
        Dialogs.Incidents.Circumstance.Rushed => "Rushed",
        Dialogs.Incidents.Circumstance.Peak => "Peak time",
        Dialogs.Incidents.Circumstance.Overtime => "Overtime",
        Dialogs.Incidents.Circumstance.PoorLight => "Poor light",
        Dialogs.Incidents.Circumstance.NoHelp => "No help near",
        Dialogs.Incidents.Circumstance.UnfamiliarPost => "Unfamiliar post",
        _ => "Inspection day",
    };

    public override string DoneAtOnce(ImmediateAction action) => action switch
    {
        ImmediateAction.DeEscalation => "Calming talk",
        ImmediateAction.DutyLeader => "Duty leader called",
        ImmediateAction.Security => "Security called",
        ImmediateAction.Police => "Police called",
        ImmediateAction.Medical => "Ambulance called",
        ImmediateAction.WindowClosed => "Window closed",
        ImmediateAction.Evacuated => "Evacuated",
        _ => "They left",
    };

    public override string Wish(SupportWish wish) => wish switch
    {
        SupportWish.Buddy => "A buddy for a while",
        SupportWish.Leave => "Time off",
        SupportWish.PostChange => "Another post",
        SupportWish.Counsellor => "Counsellor",
        SupportWish.LegalAid => "Legal aid",
        SupportWish.Medical => "A doctor",
        _ => "A support line",
    };
}
