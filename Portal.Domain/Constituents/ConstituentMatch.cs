using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>Recognizes a returning constituent. The same name and date of birth means the same person.</summary>
public sealed class ConstituentMatch(PortalDb db, BlindIndex index)
{
    /// <summary>The constituent with that name and date of birth, or a new one. Without a date of birth, people are never matched. Doesn't save.</summary>
    public async Task<Constituent> FindOrAddAsync(string name, DateOnly? bornOn, DateTime now, CancellationToken cancellation)
    {
        var identity = bornOn is { } born ? index.Of("person", $"{PersonName.Normalize(name)}/{born:yyyy-MM-dd}") : null;
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
