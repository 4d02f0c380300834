namespace CheckInBot.Bot.Storage;

/// <summary>Sealed words as bytes: nonce, tag of authenticity, cipher text, one after the other.</summary>
internal readonly ref struct SealedToken(Span<byte> token)
{
    public const int NonceBytes = 12;

    public const int TagBytes = 16;

    private readonly Span<byte> token = token;

    public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher)
    {
        nonce = token[..NonceBytes];
        tag = token[NonceBytes..(NonceBytes + TagBytes)];
        cipher = token[(NonceBytes + TagBytes)..];
    }
}
