using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.People;

/// <summary>Applies the table of <see cref="Visibility"/> to a record and its reader. Whoever it does not name reads nothing.</summary>
public static partial class Permit
{
    private static readonly Ground[] AfterAgreement = [Ground.Agreed, Ground.Shared];

    /// <summary>The words of a check-in: only the writer's. Whoever looks in reads a shared one in the case.</summary>
    public static IEnumerable<Words> Readable(CheckIn checkIn, string reader) =>
        reader == checkIn.Person && Visibility.Sees(Fact.UnsharedNote, Viewer.Person, Ground.Own) ? Present(checkIn.Draft.Note, checkIn.Answer?.Note) : [];

    /// <summary>The words of a case that its reader may open: those in what is left of it for them.</summary>
    public static IEnumerable<Words> Readable(Escalation @case, string reader)
    {
        var seen = Seen(@case, reader);
        return Present([seen.Note, seen.DoneNote, .. seen.History.Select(h => h.Note)]);
    }

    /// <summary>Whether the reader of a case may see the fact now.</summary>
    public static bool Sees(Fact fact, Escalation @case, string reader)
    {
        var viewer = ViewerOf(@case, reader);
        return viewer == Viewer.Person
            ? Visibility.Sees(fact, viewer, Ground.Own)
            : Visibility.Sees(fact, viewer, @case.Origin == Origin.PersonNow ? [Ground.PersonNow] : AfterAgreement);
    }

    /// <summary>The case without whatever its reader may not see: no card can draw what is not in it.</summary>
    public static Escalation Seen(Escalation @case, string reader)
    {
        var seen = reader == @case.Subject ? @case : @case with { History = [.. @case.Past] };
        foreach (var fact in Enum.GetValues<Fact>())
        {
            if (!Sees(fact, @case, reader))
                seen = Without(fact, seen);
        }
        return seen;
    }

    /// <summary>As what somebody looks at a case.</summary>
    public static Viewer ViewerOf(Escalation @case, string reader)
    {
        if (reader == @case.Subject)
            return Viewer.Person;
        if (@case.Concerns(reader))
            return RoleIn(@case, reader);
        if (reader == @case.Owner)
            return Viewer.FormerOwner;
        // Who was offered it counts as asked while there is an owner: whom the person turned to afterwards is not theirs to know.
        var offered = @case.Owner is not null && @case.Offers.Contains(reader);
        return offered || @case.Asked.Any(a => a.Person == reader) ? Viewer.FormerlyAsked : Viewer.MovedOn;
    }

    /// <summary>The role of the step that asked; for who was asked by name, that of the route.</summary>
    private static Viewer RoleIn(Escalation @case, string reader)
    {
        if (@case.Origin == Origin.PersonNow)
            return Viewer.CrisisContact;
        if (@case.Asked.FirstOrDefault(a => a.Person == reader) is { Step: >= 0 } asked && asked.Step < @case.Chain.Length)
        {
            return @case.Chain[asked.Step].Role switch
            {
                StepRole.Leader => Viewer.Leader,
                StepRole.HallLeader => Viewer.HallLeader,
                StepRole.Counsellor => Viewer.Counsellor,
                StepRole.Buddy => Viewer.Buddy,
                _ => Viewer.CrisisContact,
            };
        }
        return @case.Route switch
        {
            Route.Counsellor => Viewer.Counsellor,
            Route.Buddy => Viewer.Buddy,
            Route.CrisisContact => Viewer.CrisisContact,
            _ => Viewer.Leader,
        };
    }

    /// <summary>What stands in a check-in or a contact is not in a case, and there is nothing to take out.</summary>
    private static Escalation Without(Fact fact, Escalation seen) => fact switch
    {
        Fact.WantsContact => seen with { Subject = "" },
        Fact.Post => seen with { Context = seen.Context with { Post = "" } },
        Fact.ShiftTimes => seen with { Context = seen.Context with { Start = null, End = null } },
        Fact.Hostile => seen with { Context = seen.Context with { Hostile = null } },
        Fact.Hours => seen with { Context = seen.Context with { HoursThisWeek = 0, DaysInARow = 0 } },
        Fact.HadIncident => seen with { Context = seen.Context with { Incident = false } },
        Fact.ChangedAfterwards => seen with { Lowered = false },
        Fact.SharedNote => seen with { Note = null },
        Fact.WhoHasIt => seen with { Owner = null, OfferedTo = null },
        Fact.WhatWasDone => seen with { Done = null },
        Fact.OwnersLine => seen with { DoneNote = null },
        Fact.WhetherItHelped => seen with { Helped = null },
        Fact.EarlierRounds => seen with { History = [] },
        _ => seen,
    };

    private static IEnumerable<Words> Present(params IEnumerable<Words?> words) => words.OfType<Words>();
}
