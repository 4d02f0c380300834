using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.LocalChat;

/// <summary>A conversation of the local chat: the personal chat of a person, or the channel of a team.</summary>
internal sealed record Room(string Id, string Name, Person? Person, Team? Team)
{
    public bool IsChannel => Team is not null;

    public string Type => IsChannel ? "channel" : "personal";
}

/// <summary>Ids of conversations and accounts, shaped as Teams shapes them, and the way back to people and teams.</summary>
internal sealed class Rooms(LocalChatOptions options)
{
    private const string ThreadMark = ";messageid=";

    public ChannelAccount Bot => new(options.BotId, options.BotName, null);

    public IEnumerable<Room> All => options.Teams().Select(Of).Concat(options.People().Select(Of));

    public static Room Of(Person person) => new($"a:{person.Id}", person.Name, person, null);

    public static Room Of(Team team) => new($"19:{team.Id}@thread.tacv2", team.Name, null, team);

    public static ChannelAccount Account(Person person) => new($"29:{person.Id}", person.Name, person.EntraId);

    /// <summary>The conversation of that id; a channel's id may name one of its threads.</summary>
    public Room? Find(string conversationId)
    {
        var (id, _) = Split(conversationId);
        return All.FirstOrDefault(room => room.Id == id);
    }

    public Person? Person(string id) => options.People().FirstOrDefault(person => person.Id == id);

    /// <summary>The person of a channel account (<c>29:…</c>).</summary>
    public Person? PersonOf(string? accountId) => options.People().FirstOrDefault(person => Account(person).Id == accountId);

    /// <summary>Everybody in a conversation, without the bot.</summary>
    public IEnumerable<Person> Members(Room room) =>
        room.Person is { } person ? [person] : options.People().Where(each => each.Team == room.Team!.Id);

    /// <summary>The conversation id of one thread of a channel; a personal chat has no threads.</summary>
    public static string Thread(Room room, string rootId) => room.IsChannel ? room.Id + ThreadMark + rootId : room.Id;

    /// <summary>Parts an id into the conversation and, in a channel, the message that began the thread.</summary>
    public static (string Conversation, string? Root) Split(string conversationId)
    {
        var mark = conversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
        return mark < 0 ? (conversationId, null) : (conversationId[..mark], conversationId[(mark + ThreadMark.Length)..]);
    }
}
