namespace CheckInBot.EndToEnd.Tests;

/// <summary>A program that cannot do its work says so and ends, before it takes a single activity.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_broken_organisation_stops_the_start_with_every_fault_by_file_and_line()
    {
        using var organisation = new DemoOrganisation();
        var people = File.ReadAllLines(organisation.PeopleFile);
        people[2] = people[2].Replace("zh-CN", "klingon", StringComparison.Ordinal);
        people[4] = people[4].Replace(",hall,", ",nowhere,", StringComparison.Ordinal);
        File.WriteAllLines(organisation.PeopleFile, people);
        File.AppendAllText(Path.Combine(organisation.Folder, "shifts.csv"), "odd,nobody,hall,1,soon,later,\n");
        File.WriteAllText(Path.Combine(organisation.Folder, "policy.json"), "{");
        await using var bot = new BotProcess(organisation.Folder);
        Assert.Equal(1, await bot.RunToItsEnd());
        var shiftLine = File.ReadAllLines(Path.Combine(organisation.Folder, "shifts.csv")).Length;
        Assert.Matches("people\\.csv\\D*3\\b", bot.StandardError);
        Assert.Matches("people\\.csv\\D*5\\b", bot.StandardError);
        Assert.Matches($"shifts\\.csv\\D*{shiftLine}\\b", bot.StandardError);
        Assert.Matches("policy\\.json", bot.StandardError);
        SaysItKindly(bot);
    }

    [Fact]
    public async Task Only_development_starts_without_an_app_id()
    {
        using var organisation = new DemoOrganisation();
        await using var bot = new BotProcess(organisation.Folder, new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" });
        Assert.Equal(1, await bot.RunToItsEnd());
        Assert.Contains("Bot:AppId", bot.StandardError, StringComparison.Ordinal);
        SaysItKindly(bot);
    }

    [Fact]
    public async Task Every_wrong_setting_is_named_at_once()
    {
        using var organisation = new DemoOrganisation();
        await using var bot = new BotProcess(organisation.Folder, new Dictionary<string, string> { ["Storage__Provider"] = "Paper", ["Bot__Cloud"] = "Nine", ["Delivery__PerSecond"] = "fast" });
        Assert.Equal(1, await bot.RunToItsEnd());
        Assert.Contains("Storage:Provider", bot.StandardError, StringComparison.Ordinal);
        Assert.Contains("Delivery:PerSecond", bot.StandardError, StringComparison.Ordinal);
        Assert.Contains("Bot:Cloud", bot.StandardError, StringComparison.Ordinal);
        SaysItKindly(bot);
    }

    [Fact]
    public async Task A_second_program_on_the_same_file_ends_with_a_sentence()
    {
        using var organisation = new DemoOrganisation();
        await using var first = new BotProcess(organisation.Folder);
        await first.Start();
        await using var second = new BotProcess(organisation.Folder, data: first.Data);
        Assert.Equal(1, await second.RunToItsEnd());
        Assert.Contains(first.DatabaseFile, second.StandardError, StringComparison.Ordinal);
        Assert.False(first.HasEnded);
        SaysItKindly(second);
    }

    [Fact]
    public async Task With_an_app_id_it_starts_while_the_login_cannot_be_reached_hears_nobody_and_tells_no_secret()
    {
        const string secret = "Sk3-qzwxv~marked.secret";
        using var organisation = new DemoOrganisation();
        await using var bot = new BotProcess(organisation.Folder, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Bot__AppId"] = "5f0c7a52-6f5f-4d0f-9d55-0f5f8d0f7a10",
            ["Bot__ClientSecret"] = secret,
            ["Storage__ConnectionString"] = $"AccountName=x;AccountKey={secret}",
            ["HTTPS_PROXY"] = "http://127.0.0.1:9",
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft"] = "Trace",
        });
        bot.Begin();
        await bot.IsReady("live");
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var words = new StringContent("{}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = words };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6Im9uZSJ9.e30.AAAA");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await http.SendAsync(request)).StatusCode);
        using var ready = await http.GetAsync("/health/ready");
        Assert.Equal("not ready: no token for the channel", (await ready.Content.ReadAsStringAsync()).Split(", ")[0]);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync("/dev/clock")).StatusCode);
        Assert.Equal(0, await bot.Stop());
        Assert.DoesNotContain("qzwxv", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_told_without_the_secret_beside_it()
    {
        using var organisation = new DemoOrganisation();
        await using var bot = new BotProcess(organisation.Folder, new Dictionary<string, string>
        {
            ["Bot__AppId"] = "no id",
            ["Bot__ClientSecret"] = "Sk3-qzwxv~marked.secret",
            ["Bot__ManagedIdentity"] = "true",
            ["Storage__Provider"] = "Azure",
            ["Storage__ConnectionString"] = "AccountName;AccountKey=Sk3-qzwxv~marked",
        });
        Assert.Equal(1, await bot.RunToItsEnd());
        Assert.Contains("Bot:ClientSecret", bot.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("qzwxv", bot.Log + bot.StandardError, StringComparison.Ordinal);
    }

    private static void SaysItKindly(BotProcess bot) => Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
}
