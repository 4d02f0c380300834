using System.Runtime.InteropServices;
using System.Text;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// Shifts of a file with their lines, packed: a file may hold hundreds of thousands, and each takes some fifty bytes here instead of the three hundred of a record with
/// its id. Persons, teams and posts are kept once; ids lie one behind the other; times are whole minutes.
/// </summary>
public sealed class ShiftList
{
    /// <summary>Small enough not to be large objects, which the collector moves about seldom.</summary>
    private const int InBlock = 2048;

    private const int IdBytes = 64 * 1024;

    private readonly record struct Packed(int Id, int Person, int Team, int Post, int Start, int End, int Line);

    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly List<Packed[]> blocks = [];
    private readonly List<byte[]> ids = [];
    private int idsEnd;
    private int[] found = new int[1024];
    private int findable;

    /// <summary>How many there are; places count from 0.</summary>
    public int Count { get; private set; }

    /// <summary>The shift at a place.</summary>
    public Shift this[int i]
    {
        get
        {
            ref readonly var p = ref At(i);
            return new(Encoding.ASCII.GetString(IdOf(p.Id)), words[p.Person], words[p.Team], words[p.Post], Instant(p.Start), Instant(p.End));
        }
    }

    /// <summary>The line on which the shift at a place stands.</summary>
    public int LineOf(int i) => At(i).Line;

    /// <summary>Who works it.</summary>
    public string PersonOf(int i) => words[At(i).Person];

    /// <summary>In which team.</summary>
    public string TeamOf(int i) => words[At(i).Team];

    /// <summary>At which post; empty for none.</summary>
    public string PostOf(int i) => words[At(i).Post];

    /// <summary>When it starts.</summary>
    public DateTimeOffset StartOf(int i) => Instant(At(i).Start);

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndOf(int i) => Instant(At(i).End);

    /// <summary>Adds a shift of whole minutes; at its end, so that places stay.</summary>
    /// <param name="find">Whether <see cref="Find"/> finds it; no other of that id is findable then.</param>
    public void Add(Shift shift, int line, bool find = true)
    {
        if (Count % InBlock == 0)
            blocks.Add(new Packed[InBlock]);
        blocks[^1][Count % InBlock] = new(Keep(shift.Id), One(shift.Person), One(shift.Team), One(shift.Post), Minute(shift.Start), Minute(shift.End), line);
        if (find)
        {
            if (4 * ++findable > 3 * found.Length)
                Grow();
            Put(Count);
        }
        Count++;
    }

    /// <summary>Where the shift of that id stands; -1 where none does.</summary>
    public int Find(string id)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (id.Length is 0 or > 64 || !Encoding.ASCII.TryGetBytes(id, bytes, out var length))
            return -1;
        bytes = bytes[..length];
        for (var slot = SlotOf(bytes); found[slot] > 0; slot = (slot + 1) & (found.Length - 1))
        {
            if (IdOf(At(found[slot] - 1).Id).SequenceEqual(bytes))
                return found[slot] - 1;
        }
        return -1;
    }

    /// <summary>Places in the order of persons, of starts and of lines.</summary>
    public int[] ByPerson() => Ordered((in Packed p, in Packed q) => p.Person != q.Person ? p.Person.CompareTo(q.Person) : p.Start != q.Start ? p.Start.CompareTo(q.Start) : p.Line.CompareTo(q.Line));

    /// <summary>Places in the order of teams and of ends, which is that of rows.</summary>
    public int[] ByTeam() => Ordered((in Packed p, in Packed q) => p.Team != q.Team ? p.Team.CompareTo(q.Team) : p.End.CompareTo(q.End));

    private delegate int Order(in Packed p, in Packed q);

    private int[] Ordered(Order order)
    {
        var places = new int[Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        places.AsSpan().Sort((i, j) => order(At(i), At(j)) is var o and not 0 ? o : i.CompareTo(j));
        return places;
    }

    private ref Packed At(int i) => ref blocks[i / InBlock][i % InBlock];

    private int One(string word)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(known, word, out var there);
        if (!there)
        {
            place = words.Count;
            words.Add(word);
        }
        return place;
    }

    private int Keep(string id)
    {
        // No id lies across two blocks, and one that was filled to its last byte is full.
        if (idsEnd == ids.Count * IdBytes || idsEnd % IdBytes + id.Length + 1 > IdBytes)
        {
            idsEnd = ids.Count * IdBytes;
            ids.Add(new byte[IdBytes]);
        }
        var at = idsEnd;
        var block = ids[^1].AsSpan(at % IdBytes);
        block[0] = (byte)id.Length;
        Encoding.ASCII.GetBytes(id, block[1..]);
        idsEnd = at + 1 + id.Length;
        return at;
    }

    private ReadOnlySpan<byte> IdOf(int at) => ids[at / IdBytes].AsSpan(at % IdBytes + 1, ids[at / IdBytes][at % IdBytes]);

    private int SlotOf(ReadOnlySpan<byte> id)
    {
        var hash = new HashCode();
        hash.AddBytes(id);
        return hash.ToHashCode() & (found.Length - 1);
    }

    private void Put(int i)
    {
        var slot = SlotOf(IdOf(At(i).Id));
        while (found[slot] > 0)
            slot = (slot + 1) & (found.Length - 1);
        found[slot] = i + 1;
    }

    private void Grow()
    {
        var old = found;
        found = new int[2 * old.Length];
        foreach (var place in old)
        {
            if (place > 0)
                Put(place - 1);
        }
    }

    private static int Minute(DateTimeOffset at) => (int)(at.UtcTicks / TimeSpan.TicksPerMinute);

    private static DateTimeOffset Instant(int minute) => new(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
