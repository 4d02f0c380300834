namespace CheckInBot.Dialogs.Incidents;

/// <summary>What somebody did. The sexual kinds are always restricted to one named handler (see <see cref="IncidentRules.IsRestricted"/>).</summary>
public enum ViolenceKind
{
    VerbalAbuse,
    InsultDiscrimination,
    ThreatVerbal,
    ThreatWritten,
    StalkingFilming,
    Spitting,
    ObjectThrown,
    PropertyDamage,
    PhysicalNoWeapon,
    PhysicalWeapon,
    WeaponShown,
    SexualHarassment,
    SexualAssault,
    BombOrArsonThreat,
    SelfHarmByVisitor,
    Animal,
    Other,
}

/// <summary>Types 1-4 of Cal. Labor Code 6401.9(a)(10): no business here, client or visitor, worker, personal relation.</summary>
public enum ViolenceType
{
    T1,
    T2,
    T3,
    T4,
}

/// <summary>Who did it, in the classes of Cal. Labor Code 6401.9(d).</summary>
public enum PerpetratorClass
{
    Client,
    FamilyOrFriendOfClient,
    StrangerWithCriminalIntent,
    CoWorker,
    Supervisor,
    PartnerOrSpouse,
    Relative,
    Other,
}

/// <summary>The class of place, which names no post.</summary>
public enum LocationClass
{
    Counter,
    WaitingArea,
    Entrance,
    Office,
    Restroom,
    Parking,
    PhoneLine,
    Online,
    Outside,
}

public enum Weapon
{
    None,
    Knife,
    Blunt,
    Firearm,
    LiquidFire,
    Vehicle,
    CommonObject,
    Unknown,
}

public enum Injury
{
    None,
    Minor,

    /// <summary>Needs a doctor.</summary>
    Medical,
    Hospital,
    Death,
}

/// <summary>What it began with, as the reporter saw it.</summary>
public enum Trigger
{
    Wait,
    RefusedMissingPapers,
    PolicyNotUnderstood,
    SystemDown,
    DuplicatePayment,
    RefundUntraceable,
    FeeDispute,
    StaffManner,
    Intoxication,
    MentalCrisis,
    Unknown,
    Other,
}

/// <summary>The circumstances of Cal. Labor Code 6401.9(d), with those of a service hall.</summary>
public enum Circumstance
{
    UsualDuties,
    Alone,
    LowStaffing,
    Rushed,
    Peak,
    Overtime,
    PoorLight,
    NoHelp,
    UnfamiliarPost,
    InspectionDay,
}

/// <summary>What was done at once.</summary>
public enum ImmediateAction
{
    DeEscalation,
    DutyLeader,
    Security,
    Police,
    Medical,
    WindowClosed,
    Evacuated,
    VisitorLeft,
}

/// <summary>For whom a report is made.</summary>
public enum ReportedFor
{
    Self,
    Colleague,
}

/// <summary>What a review found. <see cref="ServiceIssue"/> is what is called "attitude": refused until the person's own statement is signed (seed 000).</summary>
public enum Finding
{
    Unprovoked,
    ServiceIssue,
    ProcessIssue,
    Mixed,
    Unfounded,
}
