using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>
/// Whoever changes a stored type says whether an older program would lose what is new: then <see cref="StoreShape.Current"/> goes up, and the list of types is written anew
/// (<c>CHECKINBOT_WRITE_TYPES=1 dotnet test tests/Bot.Tests --filter StoredTypes</c>).
/// </summary>
public sealed class StoredTypesTests
{
    [Fact]
    public void Every_stored_type_is_as_the_list_says()
    {
        var path = PathOf();
        var now = string.Join('\n', [$"shape {StoreShape.Current}", .. Types().Order(StringComparer.Ordinal)]) + "\n";
        if (Environment.GetEnvironmentVariable("CHECKINBOT_WRITE_TYPES") == "1")
            File.WriteAllText(path, now);
        Assert.Equal(File.ReadAllText(path), now);
    }

    [Fact]
    public void What_an_older_program_does_not_know_it_ignores_and_would_lose()
    {
        var state = Dialogs.Contacts.Contact.Begin("ann");
        var columns = RecordColumns.Write(state, DialogsJson.Default.Contact);
        columns["addedLater"] = "something";
        var read = RecordColumns.Read(columns, DialogsJson.Default.Contact);
        Assert.Equal(state, read);
        // This is why it must not work on rows of a newer shape.
        Assert.DoesNotContain("addedLater", RecordColumns.Write(read, DialogsJson.Default.Contact).Keys);
    }

    private static IEnumerable<string> Types()
    {
        var seen = new HashSet<Type>();
        var left = new Queue<Type>(typeof(FlowState).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FlowState)) && !t.IsAbstract).Append(typeof(FlowEvent)).Append(typeof(Effect)));
        while (left.TryDequeue(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            foreach (var part in type.GetGenericArguments())
                left.Enqueue(part);
            if (type.Assembly != typeof(FlowState).Assembly || !seen.Add(type))
                continue;
            if (type.IsEnum)
            {
                yield return $"{type.FullName}: {string.Join(' ', Enum.GetNames(type).Order(StringComparer.Ordinal))}";
                continue;
            }
            foreach (var derived in type.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>())
            {
                yield return $"{type.FullName}: {derived.TypeDiscriminator} is {derived.DerivedType.FullName}";
                left.Enqueue(derived.DerivedType);
            }
            if (type.IsAbstract || DialogsJson.Default.GetTypeInfo(type) is not { Kind: JsonTypeInfoKind.Object } json)
                continue;
            foreach (var property in json.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
                left.Enqueue(property.PropertyType);
            yield return $"{type.FullName}: {string.Join(' ', json.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null).Select(p => $"{p.Name}/{Name(p.PropertyType)}").Order(StringComparer.Ordinal))}";
        }
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(',', type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static string PathOf([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Samples", "types.txt");
}
