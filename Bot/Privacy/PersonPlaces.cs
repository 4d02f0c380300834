using System.Collections.Frozen;

namespace CheckInBot.Bot.Privacy;

/// <summary>What a text of a record holds.</summary>
public enum PersonPlace
{
    /// <summary>Nobody: a post, a team, a shift, a number, a time.</summary>
    None,

    /// <summary>The id of a person, or the address of a team's channel where its card stands.</summary>
    Whole,

    /// <summary>A reference <c>owner/id</c>, whose owner is a person.</summary>
    Owner,

    /// <summary>The name of a finding about duty, <c>rule/person/day</c> (<see cref="Dialogs.Duty.DutyFinding.Key"/>).</summary>
    Finding,
}

/// <summary>
/// Where ids of people stand in records, by the declared names of properties: what a text says tells nothing, because an id of a person may be that of a post, a team or a shift too.
/// </summary>
public static class PersonPlaces
{
    private static readonly FrozenDictionary<string, PersonPlace> Places = new (PersonPlace Place, string[] Properties)[]
    {
        (PersonPlace.None,
        [
            "case", "cases", "channel", "checkIn", "conversation", "cursor", "handed", "id", "leaving", "name", "number", "post", "rostered", "sha256", "shift", "space", "tags", "team",
        ]),
        (PersonPlace.Whole,
        [
            "administrators", "affected", "alerted", "askedBy", "asker", "avoid", "by", "checkedBy", "closedBy", "colleague", "colleagues", "decidedBy", "declined", "endedBy", "foundBy", "holder",
            "leaders", "left", "offeredTo", "offers", "owner", "person", "readers", "repliedBy", "reporter", "reviewer", "seers", "signers", "subject", "told", "unreached", "unread", "witnesses",
        ]),
        (PersonPlace.Owner, ["cover", "incident", "source"]),
        (PersonPlace.Finding, ["ticked"]),
    }.SelectMany(p => p.Properties.Select(name => KeyValuePair.Create(name, p.Place))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What the texts of a property hold.</summary>
    /// <param name="property">Its name in JSON.</param>
    /// <exception cref="InvalidOperationException">Nobody has said it; a test finds such a property.</exception>
    public static PersonPlace Of(string property) =>
        Places.TryGetValue(property, out var place) ? place : throw new InvalidOperationException("It has to be said whether a text of a record names people.");

    /// <summary>The text with the id in it replaced by what <paramref name="person"/> makes of it.</summary>
    public static string Walk(string property, string text, Func<string, string> person)
    {
        var place = Of(property);
        if (place == PersonPlace.None)
            return text;
        if (place == PersonPlace.Whole)
            return person(text);
        var parts = text.Split('/');
        var at = place == PersonPlace.Owner ? 0 : 1;
        if (at < parts.Length)
            parts[at] = person(parts[at]);
        return string.Join('/', parts);
    }
}
