namespace CheckInBot.Dialogs.Incidents;

/// <summary>What follows from the kinds alone.</summary>
public static class IncidentRules
{
    /// <summary>Reported later than this after it happened, a report is flagged as late, and as welcome.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromHours(24);

    /// <summary>How long after a draft was thrown away its files are deleted: as soon as another turn can follow.</summary>
    public static readonly TimeSpan FilesLeaveAfter = TimeSpan.FromSeconds(1);

    /// <summary>Sexual kinds are seen by one named handler and nobody else: in every list, card, export, log and count.</summary>
    public static bool IsRestricted(IEnumerable<ViolenceKind> kinds) =>
        kinds.Any(k => k is ViolenceKind.SexualHarassment or ViolenceKind.SexualAssault);

    /// <summary>
    /// The severity the kinds and the injury suggest: 1 rude, 2 abusive or repeated, 3 threat or object, 4 contact or weapon shown, 5 injury
    /// or in progress. The reporter may raise it, never lower it.
    /// </summary>
    public static int SuggestedSeverity(IEnumerable<ViolenceKind> kinds, Injury injury, bool over)
    {
        var worst = kinds.Select(Severity).DefaultIfEmpty(1).Max();
        return !over || injury is not Injury.None ? Math.Max(worst, injury is Injury.Minor && over ? 4 : 5) : worst;
    }

    /// <summary>The type of violence that follows from who did it; type 2 where nobody says (Cal. Labor Code 6401.9(a)(10)).</summary>
    public static ViolenceType TypeOf(PerpetratorClass? perpetrator) => perpetrator switch
    {
        PerpetratorClass.StrangerWithCriminalIntent => ViolenceType.T1,
        PerpetratorClass.CoWorker or PerpetratorClass.Supervisor => ViolenceType.T3,
        PerpetratorClass.PartnerOrSpouse or PerpetratorClass.Relative => ViolenceType.T4,
        _ => ViolenceType.T2,
    };

    private static int Severity(ViolenceKind kind) => kind switch
    {
        ViolenceKind.VerbalAbuse or ViolenceKind.InsultDiscrimination or ViolenceKind.StalkingFilming or ViolenceKind.SelfHarmByVisitor or ViolenceKind.Animal => 2,
        ViolenceKind.ThreatVerbal or ViolenceKind.ThreatWritten or ViolenceKind.ObjectThrown or ViolenceKind.PropertyDamage or ViolenceKind.SexualHarassment => 3,
        ViolenceKind.Spitting or ViolenceKind.PhysicalNoWeapon or ViolenceKind.WeaponShown or ViolenceKind.BombOrArsonThreat => 4,
        ViolenceKind.PhysicalWeapon or ViolenceKind.SexualAssault => 5,
        _ => 1,
    };
}
