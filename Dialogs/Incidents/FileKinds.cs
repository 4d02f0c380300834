namespace CheckInBot.Dialogs.Incidents;

/// <summary>Tells kinds of files by their first bytes; nothing behind these is read.</summary>
/// <remarks>Signatures: ISO/IEC 10918-1, PNG, RIFF/WebP (RFC 9649), ISO/IEC 14496-12 (<c>ftyp</c> brands as registered at mp4ra.org), ISO 32000-1, ID3v2 and ISO/IEC 11172-3, RFC 3533, RFC 4867.</remarks>
public static class FileKinds
{
    /// <summary>The kind; null for one that is not kept.</summary>
    /// <param name="content">The whole file, or at least its first 12 bytes.</param>
    public static FileKind? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Photo,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Photo,
        _ when content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8) => FileKind.Photo,
        _ when content.Length >= 12 && content[4..8].SequenceEqual("ftyp"u8) => OfBrand(content[8..12]),
        _ when content.StartsWith("%PDF-"u8) => FileKind.Pdf,
        _ when content.StartsWith("ID3"u8) || content.StartsWith("OggS"u8) || content.StartsWith("#!AMR"u8) => FileKind.Sound,
        [0xFF, var second, ..] when IsLayerThree(second) => FileKind.Sound,
        _ => null,
    };

    /// <summary>The ending of a file's name by which other programs know what it is, such as <c>jpg</c>; told by its first bytes like the kind.</summary>
    /// <param name="content">A file that has a kind; <c>bin</c> for every other.</param>
    public static string EndingOf(ReadOnlySpan<byte> content) => Of(content) switch
    {
        FileKind.Photo => content[0] switch { 0xFF => "jpg", 0x89 => "png", (byte)'R' => "webp", _ => "heic" },
        FileKind.Sound => content[0] switch { (byte)'O' => "ogg", (byte)'#' => "amr", 0xFF or (byte)'I' => "mp3", _ => "m4a" },
        FileKind.Video => content[8..10] switch { [(byte)'q', (byte)'t'] => "mov", [(byte)'3', (byte)'g'] => "3gp", _ => "mp4" },
        FileKind.Pdf => "pdf",
        _ => "bin",
    };

    private static FileKind? OfBrand(ReadOnlySpan<byte> brand) =>
        IsIn(brand, "heicheixheimheishevcmif1msf1"u8) ? FileKind.Photo
        : IsIn(brand, "M4A M4B "u8) ? FileKind.Sound
        : IsIn(brand, "isomiso2iso4iso5iso6mp41mp42avc1M4V MSNVqt  3gp43gp53gp6"u8) ? FileKind.Video
        : null;

    /// <param name="brands">Four characters each.</param>
    private static bool IsIn(ReadOnlySpan<byte> brand, ReadOnlySpan<byte> brands)
    {
        for (; !brands.IsEmpty; brands = brands[4..])
        {
            if (brands.StartsWith(brand))
                return true;
        }
        return false;
    }

    // A frame of MPEG audio: eleven bits set, a version that is not reserved, layer III.
    private static bool IsLayerThree(byte second) => (second & 0xE0) == 0xE0 && (second & 0x18) != 0x08 && (second & 0x06) == 0x02;
}
