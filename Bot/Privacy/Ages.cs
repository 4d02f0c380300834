using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Privacy;

/// <summary>What age does to a record.</summary>
public static class Ages
{
    /// <summary>The record as it may be kept at that moment: itself where nothing is too old, null where all of it is.</summary>
    public static FlowState? Kept(FlowState state, RetentionPolicy keep, DateTimeOffset at) => state switch
    {
        CheckIn c when c.IsOpen || c.NextAt is not null => c,
        CheckIn c when Old(c.Since, keep.Answers, at) => null,
        CheckIn { Answer: { } answer } c when (answer.Note is not null || answer.Named is not null) && Old(c.AnsweredAt ?? c.Since, keep.FreeText, at) => c with { Answer = answer with { Note = null, Named = null, ShareNote = false } },
        Trend t when t.Entries.Any(e => Old(e.At, keep.Answers, at)) => t with { Entries = [.. t.Entries.Where(e => !Old(e.At, keep.Answers, at))] },
        Escalation { IsOver: false } => state,
        Escalation c when Old(c.Since, keep.Cases, at) => null,
        Escalation c when Old(c.Since, keep.FreeText, at) && HasWords(c) => c with { Note = null, DoneNote = null, Named = [], History = [.. c.History.Select(h => h with { Note = null })] },
        Alert { IsOver: false } => state,
        Alert a when Old(a.Since, keep.Cases, at) => null,
        Alert { Named.IsEmpty: false } a when Old(a.Since, keep.FreeText, at) => a with { Named = [] },
        Swap s when s.IsOpen || s.Phase == SwapPhase.Reverting || s.NextAt is not null => s,
        Swap s when Old(s.Since, keep.Swaps, at) => null,
        Swap { Reason: not null } s when Old(s.Since, keep.FreeText, at) => s with { Reason = null },
        Cover c => c.IsOver && Old(c.Since, keep.Covers, at) ? null : c,
        Reinforcement r => r.IsOver && Old(r.Since, keep.Covers, at) ? null : r,
        // A draft that was never sent, or was thrown away, is somebody's words and no duty's.
        Incident { Phase: not IncidentPhase.Reported } i => i.NextAt is null && Old(i.BegunAt, keep.FreeText, at) ? null : i,
        Incident i when Old(i.ReportedAt ?? i.BegunAt, keep.Incidents, at) => null,
        // What was sent stays; a change of it that was never sent is a draft like any other.
        Incident { Editing: true } i when Old(i.DraftAt ?? i.ReportedAt ?? i.BegunAt, keep.FreeText, at) => i with { Editing = false, Draft = new(), DraftAt = null, Gap = false },
        Review r => r.Phase == ReviewPhase.Closed && Old(r.Incident.ReportedAt, keep.Incidents, at) ? null : r,
        Statement s when Old(s.AskedAt, keep.Incidents, at) => null,
        Statement { Answers.IsEmpty: false } s when s.NextAt is null && Old(s.Answers[^1].At, keep.Answers, at) => s with { Answers = [] },
        Statement { Draft: not null, Phase: not StatementPhase.Open } s when Old(s.AskedAt, keep.FreeText, at) => s with { Draft = null },
        _ => state,
    };

    private static bool HasWords(Escalation c) => c.Note is not null || c.DoneNote is not null || !c.Named.IsEmpty || c.History.Any(h => h.Note is not null);

    private static bool Old(DateTimeOffset since, int days, DateTimeOffset at) => at - since > TimeSpan.FromDays(days);
}
