using System.Globalization;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>The week of a team, read from the roster at each look; nothing of it is kept. Leave is not read: who has no shift has none.</summary>
public sealed class WeekPictures(Roster.Roster roster, Readers readers, TimeProvider clock)
{
    /// <summary>How many weeks before and after the present one can be looked at.</summary>
    private const int Back = 1, Ahead = 8;

    /// <summary>What the typed word asks for: the reader's own team, this week or the next.</summary>
    public async ValueTask<CardMessage> Of(Command command, Person reader, CancellationToken cancel) =>
        await Drawn(Present(command, roster.TeamOf(reader)), roster.TeamOf(reader), reader, reader.Id, cancel);

    /// <summary>What a press asks for; null where the reader may not see it, or there is no such team.</summary>
    public async ValueTask<CardMessage?> Of(PressWeek press, Person reader, CancellationToken cancel) =>
        roster.Teams.FirstOrDefault(t => t.Id == (press.Other.Text ?? press.Team)) is { } team && Sees(reader, team)
            ? await Drawn(press, team, reader, reader.Id, cancel)
            : null;

    /// <summary>The same for everybody who reads in the team's channel, asked for by one of them; null where that one may not see it.</summary>
    public async ValueTask<CardMessage?> InChannel(Command command, string id, Person asker, CancellationToken cancel) =>
        roster.Teams.FirstOrDefault(t => t.Id == id) is { } team && Sees(asker, team)
            ? await Drawn(Present(command, team), team, asker, TeamChannel.AddressOf(id), cancel)
            : null;

    private bool Sees(Person reader, Team team) => Permit.SeesWeek(reader, roster.HallOf(reader), team);

    private PressWeek Present(Command command, Team team) => new(team.Id)
    {
        Day = new(LocalTime.DayOf(clock.GetUtcNow(), roster.ZoneOf(team.Id)).AddDays(command == Command.NextWeek ? TeamWeek.Length : 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };

    /// <param name="address">Who reads: a person, or the team's channel.</param>
    private async ValueTask<CardMessage> Drawn(PressWeek press, Team team, Person asker, string address, CancellationToken cancel)
    {
        var zone = roster.ZoneOf(team.Id);
        var present = TeamWeek.MondayOf(clock.GetUtcNow(), zone);
        var (first, last) = (present.AddDays(-Back * TeamWeek.Length), present.AddDays(Ahead * TeamWeek.Length));
        var asked = press.Day.Day ?? present;
        var monday = TeamWeek.MondayOf(asked < first ? first : asked > last ? last : asked);
        var (from, to) = TeamWeek.Span(monday, zone);
        var shifts = roster.InOrder(await roster.Around(team.Id, from, to));
        var week = TeamWeek.Of(shifts, monday, zone, asker.Team == team.Id || shifts.Any(s => s.Person == asker.Id) ? [asker.Id] : []);
        var manyRead = TeamChannel.TeamOf(address) is not null;
        var view = new WeekView(team, week, asker.Id)
        {
            Part = press.Part.Number ?? 0,
            HasBefore = monday > first,
            HasAfter = monday < last,
            Others = [.. roster.Teams.Where(t => t != team && Sees(asker, t))],
        };
        // A team's week is written in the team's zone, also for a leader of another one.
        return WeekCards.Of(view, await readers.For(address, [], cancel) with { Zone = zone }, manyRead);
    }
}
