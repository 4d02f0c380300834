using System.Text.Json.Serialization;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Imports;

/// <summary>What the row of a shift says.</summary>
/// <param name="Planned">Whose shift it is by the files, where somebody else works it by a swap; else null.</param>
internal sealed record ShiftState(string Person, string Post, DateTimeOffset Start, DateTimeOffset End, string? Planned = null)
{
    public static ShiftState Of(Shift shift) => new(shift.Person, shift.Post, shift.Start.ToUniversalTime(), shift.End.ToUniversalTime());

    public static ShiftState Of(string team, Row row) => Of(ShiftRow.Read(team, row)) with { Planned = ShiftRow.Planned(row) };

    public Shift In(string team, string id) => new(id, Person, team, Post, Start, End);
}

/// <summary>A change of one row: it says this before, and that after. Either is null where there is no row.</summary>
/// <param name="ETag">Of the row before; empty where there is none, or where it is to be read first.</param>
internal sealed record ShiftEdit(string Team, string Id, ShiftState? Before, ShiftState? After, string ETag)
{
    /// <summary>The way back, from a row of that version.</summary>
    public ShiftEdit Back(string etag) => new(Team, Id, After, Before, etag);

    /// <summary>The change of the rows, if the row before has that version.</summary>
    public IEnumerable<Change> Changes(string etag)
    {
        var (old, key) = (KeyOf(Before), KeyOf(After));
        if (old is not null && old != key)
            yield return Change.Delete(old, etag);
        if (key is null)
            yield break;
        var columns = ShiftRow.Columns(After!.In(Team, Id), After.Planned);
        yield return old == key ? Change.Replace(key, columns, etag) : Change.Insert(key, columns);
    }

    /// <summary>The row's key in that state; null without a row.</summary>
    public string? KeyOf(ShiftState? state) => state is null ? null : ShiftRow.Key(state.In(Team, Id));
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<ShiftEdit>))]
internal sealed partial class ImportJson : JsonSerializerContext;
