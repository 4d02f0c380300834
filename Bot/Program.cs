using CheckInBot.Bot.Checks;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.LocalChat;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Bot.Turns;

var builder = WebApplication.CreateBuilder(args);
var root = builder.Environment.ContentRootPath;
var development = builder.Environment.IsDevelopment();

var bot = BotSettings.Read(builder.Configuration);
if (PackageCommand.IsMeant(args))
{
    var (package, unfit) = PackageCommand.Read(args, bot.AppId);
    return StartCheck.Passes(unfit) ? TeamsPackage.Write(package!, Console.Out) : 1;
}
var storage = StoreSettings.Read(builder.Configuration, root);
var delivery = DeliverySettings.Read(builder.Configuration, bot);
var limits = LimitSettings.Read(builder.Configuration, bot);
var telemetry = TelemetrySettings.Read(builder.Configuration);
var orgFolder = Path.GetFullPath(builder.Configuration["Org:Folder"] ?? "../org/demo", root);
IReadOnlyList<string> settings = [.. bot.Faults(development), .. storage.Faults(bot.Cloud, development), .. delivery.Faults(), .. limits.Faults(), .. telemetry.Faults()];
if (InstallationCheck.IsMeant(args))
    return await new InstallationCheck(builder.Environment.EnvironmentName, bot, storage, settings, orgFolder, TimeProvider.System).Run(Console.Out, CancellationToken.None);
// A store that is named wrongly cannot be opened, but the files may be wrong too: all is told at once.
if (settings.Count > 0 && !StartCheck.Passes([.. settings, .. OrgFolder.Read(orgFolder, TimeProvider.System.GetUtcNow()).Faults.Select(f => f.ToString())]))
    return 1;

var (export, misread) = ExportCommand.IsMeant(args) ? ExportCommand.Read(args) : (null, []);
var (files, unclear) = FilesCommand.IsMeant(args) ? FilesCommand.Read(args) : (null, []);
var (import, notImport) = ImportCommand.IsMeant(args) ? ImportCommand.Read(args) : (null, []);
var (move, notMove) = MoveCommand.IsMeant(args) ? MoveCommand.Read(args) : (null, []);
var (backup, notBackup) = BackupCommand.IsMeant(args) ? BackupCommand.Read(args) : (null, []);
var rotate = RotateCommand.IsMeant(args);
if (!StartCheck.Passes([.. rotate ? RotateCommand.Faults(args) : [], .. misread, .. unclear, .. notImport, .. notMove, .. notBackup]))
    return 1;
if (backup is not null)
    return await new BackupRun(storage, bot.Cloud, TimeProvider.System, Console.Out, Console.Error, !Console.IsErrorRedirected).Run(backup, CancellationToken.None);
if (move is not null)
    return await new MoveRun(storage, bot.Cloud, TimeProvider.System, Console.Out, Console.Error, !Console.IsErrorRedirected).Run(move, CancellationToken.None);

await using var store = storage.Make(bot.Cloud);
var imports = new RosterImports(store, orgFolder);
Organisation? organisation;
try
{
    await store.Open(Startup.Tables);
    var now = TimeProvider.System.GetUtcNow();
    if ((await StoreShape.WhyNot(store.Table(ClockRun.TableName), ProgramVersion.Text, CancellationToken.None) ?? await OfficeMark.WhyNot(store, now, CancellationToken.None)) is { } whyNot)
    {
        StartCheck.Passes([whyNot]);
        return 1;
    }
    await StoreShape.Begin(store.Table(ClockRun.TableName), ProgramVersion.Text, now, CancellationToken.None);
    if (import is not null)
        return await new ImportRun(imports, TimeProvider.System, Console.Out, Console.Error, !Console.IsErrorRedirected).Run(import, CancellationToken.None);
    await imports.Finish(null, CancellationToken.None);
    (organisation, var faults) = await imports.Read(TimeProvider.System.GetUtcNow(), CancellationToken.None);
    if (!StartCheck.Passes([.. faults.Select(f => f.ToString())]))
        return 1;
}
catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException)
{
    StartCheck.Passes([e.Message]);
    return 1;
}

builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddTelemetry(telemetry);
builder.Services.AddStore(store, storage.KeyRing);
builder.Services.AddRoster(organisation!, imports);
builder.Services.AddFlows();
builder.Services.AddInstances(delivery);
builder.Services.AddTurns();
builder.Services.AddBotProtocol(bot, development, delivery.PerSecond, TimeProvider.System, Random.Shared.NextDouble);
builder.Services.AddListening(bot, limits, development);

await using var app = builder.Build();
ClockAgreement.Tell(store, app.Logger);
app.Services.GetRequiredService<Turns>().DeliverWith(app.Services.GetRequiredService<Outbox>());
try
{
    if (rotate)
        return await RotateCommand.Run(app.Services, Console.Out, CancellationToken.None);
    if (export is not null)
        return await app.Services.GetRequiredService<Startup>().Export(export, app.Services.GetRequiredService<IncidentExport>(), CancellationToken.None);
    if (files is not null)
        return await app.Services.GetRequiredService<Startup>().GiveOut(files, app.Services.GetRequiredService<FilesFolder>(), CancellationToken.None);
    await app.Services.GetRequiredService<Startup>().Run(CancellationToken.None);
}
catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException)
{
    StartCheck.Passes([e.Message]);
    return 1;
}

app.MapBotMessages();
app.MapHealth(app.Services.GetRequiredService<Readiness>());
if (development)
{
    var clock = app.Services.GetRequiredService<BotClock>();
    var roster = app.Services.GetRequiredService<Roster>();
    app.MapClock(clock, app.Services.GetRequiredService<ClockRun>(), roster, app.Services.GetRequiredService<RetentionPass>().Once);
    LocalChatRoutes.Map(app, new()
    {
        People = () => roster.People,
        Teams = () => roster.Teams,
        Table = app.Services.GetRequiredService<IStore>().Table(LocalChatOptions.TableName),
        Now = clock.GetUtcNow,
    });
}
await app.RunAsync();
return 0;
