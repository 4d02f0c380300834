using System.Net;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>What whoever watches the program is told by its addresses.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Ready_says_how_many_records_are_parked_and_nothing_of_them_when_there_are_none()
    {
        await using var hall = new Hall();
        await hall.Open();
        await using var health = await Listen(hall);
        Assert.Equal((HttpStatusCode.OK, "ready"), await Ask(health, "ready"));
        foreach (var person in new[] { "ann", "ben" })
        {
            for (var tries = 0; tries < ParkedRecords.MostTries; tries++)
                await hall.Parked.Failed(new(Board.KeyOf(person), 1), "JsonException", default);
        }
        // What is still tried is none of them.
        await hall.Parked.Failed(new(Board.KeyOf("lee"), 1), "JsonException", default);
        Assert.Equal((HttpStatusCode.OK, "ready, 2 parked"), await Ask(health, "ready"));
        Assert.Equal((HttpStatusCode.OK, "live"), await Ask(health, "live"));
    }

    [Fact]
    public async Task Without_its_store_the_program_lives_and_is_not_ready()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await using var health = await Listen(hall);
        store!.Fails = _ => false;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage does not answer"), await Ask(health, "ready"));
        Assert.Equal((HttpStatusCode.OK, "live"), await Ask(health, "live"));
    }

    private static async Task<WebApplication> Listen(Hall hall)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapHealth(hall.Store, hall.Parked);
        await app.StartAsync();
        return app;
    }

    private static async Task<(HttpStatusCode Status, string Text)> Ask(WebApplication app, string what)
    {
        using var http = new HttpClient { BaseAddress = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        using var answer = await http.GetAsync(new Uri($"/health/{what}", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
