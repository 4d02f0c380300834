using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.People;

public static partial class Permit
{
    /// <summary>The words of a report: its writer's, and the reply to them. Who reviews it reads them in the review.</summary>
    public static IEnumerable<Words> Readable(Incident incident, string reader) => reader == incident.Reporter && Visibility.Sees(Fact.IncidentReport, Viewer.Person, Ground.Own)
        ? Present(incident.Draft.Description, incident.Draft.PoliceCaseNo, incident.Report?.Description, incident.Report?.PoliceCaseNo, incident.Reply?.Reply)
        : [];

    /// <summary>The words of an account: nobody's but its writer's before it is signed; who reviews the report reads the signed text in the review.</summary>
    public static IEnumerable<Words> Readable(Statement statement, string reader) => reader == statement.Person && Visibility.Sees(Fact.SignedAccount, Viewer.Person, Ground.Own)
        ? Present([statement.Draft, statement.Text, statement.Reply?.Reply, .. statement.Addenda.Select(a => a.Text)])
        : [];
}
