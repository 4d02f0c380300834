using System.Text.Json.Nodes;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>What a button's data holds so that the press would change something, whatever the state; more than one where that depends on the record.</summary>
internal static class PermitPresses
{
    public static IEnumerable<JsonObject> Of(string verb, PermitScene scene)
    {
        var reference = scene.Key.Reference;
        JsonObject With(string id, params (string Name, string Value)[] inputs)
        {
            var data = new JsonObject { ["do"] = verb };
            if (id.Length > 0)
                data[id] = reference;
            foreach (var (name, value) in inputs)
                data[name] = value;
            return data;
        }

        return verb switch
        {
            "checkin.answer" => [With("checkIn", ("stress", "4"), ("mood", "3"))],
            "checkin.accept" => [With("checkIn", ("to", "leader"))],
            "consent.give" => [With("", ("purposes", "checkin"), ("terms", $"{Contact.TermsVersion}"))],
            "help.person" => [With("", ("contact", "true"))],
            "leave.until" => [With("", ("until", "2026-11-30"))],
            "escalation.handOver" => [With("case", ("to", "lee")), With("case", ("to", "mia")), With("case", ("to", "gus"))],
            "escalation.resolve" => [With("case", ("done", "talked"))],
            "escalation.otherRoute" => [With("case", ("to", "counsellor"))],
            "escalation.returnVisit" => [With("case", ("helped", "yes")), With("case", ("helped", "notYet"))],
            "incident.sos.confirm" => scene.Record is Alert { IsOpen: true } ? [With("sos", ("again", "1"))] : [With("sos")],
            "incident.begin" => [new() { ["do"] = verb, ["checkIn"] = $"{scene.Key.Owner}/{scene.Key.Id[..^1]}" }],
            "incident.report" => [With("incident", ("kinds", "verbalAbuse"), ("injuries", "none"), ("over", "true"), ("severity", "3"), ("keep", "true"))],
            "incident.statement" => scene.Record is Statement { Phase: StatementPhase.Frozen }
                ? [With("incident", ("step", "add"), ("addendum", "One thing more."))]
                : [With("incident", ("step", "keep"), ("statement", "It was so."))],
            "incident.howAreYou" => [With("incident", ("answer", "stop"))],
            "incident.review.handOver" => [With("incident", ("to", "gus")), With("incident", ("to", "ada")), With("incident", ("to", "zoe")), With("incident", ("to", "lea"))],
            "incident.review" => [With("incident", ("finding", "trainingIssue"), ("causes", "The list was unclear.")), With("incident", ("finding", "environmentIssue"), ("causes", "No door.")), With("incident", ("finding", "processIssue"), ("causes", "It was long."))],
            "incident.correct" => [With("incident", ("action", "A sign"), ("owner", "cid"), ("due", "2026-11-26")), With("incident", ("action", "A sign"), ("owner", "zoe"), ("due", "2026-11-26"))],
            "incident.correct.none" => [With("incident", ("reason", "There is none."))],
            "incident.correct.done" => [With("incident", ("number", "1"))],
            "incident.correct.check" => [With("incident", ("number", "1"), ("done", "true"))],
            "incident.reply" => [With("incident", ("reply", "There is a sign now."))],
            "swap.ask" => Asking(scene),
            "swap.approve" => [With("swap", ("round", "1"), ("seen", "")), With("swap", ("round", "1"), ("seen", "dailyRest,skills,seventhDay,weeklyHours"))],
            "cover.ask" => [With("cover", ("minutes", "10")), With("cover", ("more", "true"))],
            "cover.take" or "cover.back" => [With(scene.Key.Kind == "reinforce" ? "call" : "cover")],
            _ => [With(IdOf(verb), ("round", "1"))],
        };
    }

    /// <summary>For oneself, and for whoever has the duty.</summary>
    private static IEnumerable<JsonObject> Asking(PermitScene scene)
    {
        var shift = Swap.ShiftOf(scene.Key)!;
        var holder = HolderOf(scene);
        var data = new JsonObject { ["do"] = "swap.ask", ["shift"] = shift, ["colleague"] = holder == "ann" ? "ben" : "ann", ["theirShift"] = "none" };
        yield return data;
        var acting = (JsonObject)data.DeepClone();
        acting["for"] = holder;
        yield return acting;
    }

    /// <summary>Who has the duty of a swap by the roster.</summary>
    public static string HolderOf(PermitScene scene) => Swap.ShiftOf(scene.Key) == PermitScenes.Moved.Id ? PermitScenes.Moved.Person : PermitScenes.Given.Person;

    /// <summary>The name under which a verb's data holds its record.</summary>
    private static string IdOf(string verb) => verb.Split('.')[0] switch
    {
        "checkin" => "checkIn",
        "escalation" => "case",
        "swap" => "swap",
        "incident" when verb.StartsWith("incident.sos", StringComparison.Ordinal) => "sos",
        "incident" or "review" => "incident",
        _ => "",
    };

    /// <summary>Verbs of the table that presses on records of that kind have.</summary>
    public static IEnumerable<string> VerbsOf(string kind) => PressPermits.Table.Where(p => p.Kind == kind).Select(p => p.Verb).Distinct();
}
