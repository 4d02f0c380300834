using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CheckInBot.Bot.Storage;

/// <summary>
/// The key ring as several programs share it: what was sealed with a key that another one has added, as <c>keys rotate</c> does, is opened by reading the folder again. The framework by itself
/// looks there once a day, and until then everybody's words would be unreadable to a program that was running.
/// </summary>
/// <param name="ring">The ring as this program read it; seals.</param>
/// <param name="again">Reads the folder anew; only opens.</param>
/// <param name="wall">Real time.</param>
public sealed class SharedKeyRing(IDataProtectionProvider ring, Func<IDataProtectionProvider> again, TimeProvider wall) : IDataProtectionProvider
{
    /// <summary>How long what was read again is good for: something that no ring opens costs a reading no oftener.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private IDataProtectionProvider? latest;
    private long readAt;

    public IDataProtector CreateProtector(string purpose) => new Protector(this, r => r.CreateProtector(purpose));

    private IDataProtectionProvider Latest()
    {
        lock (gate)
        {
            if (latest is null || wall.GetElapsedTime(readAt) >= Fresh)
                (latest, readAt) = (again(), wall.GetTimestamp());
            return latest;
        }
    }

    private sealed class Protector(SharedKeyRing shared, Func<IDataProtectionProvider, IDataProtector> of) : IDataProtector
    {
        private readonly IDataProtector own = of(shared.Own);

        public IDataProtector CreateProtector(string purpose) => new Protector(shared, r => of(r).CreateProtector(purpose));

        public byte[] Protect(byte[] plaintext) => own.Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData)
        {
            try
            {
                return own.Unprotect(protectedData);
            }
            catch (CryptographicException)
            {
                return of(shared.Latest()).Unprotect(protectedData);
            }
        }
    }

    private IDataProtectionProvider Own => ring;
}
