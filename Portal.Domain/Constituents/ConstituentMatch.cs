using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>Recognizes a returning constituent. The same name and date of birth means the same person.</summary>
public sealed class ConstituentMatch(PortalDb db, BlindIndex index)
{
    /// <summary>The blind index of a name and a date of birth.</summary>
    public static string IdentityOf(BlindIndex index, string name, DateOnly bornOn) => index.Of("person", $"{PersonName.Normalize(name)}/{bornOn:yyyy-MM-dd}");

    /// <summary>The constituent with that name and date of birth, or a new one. Without a date of birth, people are never matched. Doesn't save.</summary>
    public async Task<Constituent> FindOrAddAsync(string name, DateOnly? bornOn, DateTime now, CancellationToken cancellation)
    {
        var identity = bornOn is { } born ? IdentityOf(index, name, born) : null;
        if (identity is not null
            && await db.Set<Constituent>().FirstOrDefaultAsync(p => p.IdentityIndex == identity, cancellation) is { } known)
            return known;
        var person = new Constituent
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            IdentityIndex = identity,
            FirstSeenAt = now,
        };
        db.Add(person);
        return person;
    }
}
