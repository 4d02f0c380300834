using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CheckInBot.Bot.Tests.Hosting;

/// <summary>Whatever the account answers, whoever moves an office reads a sentence.</summary>
public sealed class MoveRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("checkinbot-moverun-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(400, "PropertyValueTooLarge")]
    [InlineData(413, "RequestBodyTooLarge")]
    [InlineData(409, "TheRowDoesNotFit")]
    public async Task What_the_account_refuses_ends_in_a_sentence_with_table_and_code(int status, string code)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var account = builder.Build();
        account.Run(async c =>
        {
            c.Response.StatusCode = status;
            await c.Response.WriteAsync($"{{\"odata.error\":{{\"code\":\"{code}\",\"message\":{{\"value\":\"s3cr3t\"}}}}}}");
        });
        await account.StartAsync();
        var address = account.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var file = Path.Combine(folder.FullName, "bot.db");
        var settings = new StoreSettings(
            "Sqlite", file, $"UseDevelopmentStorage=true;TableEndpoint={address}/devstoreaccount1;QueueEndpoint={address}/devstoreaccount1;BlobEndpoint={address}/devstoreaccount1", null, "", null);
        await using (var source = settings.Sqlite())
            await source.Open([WordsVault.Table, OfficeMark.TableName]);
        StringWriter output = new(), errors = new();

        var done = await new MoveRun(settings, Cloud.Public, TimeProvider.System, output, errors, terminal: false).Run(new(Undo: false, Abandon: false), CancellationToken.None);

        Assert.Equal(1, done);
        Assert.Contains("That was not done:", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains($"Azure Tables answered {status} {code} to ", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains($"'{OfficeMark.TableName}'", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", errors.ToString(), StringComparison.Ordinal);
    }
}
