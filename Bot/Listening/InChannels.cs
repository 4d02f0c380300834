using System.Text.Json;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>What happens in a channel or a group chat: a leader makes it the team's, or the bot is taken out. Any other words are answered with where to write instead.</summary>
public sealed class InChannels(Callers callers, References references, Channels channels, Turns.Turns turns, Readers readers, Roster.Roster roster, Answers answers, WeekPictures weeks)
{
    /// <summary>Words that mention the bot.</summary>
    public async Task<ActivityAnswer> Typed(Activity activity, CancellationToken cancel)
    {
        var to = Callers.ReferenceOf(activity);
        var person = callers.Of(activity);
        if (person is not null && Commands.Parse(activity.Text) is { } look and (Command.Week or Command.NextWeek) && await Week(look, person, activity, cancel) is { } week)
            return await answers.Send(to, week, cancel);
        if (person is null || BindWords.Parse(activity.Text) is not { } words || Callers.ChannelOf(activity) is not { } here)
            return await answers.Send(to, await answers.InChannel(person, cancel), cancel);
        var (team, instead) = words.Choose(person, roster.Teams, t => roster.People.Any(p => p.Team == t.Id && p.Is(Role.Staff)), NamesIn(activity));
        if (team is null)
            return await answers.Send(to, await answers.Of(instead!, person, cancel), cancel);
        await Bind(team, here, person, activity, cancel);
        return ActivityAnswer.Done;
    }

    /// <summary>The bot was taken out of a conversation, or the conversation is gone: whoever bound it is told.</summary>
    public async Task Left(Activity activity, CancellationToken cancel)
    {
        if (Gone(activity) is not var (conversation, space))
            return;
        foreach (var team in roster.Teams)
        {
            if (await channels.Of(team.Id, cancel) is { } bound && (bound.Conversation == conversation || (space is not null && bound.Space == space)))
                await turns.Take(new(TeamChannel.KeyOf(team.Id), new ChannelLost(bound.Conversation, ChannelEnd.Removed)), cancel);
        }
    }

    /// <summary>Whether this was said or pressed in the team's bound channel.</summary>
    public async ValueTask<bool> IsOf(string team, Activity activity, CancellationToken cancel) =>
        Callers.ChannelOf(activity)?.ConversationId is { } here && (await channels.Of(team, cancel))?.Conversation == here;

    /// <summary>The week of the team whose channel this is; null elsewhere, and for who may not see it.</summary>
    private async ValueTask<CardMessage?> Week(Command look, Person asker, Activity activity, CancellationToken cancel)
    {
        foreach (var team in roster.Teams)
        {
            if (await IsOf(team.Id, activity, cancel))
                return await weeks.InChannel(look, team.Id, asker, cancel);
        }
        return null;
    }

    private async Task Bind(string team, ConversationReference here, Person by, Activity activity, CancellationToken cancel)
    {
        var address = TeamChannel.AddressOf(team);
        var former = await channels.Of(team, cancel);
        var before = former is not null && former.Conversation != here.ConversationId ? await references.Of(address, cancel) : null;
        // Before the turn, which posts there at once; if that fails, the words come again.
        await references.Keep(address, here, cancel);
        var language = (await readers.ContactOf(by.Id, cancel)).Language ?? by.Language;
        var outcome = await turns.Take(
            new(TeamChannel.KeyOf(team), new BindChannel(by.Id, here.ConversationId, Id(activity.ChannelData, "team"), language), Once: Callers.OnceOf(activity.Id)), cancel);
        if (outcome.Repeated || before is null || before.ConversationId == here.ConversationId)
            return;
        var context = (await readers.For(address, [], cancel)) with { Texts = Texts.For(former!.Language) };
        // A courtesy to who still reads there: nothing depends on it, so it is said once and not followed up.
        await answers.Send(before, ChannelCards.MovedAway(roster.NameOf(team), context), cancel);
    }

    /// <summary>The conversation, and what holds it, from which the bot is gone; null when it is not.</summary>
    /// <remarks>Teams, "Conversation events": a removal from a team comes with the team's first channel as its conversation, whichever one is bound.</remarks>
    private static (string? Conversation, string? Space)? Gone(Activity activity)
    {
        var (data, here) = (activity.ChannelData, Callers.ChannelOf(activity)?.ConversationId);
        switch (Text(data, "eventType"))
        {
            case "channelDeleted":
                return (Id(data, "channel"), null);
            case "teamDeleted" or "teamHardDeleted":
                return (here, Id(data, "team"));
        }
        var removed = activity.Type == "installationUpdate" ? activity.Action == "remove" : Removed(activity).Contains(activity.Recipient?.Id);
        return removed ? (here, Id(data, "team")) : null;
    }

    private static IEnumerable<string?> Removed(Activity activity) =>
        activity.Extra is { } extra && extra.TryGetValue("membersRemoved", out var members) && members.ValueKind == JsonValueKind.Array
            ? members.EnumerateArray().Select(m => Text(m, "id")).Where(id => id is not null)
            : [];

    /// <summary>What the channel and what holds it are called, as far as this channel tells.</summary>
    private static IReadOnlyList<string> NamesIn(Activity activity) =>
        [.. new[] { activity.Conversation?.Name, Text(Member(activity.ChannelData, "team"), "name"), Text(Member(activity.ChannelData, "channel"), "name") }.OfType<string>()];

    private static string? Id(JsonElement? data, string part) => Text(Member(data, part), "id");

    private static string? Text(JsonElement? data, string name) => Member(data, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement? data, string name) =>
        data is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) ? member : null;
}
