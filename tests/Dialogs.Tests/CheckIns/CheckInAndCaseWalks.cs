using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Tests.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>Agreement, check-ins, trend, cases and caseloads together: whatever comes late or twice, at rest they say the same.</summary>
public sealed class CheckInAndCaseWalks
{
    [Fact]
    public void When_everything_has_arrived_all_say_the_same() => Walks.Each(1500, (random, story) =>
    {
        var week = new LinsWeek(random);
        week.Happens(week.Contact.Key, new Consent(Hall.Lin, [Purpose.CheckIn, Purpose.Escalation]));
        var told = new Ledger();
        for (var n = 0; n < 60; n++)
        {
            week.Now += random.Any([TimeSpan.FromTicks(1), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20)]);
            week.Policy = random.Once(10) ? random.Any([Hall.Cases, CaseLife.Changed]) : week.Policy;
            var day = week.CheckIns.Count;
            if (day == 0 || (day < 3 && random.Once(20)))
                week.Evening(day);
            else if (random.Once(3))
                week.Carry();
            else
                Somebody(random, week, told, story);
            if (!random.Once(12))
                continue;
            week.Settle();
            story.Add(() => "all has arrived");
            Agrees(week, told);
        }
        week.Settle();
        Agrees(week, told);
    });

    /// <summary>What Lin was told, to hold the records against.</summary>
    private sealed class Ledger
    {
        /// <summary>The note that whoever looks in may read, by check-in.</summary>
        public Dictionary<string, Words?> Shared { get; } = [];

        /// <summary>Cases with which Lin herself went on by their own cards, since the agreement was last taken back.</summary>
        public HashSet<string> ByHand { get; } = [];

        /// <summary>Cases that Lin ever turned elsewhere by their own cards.</summary>
        public HashSet<string> Turned { get; } = [];

        /// <summary>Cases that were at rest once: what is lowered then is not told.</summary>
        public HashSet<string> Rested { get; } = [];

        /// <summary>When each note was sent last, by its seal.</summary>
        public Dictionary<string, DateTimeOffset> Notes { get; } = [];

        public DateTimeOffset? ErasedUpTo { get; set; }
    }

    private static void Somebody(Random random, LinsWeek week, Ledger told, List<Func<string>> story)
    {
        var (key, e) = Happening(random, week, told);
        var (when, agreed) = (week.Now, week.Contact.Agrees(Purpose.Escalation));
        story.Add(() => $"{when:dd HH:mm:ss} {key.Kind} {key.Id} {e}");
        if (e is Answered)
            Does(new Edit(Hall.Lin));
        Does(e);
        if (e is EraseAnswers)
            Does(new EraseAnswers(Hall.Lin, true));
        if (agreed && !week.Contact.Agrees(Purpose.Escalation))
            told.ByHand.Clear();
        if (e is OtherRoute or ReturnVisit { Helped: false })
            told.ByHand.UnionWith([key.Owner]);
        if (e is OtherRoute)
            told.Turned.Add(key.Owner);
        told.ErasedUpTo = week.Contact.Erasing?.BegunAt ?? told.ErasedUpTo;

        void Does(FlowEvent what)
        {
            var sends = week.CheckIns.GetValueOrDefault(key.Id)?.Sends;
            week.Happens(key, what);
            told.Rested.UnionWith(week.Cases.Values.Where(c => c.IsOver).Select(c => c.Id));
            if (week.CheckIns.GetValueOrDefault(key.Id) is not { } now || now.Sends == sends)
                return;
            // Who takes an offer sends the same note again.
            if (now.Answer!.Note is { } note)
                told.Notes[note.Seal] = week.Now;
            told.Shared[key.Id] = now is { Case: not null, Stopped: false, Went: not Outlook.NotAgreed, Answer.ShareNote: true } && week.Contact.Agrees(Purpose.Escalation) ? now.Answer.Note : null;
        }
    }

    private static (FlowKey Key, FlowEvent Event) Happening(Random random, LinsWeek week, Ledger told)
    {
        var checkIn = random.Any([.. week.CheckIns.Values]);
        var open = week.Cases.Count > 0 ? random.Any([.. week.Cases.Values]) : null;
        var due = week.FallsDue.ToList();
        return random.Next(16) switch
        {
            0 => (week.Contact.Key, new Consent(Hall.Lin, [.. Enum.GetValues<Purpose>().Where(_ => random.Once(2))])),
            1 or 2 => (week.Contact.Key, new Consent(Hall.Lin, [Purpose.CheckIn, Purpose.Escalation])),
            3 when random.Once(3) => (week.Contact.Key, new EraseAnswers(Hall.Lin, null)),
            4 => (checkIn.Key, random.Any<FlowEvent>([new Skip(Hall.Lin, random.Once(2)), new AskLater(Hall.Lin), new Edit(Hall.Lin), new Pulled(null)])),
            5 => (checkIn.Key, new Typed(Hall.Lin, Says(random, week, told))),
            6 => (checkIn.Key, new TypedSend(Hall.Lin)),
            7 => (checkIn.Key, new OfferAccepted(Hall.Lin, random.Any(Enum.GetValues<Helper>()))),
            8 or 9 when open is { Readers.Length: > 0 } => (open.Key, new Take(random.Any(open.Readers))),
            10 when open is { Owner: { } owner } => (open.Key, random.Once(3) ? new HandOver(owner, random.Any(Hall.Names)) : new Resolve(owner, Done.Talked, null)),
            11 when open is { OfferedTo: { } to } => (open.Key, new AcceptHandOver(to)),
            11 when open is not null => (open.Key, random.Once(3) ? new OtherRoute(Hall.Lin, random.Any([Route.Leader, Route.Counsellor])) : new ReturnVisit(Hall.Lin, random.Once(2))),
            12 or 13 when due.Count > 0 => (random.Any(due), new Due()),
            _ => (checkIn.Key, new Answered(Hall.Lin, Says(random, week, told))),
        };
    }

    private static Answer Says(Random random, LinsWeek week, Ledger told)
    {
        var note = random.Once(3) ? null : new Words(Hall.Lin, $"seal of note {told.Notes.Count}.");
        if (note is not null)
            told.Notes[note.Seal] = week.Now;
        return new()
        {
            Stress = random.Next(3, 6),
            Help = random.Any(Enum.GetValues<Helper>()),
            Note = note,
            Named = note is null ? null : new Words(Hall.Lin, $"names {random.Next(3)}"),
            ShareNote = note is not null && random.Once(2),
        };
    }

    private static void Agrees(LinsWeek week, Ledger told)
    {
        foreach (var checkIn in week.CheckIns.Values)
        {
            var opened = week.Sent.Where(s => s.From == checkIn.Key && s.Signal.Event is Opened).Distinct().ToList();
            Assert.Equal(checkIn.Case is null ? 0 : 1, opened.Count);
            Assert.True(checkIn.Answer is null || week.Trend.Entries.Any(e => (e.CheckIn, e.Sends) == (checkIn.Id, checkIn.Sends)), "the trend does not know the last answer");
            if (checkIn.Case is null)
                continue;
            var open = week.Cases[checkIn.Case];
            var erased = checkIn.Answer is null;
            Assert.Equal(checkIn.Stopped || erased ? null : told.Shared[checkIn.Id], open.Note);
            Assert.True(!erased || open.Phase is not (CasePhase.Closed or CasePhase.Withdrawn) || open.Named.IsEmpty, "names of answers that were deleted");
            if (checkIn.Stopped)
                Assert.True(open.Phase is CasePhase.Withdrawn or CasePhase.Closed || told.ByHand.Contains(open.Id), "taken back, and the case goes on");
            else
                Assert.NotEqual(CasePhase.Withdrawn, open.Phase);
            var asks = checkIn.Went is Outlook.Buddy or Outlook.Leader or Outlook.Counsellor;
            if (!told.Turned.Contains(open.Id) && !erased)
            {
                Assert.True(!asks || open.Route.ToString() == checkIn.Went.ToString(), "the case goes another way than the receipt says");
                Assert.True(asks != open.Lowered || checkIn.Stopped || told.Rested.Contains(open.Id), "the case does not know that the answer was lowered, or raised");
            }
        }
        Assert.Equal(week.CheckIns.Values.Count(c => c.Case is not null), week.Cases.Count);

        if (!week.Contact.Agrees(Purpose.Escalation))
            Assert.All(week.Cases.Values, c => Assert.True(c.Phase is CasePhase.Withdrawn or CasePhase.Closed || told.ByHand.Contains(c.Id), "without agreement a case goes on"));
        if (!week.Contact.Agrees(Purpose.CheckIn))
            Assert.DoesNotContain(week.CheckIns.Values, c => c.Phase is CheckInPhase.Asked or CheckInPhase.Postponed && c.Draft.IsEmpty && c.Since < week.Contact.ChosenAt);

        if (told.ErasedUpTo is { } upTo)
        {
            Assert.All(week.CheckIns.Values, c => Assert.True(c.Answer is null || c.AnsweredAt > upTo, "an answer that was deleted"));
            Assert.All(week.Trend.Entries, e => Assert.True(e.At > upTo, "a day that was deleted"));
            var everything = week.Everything;
            Assert.DoesNotContain(told.Notes.Where(n => n.Value <= upTo), n => everything.Contains(n.Key, StringComparison.Ordinal));
        }
        Assert.Equal(
            week.Cases.Values.Where(c => c.Phase == CasePhase.Taken).Select(c => (c.Owner!, c.Id)).Order(),
            week.Loads.Values.SelectMany(load => load.Open.Select(t => (load.Person, t.Case))).Order());
    }
}
