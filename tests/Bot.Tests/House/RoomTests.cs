using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.House;

/// <summary>Bot -> Cards -> Dialogs -> base class library.</summary>
public sealed class RoomTests
{
    private static readonly Assembly Dialogs = typeof(FlowState).Assembly;
    private static readonly Assembly Cards = typeof(CardMessage).Assembly;
    private static readonly Assembly Host = typeof(Activity).Assembly;

    [Fact]
    public void Dialogs_need_nothing_but_the_base_class_library() => Rule.Holds(BeyondTheBase(Dialogs));

    [Fact]
    public void Cards_need_nothing_but_dialogs() => Assert.Equal([Dialogs.GetName().Name], BeyondTheBase(Cards));

    [Fact]
    public void The_bot_stands_on_both() => Assert.Superset(new HashSet<string?> { Dialogs.GetName().Name, Cards.GetName().Name }, BeyondTheBase(Host).ToHashSet());

    // The compiler leaves out a reference that nothing uses yet; the project file shows it.
    [Theory]
    [InlineData("Dialogs", "")]
    [InlineData("Cards", "Dialogs")]
    [InlineData("Bot", "Cards,Dialogs")]
    public void A_room_refers_only_to_the_rooms_below_it(string room, string below)
    {
        var project = XDocument.Parse(RepositoryRoot.Read($"{room}/{room}.csproj"));
        var referred = project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Equal(below, string.Join(',', referred.Order(StringComparer.Ordinal)));
        if (room != "Bot")
            Rule.Holds(project.Descendants().Where(e => e.Name.LocalName is "PackageReference" or "FrameworkReference").Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("Dialogs", @"\bCheckInBot\.(Cards|Bot)\b")]
    [InlineData("Cards", @"\bCheckInBot\.Bot\b")]
    public void No_source_names_a_room_above_its_own(string room, string above) =>
        Rule.Holds(RepositoryRoot.Sources.Where(f => f.Path.StartsWith(room + "/", StringComparison.Ordinal)).SelectMany(f => f.Matches(new Regex(above))));

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = RepositoryRoot.Read("CheckInBot.sln").Replace('\\', '/');
        Rule.Holds(RepositoryRoot.Files.Where(f => f.Extension == ".csproj" && !solution.Contains($"\"{f.Path}\"", StringComparison.Ordinal)).Select(f => f.Path));
    }

    private static IEnumerable<string?> BeyondTheBase(Assembly room)
    {
        var library = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return room.GetReferencedAssemblies().Select(a => a.Name).Where(name => !File.Exists(Path.Combine(library, name + ".dll")));
    }
}
