using System.Diagnostics;
using CheckInBot.Bot.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CheckInBot.Bot.Telemetry;

/// <summary>
/// Sends measurements and traces by OTLP to the address of the settings, while the program runs. Of the framework those meters and sources are heard that name
/// no conversation: the addresses of the Connector do, so that its calls are measured here and their spans are the bot's own.
/// </summary>
/// <remarks>Begins before and ends after everything else, so that the last turns are sent too. A receiver that is away costs nothing but what it would have had.</remarks>
public sealed class TelemetryExport(TelemetrySettings settings) : IHostedService, IDisposable
{
    private static readonly string[] FrameworkMeters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private MeterProvider? meters;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var program = ResourceBuilder.CreateEmpty().AddService("checkinbot", serviceVersion: ProgramVersion.Text, serviceInstanceId: Guid.NewGuid().ToString("N"));
        meters = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(program)
            .AddMeter([MetricNames.Source, .. FrameworkMeters])
            .AddOtlpExporter((otlp, reader) =>
            {
                To(otlp, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Every.TotalMilliseconds;
                reader.PeriodicExportingMetricReaderOptions.ExportTimeoutMilliseconds = (int)Patience.TotalMilliseconds;
            })
            .Build();
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(program)
            // Whoever calls from outside has no say in what is recorded here.
            .SetSampler(new AlwaysOnSampler())
            .AddSource(MetricNames.Source, "Microsoft.AspNetCore")
            .AddProcessor(new NoAddresses())
            .AddOtlpExporter(otlp => To(otlp, "v1/traces"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(() =>
    {
        traces?.Shutdown((int)Patience.TotalMilliseconds);
        meters?.Shutdown((int)Patience.TotalMilliseconds);
    }, CancellationToken.None);

    public void Dispose()
    {
        traces?.Dispose();
        meters?.Dispose();
    }

    private void To(OtlpExporterOptions otlp, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri(settings.Address!, path);
        otlp.Headers = settings.Headers;
        otlp.TimeoutMilliseconds = (int)Patience.TotalMilliseconds;
        otlp.BatchExportProcessorOptions.ScheduledDelayMilliseconds = (int)Math.Min(5000, settings.Every.TotalMilliseconds);
        otlp.HttpClientFactory = () => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { Timeout = Patience };
    }

    /// <summary>What strangers write into an address or a header of a request stays here; the route says which door it was.</summary>
    private sealed class NoAddresses : BaseProcessor<Activity>
    {
        private static readonly string[] Dropped = ["url.path", "url.query", "url.full", "user_agent.original", "client.address", "network.peer.address", "server.address"];

        public override void OnEnd(Activity data)
        {
            foreach (var name in Dropped)
                data.SetTag(name, null);
            if (data.Source.Name != MetricNames.Source && data.GetTagItem("http.route") is null)
                data.DisplayName = data.GetTagItem("http.request.method") as string is "POST" or "GET" ? "request" : "other request";
        }
    }
}
