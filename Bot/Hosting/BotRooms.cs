using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Bot.Turns;
using Microsoft.AspNetCore.DataProtection;

namespace CheckInBot.Bot.Hosting;

/// <summary>Puts the rooms of the bot together.</summary>
public static class BotRooms
{
    // Part of what the key ring seals: another name opens nothing.
    private const string Application = "CheckInBot";

    /// <summary>The people's keys of a store with the key ring that wraps them; makes no new one.</summary>
    public static WordsVault KeysOf(IStore store, string keyRing) => new(store.Table(WordsVault.Table), Read(keyRing), TimeProvider.System);

    private static IDataProtectionProvider Read(string keyRing) =>
        DataProtectionProvider.Create(new DirectoryInfo(keyRing), ring => ring.SetApplicationName(Application).DisableAutomaticKeyGeneration());

    /// <summary>What is measured leaves only where the operator has named a receiver. First of all that is hosted: it stops last.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetrySettings telemetry)
    {
        if (telemetry.Address is not null)
        {
            services.AddHostedService(_ => new TelemetryExport(telemetry));
            services.AddHostedService(p => p.GetRequiredService<Readiness>());
        }
        return services;
    }

    public static IServiceCollection AddStore(this IServiceCollection services, IStore store, string keyRing)
    {
        services.AddDataProtection().SetApplicationName(Application).PersistKeysToFileSystem(new DirectoryInfo(keyRing));
        services.AddSingleton(store);
        services.AddSingleton(p => p.GetRequiredService<IStore>().Files);
        services.AddSingleton(new DestroyedKeys(keyRing));
        services.AddSingleton(p => new SharedKeyRing(p.GetRequiredService<IDataProtectionProvider>(), () => Read(keyRing), TimeProvider.System));
        services.AddSingleton(p => new WordsVault(p.GetRequiredService<IStore>().Table(WordsVault.Table), p.GetRequiredService<SharedKeyRing>(), TimeProvider.System, p.GetRequiredService<DestroyedKeys>()));
        return services;
    }

    public static IServiceCollection AddRoster(this IServiceCollection services, Roster.Organisation organisation, RosterImports imports)
    {
        services.AddSingleton(imports);
        services.AddSingleton(p => new Roster.Roster(p.GetRequiredService<IStore>().Table(Startup.RosterTable), organisation));
        services.AddSingleton(p => new Roster.ShiftChanges(p.GetRequiredService<IStore>().Table(Startup.RosterTable), p.GetRequiredService<Roster.Roster>()));
        services.AddSingleton<MissingLists>();
        services.AddSingleton<FewHandlers>();
        services.AddSingleton<HeldShifts>();
        services.AddHostedService(p => p.GetRequiredService<MissingLists>());
        return services;
    }

    public static IServiceCollection AddFlows(this IServiceCollection services)
    {
        services.AddSingleton(p => new Caseloads(p.GetRequiredService<IStore>().Table(FlowRows.TableName)));
        services.AddSingleton(p => new Channels(p.GetRequiredService<IStore>().Table(FlowRows.TableName)));
        services.AddSingleton(p => new Absences(p.GetRequiredService<Roster.Roster>(), p.GetRequiredService<IStore>().Table(FlowRows.TableName)));
        services.AddSingleton<OnDuty>();
        services.AddSingleton(p => new Readers(
            p.GetRequiredService<Roster.Roster>(), p.GetRequiredService<IStore>().Table(FlowRows.TableName), p.GetRequiredService<WordsVault>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<Readers>>()));
        services.AddSingleton<PersonNowFlow>();
        services.AddSingleton<IFlow>(p => p.GetRequiredService<PersonNowFlow>());
        services.AddSingleton<IFlow, CheckInFlow>();
        services.AddSingleton<IFlow, TrendFlow>();
        services.AddSingleton<IFlow, EscalationFlow>();
        services.AddSingleton<IFlow, CaseloadFlow>();
        services.AddSingleton<IFlow, LeaveFlow>();
        services.AddSingleton<IFlow, ReviewFlow>();
        services.AddSingleton<IncidentExport>();
        services.AddSingleton<IncidentFiles>();
        services.AddSingleton<FilesFolder>();
        services.AddSingleton<HotSpotPictures>();
        services.AddSingleton(p => new ReachLists(
            p.GetRequiredService<Roster.Roster>(), p.GetRequiredService<Readers>(), p.GetRequiredService<OutOfReach>(), p.GetRequiredService<AccessLog>(), p.GetRequiredService<RetentionPass>().Last));
        services.AddSingleton<StatusLists>();
        services.AddSingleton<IFlow, ContactFlow>();
        services.AddSingleton<IFlow, TeamChannelFlow>();
        services.AddSingleton<IFlow, ShiftEndsFlow>();
        services.AddSingleton<IFlow, AuditFlow>();
        services.AddSingleton<IFlow, AlertFlow>();
        services.AddSingleton<FreeColleagues>();
        services.AddSingleton<IFlow, CoverFlow>();
        services.AddSingleton<IFlow, StandInFlow>();
        services.AddSingleton<IFlow, ReinforcementFlow>();
        services.AddSingleton(p => new IncidentNumbers(p.GetRequiredService<IStore>().Table(ClockRun.TableName)));
        services.AddSingleton<IFlow, IncidentFlow>();
        services.AddSingleton<IFlow, StatementFlow>();
        services.AddSingleton<DutyCheck>();
        services.AddSingleton(p => new AccessLog(p.GetRequiredService<IStore>().Table(AccessLog.TableName), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SwapFlow>();
        services.AddSingleton<IFlow>(p => p.GetRequiredService<SwapFlow>());
        services.AddSingleton<SwapDesk>();
        services.AddSingleton<WeekPictures>();
        services.AddSingleton<IReadOnlyDictionary<string, IFlow>>(p => p.GetServices<IFlow>().ToDictionary(f => f.Kind, f => (IFlow)new WatchedFlow(f, p.GetRequiredService<AccessLog>()), StringComparer.Ordinal));
        return services;
    }

    /// <summary>Where the channel's limit is shared: begins before anything is sent, and ends after the last delivery.</summary>
    public static IServiceCollection AddInstances(this IServiceCollection services, DeliverySettings delivery)
    {
        if (delivery.PerSecond is not null)
            services.AddHostedService(p => new LiveInstances(p.GetRequiredService<IStore>().Table(ClockRun.TableName), p.GetRequiredService<ChannelPace>(), TimeProvider.System, p.GetRequiredService<ILogger<LiveInstances>>()));
        return services;
    }

    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddSingleton(new BotClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(p => p.GetRequiredService<BotClock>());
        services.AddSingleton(p => new References(p.GetRequiredService<IStore>().Table(References.TableName)));
        services.AddSingleton(p => new OutOfReach(p.GetRequiredService<IStore>().Table(OutOfReach.TableName), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICardDelivery, CardDelivery>();
        services.AddSingleton(p => new FlowRows(p.GetRequiredService<IStore>().Table(FlowRows.TableName), p.GetRequiredService<IReadOnlyDictionary<string, IFlow>>()));
        services.AddSingleton<ParkedRecords>();
        services.AddSingleton<Func<FlowRows>>(p => p.GetRequiredService<FlowRows>);
        services.AddSingleton<Turns.Turns>();
        services.AddSingleton<Func<Turns.Turns>>(p => p.GetRequiredService<Turns.Turns>);
        services.AddSingleton(p => new Outbox(
            p.GetRequiredService<Turns.Turns>(),
            p.GetRequiredService<IStore>().Table(FlowRows.TableName),
            p.GetRequiredService<IReadOnlyDictionary<string, IFlow>>(),
            p.GetRequiredService<ICardDelivery>(),
            p.GetRequiredService<Readers>().Moved,
            p.GetRequiredService<ChannelPace>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<Outbox>>()));
        services.AddSingleton(p => new ClockRun(
            p.GetRequiredService<BotClock>(), p.GetRequiredService<IStore>().Table(ClockRun.TableName), p.GetRequiredService<Turns.Turns>(), p.GetRequiredService<ILogger<ClockRun>>()));
        // Hosted services stop in reverse order, the server first of all.
        services.AddHostedService<LastDeliveries>();
        services.AddSingleton<QueuePump>();
        services.AddHostedService(p => p.GetRequiredService<QueuePump>());
        services.AddHostedService<Sweep>();
        services.AddSingleton<Auditor>();
        services.AddHostedService(p => p.GetRequiredService<Auditor>());
        return services;
    }

    public static IServiceCollection AddListening(this IServiceCollection services, BotSettings bot, LimitSettings limits, bool development)
    {
        if (bot.HasAppId)
            services.AddSingleton(p => new VouchedAddresses(p.GetRequiredService<IStore>().Table(ClockRun.TableName), p.GetRequiredService<SharedKeyRing>()));
        services.AddSingleton(p => new Callers(p.GetRequiredService<Roster.Roster>(), bot.TenantId, development));
        services.AddSingleton<Acquaintance>();
        services.AddSingleton<Sealing>();
        services.AddSingleton<Presses>();
        services.AddSingleton<ForeignPresses>();
        services.AddSingleton<TypedWords>();
        services.AddSingleton<CoverWords>();
        services.AddSingleton<Answers>();
        services.AddSingleton<AdministratorCards>();
        services.AddSingleton<PressAnswers>();
        services.AddSingleton<InChannels>();
        services.AddSingleton<SosCalls>();
        services.AddSingleton<FilePlaces>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<RosterFiles>();
        services.AddSingleton<Holdings>();
        services.AddSingleton(p => new ReportFiles(p.GetRequiredService<IncidentFiles>(), p.GetRequiredService<Func<FlowRows>>()));
        services.AddSingleton(p => new PersonExport(
            p.GetRequiredService<Holdings>(), p.GetRequiredService<Roster.Roster>(), p.GetRequiredService<Readers>(), p.GetRequiredService<WordsVault>(), p.GetRequiredService<ReportFiles>(), p.GetRequiredService<References>(),
            p.GetRequiredService<OutOfReach>(), p.GetRequiredService<AccessLog>(), p.GetRequiredService<IStore>().Table(Startup.RosterTable), bot.Cloud.TakesFiles, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new ReadyCopies(p.GetRequiredService<PersonExport>().Make, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<CopyDelivery>(p, bot.Cloud.TakesFiles));
        services.AddHostedService(p => p.GetRequiredService<CopyDelivery>());
        services.AddSingleton<Endings>();
        services.AddSingleton<ForgetPresses>();
        services.AddSingleton<DataDesk>();
        services.AddSingleton<KeptWords>();
        services.AddSingleton<RecordRewrite>();
        services.AddSingleton<RetentionPass>();
        services.AddHostedService(p => p.GetRequiredService<RetentionPass>());
        services.AddSingleton<Leavers>();
        services.AddHostedService(p => p.GetRequiredService<Leavers>());
        services.AddSingleton<Forgotten>();
        services.AddSingleton(p => new Forgetting(
            p.GetRequiredService<IStore>().Table(Forgetting.TableName), p.GetRequiredService<Holdings>(), p.GetRequiredService<Endings>(), p.GetRequiredService<Forgotten>(), p.GetRequiredService<WordsVault>(),
            p.GetRequiredService<References>(), p.GetRequiredService<OutOfReach>(), p.GetRequiredService<AccessLog>(), p.GetRequiredService<Readers>(), p.GetRequiredService<Roster.Roster>(),
            p.GetRequiredService<ICardDelivery>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<Forgetting>>()));
        services.AddHostedService(p => p.GetRequiredService<Forgetting>());
        services.AddSingleton<DeletionsBefore>();
        services.AddSingleton<RosterWatch>();
        services.AddHostedService(p => p.GetRequiredService<RosterWatch>());
        services.AddHostedService(p => new OrphanFiles(p.GetRequiredService<IFiles>(), p.GetRequiredService<Func<FlowRows>>(), TimeProvider.System, p.GetRequiredService<ILogger<OrphanFiles>>()));
        services.AddSingleton(new Haste(limits.PerPerson, limits.PerConversation, TimeProvider.System));
        services.AddSingleton(new Urgent(TimeProvider.System));
        services.AddSingleton<ActivityListener>();
        services.AddSingleton<IActivityHandler>(p => ActivatorUtilities.CreateInstance<FrontDoor>(p, p.GetRequiredService<ActivityListener>()));
        services.AddSingleton<Startup>();
        services.AddSingleton(p => new Readiness(
            p.GetRequiredService<IStore>(), p.GetRequiredService<QueuePump>(), p.GetRequiredService<Roster.Roster>(), p.GetRequiredService<RosterImports>(), p.GetRequiredService<RosterWatch>(),
            p.GetRequiredService<WordsVault>(), p.GetService<IConnectorCredential>(), p.GetRequiredService<ParkedRecords>(), p.GetRequiredService<Auditor>(), TimeProvider.System, p.GetRequiredService<ILogger<Readiness>>()));
        return services;
    }
}
