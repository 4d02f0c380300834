using System.Collections.Immutable;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A small hall on a real SQLite file with a pretend channel and a clock that stands still until it is moved.</summary>
internal sealed class Hall : IAsyncDisposable
{
    public static readonly DateTimeOffset Opening = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly EphemeralDataProtectionProvider KeyRing = new(NullLoggerFactory.Instance);
    private readonly string folder = Directory.CreateTempSubdirectory("hall").FullName;

    /// <param name="also">Somebody more on the roster.</param>
    /// <param name="shiftPost">A post that stands in no line of the people, only in a shift of tomorrow.</param>
    /// <param name="pace">How fast the channel may be asked.</param>
    /// <param name="others">More people on the roster.</param>
    /// <param name="more">Shifts beside those of Ann and Lee.</param>
    public Hall(Func<IStore, IStore>? around = null, Person? also = null, string? shiftPost = null, Func<ManualClock, ChannelPace>? pace = null, IReadOnlyList<Person>? others = null, params Shift[] more)
    {
        Pace = pace?.Invoke(Time) ?? new(null, Time, NullLogger<ChannelPace>.Instance);
        Clock = new BotClock(Time);
        Inner = new SqliteStore(Path.Combine(folder, "hall.db"), Time);
        Store = around?.Invoke(Inner) ?? Inner;
        var roster = new Roster.Roster(Store.Table("Roster"), Organisation(also, shiftPost, others, more));
        Roster = roster;
        var vault = Vault = new WordsVault(Store.Table(WordsVault.Table), KeyRing, Time);
        Sealing = new(vault, roster);
        var readers = Readers = new Readers(roster, Store.Table(FlowRows.TableName), vault, Clock, NullLogger<Readers>.Instance);
        var onDuty = OnDuty = new OnDuty(roster, new Caseloads(Store.Table(FlowRows.TableName)), Absences = new(roster, Store.Table(FlowRows.TableName)), OutOfReach = new(Store.Table(OutOfReach.TableName), Clock, Time));
        Looks = new(Store.Table(AccessLog.TableName), Clock);
        FlowRows? rows = null;
        IFlow[] flows =
        [
            new CheckInFlow(roster, onDuty, readers, Absences, () => rows!),
            new TrendFlow(),
            new EscalationFlow(roster, onDuty, readers, Absences),
            PersonNow = new PersonNowFlow(roster, onDuty, readers),
            new CaseloadFlow(),
            new ReviewFlow(roster, readers, Absences, () => rows!),
            new ContactFlow(roster, readers, Absences, Looks, () => rows!),
            new TeamChannelFlow(roster, readers, () => rows!),
            new ShiftEndsFlow(roster),
            new AuditFlow(readers),
            new AlertFlow(roster, onDuty, readers),
            new CoverFlow(roster, onDuty, Colleagues = new(roster, onDuty, Absences, () => rows!), readers),
            new StandInFlow(),
            new LeaveFlow(roster, readers),
            new ReinforcementFlow(roster, Colleagues, readers),
            new BoardFlow(),
            new IncidentFlow(roster, onDuty, readers, Numbers = new IncidentNumbers(Store.Table(ClockRun.TableName)), Store.Files, () => rows!),
            new StatementFlow(roster, onDuty, readers, Absences, () => rows!),
            Swaps = new SwapFlow(roster, Duty = new DutyCheck(roster, Absences), Absences, new ShiftChanges(Store.Table("Roster"), roster), Channels, new References(Store.Table(References.TableName)), readers, () => rows!, Time),
        ];
        var byKind = flows.ToDictionary(f => f.Kind, f => (IFlow)new WatchedFlow(f, Looks));
        rows = new FlowRows(Store.Table(FlowRows.TableName), byKind);
        Desk = new(roster, Duty, Swaps, readers, () => rows, Clock);
        Turns = new(Store, rows, byKind, Clock, NullLogger<Bot.Turns.Turns>.Instance);
        Outbox = new(Turns, Store.Table(FlowRows.TableName), byKind, new PacedChannel(Channel, Pace), readers.Moved, Pace, Clock, NullLogger<Outbox>.Instance);
        Turns.DeliverWith(Outbox);
        Run = new(Clock, Store.Table(ClockRun.TableName), Turns, NullLogger<ClockRun>.Instance);
        Parked = new(Store, Clock);
        Sweep = new(Store, Turns, Parked, Clock, NullLogger<Sweep>.Instance);
        Auditor = new(Turns, Roster, Parked, OutOfReach, Store, Clock, NullLogger<Auditor>.Instance);
    }

    public ManualClock Time { get; } = new(Opening);

    public BotClock Clock { get; }

    public PretendChannel Channel { get; } = new();

    /// <summary>Where nothing else is said nobody counts.</summary>
    public ChannelPace Pace { get; }

    public IStore Inner { get; }

    public IStore Store { get; }

    public Roster.Roster Roster { get; }

    public Readers Readers { get; }

    public WordsVault Vault { get; }

    public Sealing Sealing { get; }

    public OnDuty OnDuty { get; }

    public Absences Absences { get; }

    public Channels Channels => new(Store.Table(FlowRows.TableName));

    public FreeColleagues Colleagues { get; }

    public PersonNowFlow PersonNow { get; }

    public SwapFlow Swaps { get; }

    public SwapDesk Desk { get; }

    public WeekPictures Weeks => new(Roster, Readers, Clock);

    public DutyCheck Duty { get; }

    public IncidentNumbers Numbers { get; }

    public Bot.Turns.Turns Turns { get; }

    public Outbox Outbox { get; }

    public ClockRun Run { get; }

    public ParkedRecords Parked { get; }

    public AccessLog Looks { get; }

    public OutOfReach OutOfReach { get; }

    public Sweep Sweep { get; }

    public Auditor Auditor { get; }

    /// <summary>The check-in at the end of Ann's shift today.</summary>
    public static FlowKey AnnsCheckIn { get; } = CheckIn.KeyOf("ann", CheckIn.IdOf(Opening.AddHours(9)));

    /// <summary>The case that it opens.</summary>
    public static FlowKey AnnsCase { get; } = Escalation.KeyOf(Escalation.IdOf(AnnsCheckIn.Reference));

    /// <summary>One of the equal processes that listen to the queue.</summary>
    public QueuePump Pump(TimeProvider? clock = null) => new(Store, Turns, Parked, clock ?? Clock, NullLogger<QueuePump>.Instance);

    public async Task Open()
    {
        await Store.Open(Startup.Tables);
        await Roster.Load(CancellationToken.None);
        foreach (var team in Roster.Teams)
            await Turns.Take(new(ShiftEnds.KeyOf(team.Id), new Due()));
        await Turns.Take(new(Contact.KeyOf("ann"), new Consent("ann", [Purpose.CheckIn, Purpose.Escalation])));
        await Turns.Settled();
    }

    /// <summary>Instead of <see cref="Open"/>: begins with a copy of another hall's file as it is now, at the same moment.</summary>
    public async Task GoOnWith(Hall other)
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(other.folder, "hall.db")};Mode=ReadOnly;Pooling=False"))
        {
            connection.Open();
            using var copy = connection.CreateCommand();
            copy.CommandText = $"VACUUM INTO '{Path.Combine(folder, "hall.db")}'";
            copy.ExecuteNonQuery();
        }
        foreach (var file in Directory.CreateDirectory(Path.Combine(other.folder, "files")).GetFiles())
            file.CopyTo(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "files")).FullName, file.Name));
        Time.Advance(other.Time.GetUtcNow() - Time.GetUtcNow());
        await Store.Open(Startup.Tables);
        await Run.Restore(CancellationToken.None);
        await Roster.Load(CancellationToken.None);
    }

    /// <summary>Moves the clock; everything due on the way happens.</summary>
    public async Task Pass(TimeSpan by) => await Run.MoveTo(Clock.GetUtcNow() + by, CancellationToken.None);

    public async Task<TurnOutcome> Happens(FlowKey key, FlowEvent e)
    {
        var outcome = await Turns.Take(new(key, e));
        await Turns.Settled();
        return outcome;
    }

    public async Task<T?> State<T>(FlowKey key) where T : FlowState => (await Turns.Rows.Read(key, CancellationToken.None)).State as T;

    public async ValueTask DisposeAsync()
    {
        Run.Dispose();
        await Store.DisposeAsync();
        if (!ReferenceEquals(Store, Inner))
            await Inner.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public static Organisation Organisation(Person? also, string? shiftPost = null, IReadOnlyList<Person>? others = null, params Shift[] more)
    {
        Person Of(string id, Role role, string buddies = "") =>
            new(id, id, $"{id}@example.com", $"entra-{id}", Language.English, "hall", "W1", [role], [], "", buddies);
        Person[] people =
        [
            Of("ann", Role.Staff, "g1"), Of("ben", Role.Staff, "g1"), Of("lee", Role.Leader), Of("mia", Role.HallLeader),
            Of("gus", Role.Counsellor), Of("zoe", Role.Counsellor), Of("ada", Role.Admin),
            .. also is null ? [] : new[] { also },
            .. others ?? [],
        ];
        Shift Of2(string id, string person, double start, double end) => new(id, person, "hall", "W1", Opening.AddHours(start), Opening.AddHours(end));
        var chains = ImmutableSortedDictionary<Route, ImmutableArray<ChainStep>>.Empty
            .Add(Route.Leader, [new(StepRole.Leader, true), new(StepRole.HallLeader, false)])
            .Add(Route.Counsellor, [new(StepRole.Counsellor, false)])
            .Add(Route.Buddy, [new(StepRole.Buddy, false, Everyone: true)])
            .Add(Route.CrisisContact, [new(StepRole.CrisisContact, false)]);
        var paces = ImmutableSortedDictionary<Urgency, Pace>.Empty
            .Add(Urgency.Immediate, new(TimeSpan.FromMinutes(2), false, 1))
            .Add(Urgency.High, new(TimeSpan.FromMinutes(15), false, 1))
            .Add(Urgency.Normal, new(TimeSpan.FromHours(4), true, 1));
        var urgencies = Enum.GetValues<Cause>().ToImmutableSortedDictionary(c => c, c => c switch
        {
            Cause.PersonNow => Urgency.Immediate,
            Cause.Offer => Urgency.Normal,
            _ => Urgency.High,
        });
        var policy = new Policy(
            new CheckInPolicy(5, 1, TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12), 3, new(4, 3), new(10, 20, 1.5m, 0.5m, 2, 3), ["queue"]),
            new EscalationPolicy(chains, paces, urgencies, 2, TimeSpan.FromHours(4), TimeSpan.FromMinutes(10), TimeSpan.FromHours(24), TimeSpan.FromDays(3)),
            ["gus", "zoe"],
            new Dictionary<string, Hotline> { ["EU"] = new("EU", ["112"], "116 123", new(2026, 11, 1), "test") })
        {
            Sos = new(
                TimeSpan.FromSeconds(60),
                TimeSpan.FromSeconds(10),
                [
                    new([Callee.DutyLeader, Callee.Security, Callee.Buddies], TimeSpan.FromSeconds(30)),
                    new([Callee.HallLeader, Callee.Leaders], TimeSpan.FromSeconds(30)),
                    new([Callee.OnDuty], TimeSpan.FromSeconds(30)),
                ],
                TimeSpan.FromMinutes(1),
                TimeSpan.FromMinutes(10),
                TimeSpan.FromHours(4)),
            Cover = CoverPolicy.Shipped with { PeakPost = ["gus", "zoe"] },
            Review = ReviewPolicy.Shipped with { Handlers = ["gus"] },
        };
        return new([new("hall", "Hall", "Asia/Shanghai", "EU")], people, [Of2("s1", "ann", 0, 9), Of2("s2", "lee", 0, 12), Of2("s3", "ann", 24, 33) with { Post = shiftPost ?? "W1" }, .. more], [], policy);
    }
}
