using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CheckInBot.Month.Tests;

/// <summary>
/// Chance that depends on nothing but the seed and what it is about: whatever runs side by side, in whatever order, the same things befall the same people.
/// </summary>
internal sealed class Lot(int seed)
{
    public int Seed => seed;

    public Random About(string what) => new(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{what}"))));

    /// <summary>From 0 up to 1.</summary>
    public double Share(string what) => About(what).NextDouble();

    /// <summary>A short name of some text, the same for the same text.</summary>
    public static string Name(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
