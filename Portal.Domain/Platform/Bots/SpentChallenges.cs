using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Bots;

/// <summary>Remembers solved puzzles so that each solution counts only once, even when two posts arrive at the same time.</summary>
public sealed class SpentChallenges(PortalDb db)
{
    /// <summary>Whether this is the puzzle's first use. It saves the context, so call it before changing anything else.</summary>
    public async Task<bool> SpendAsync(ChallengeParameters puzzle, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(puzzle.Nonce)));
        if (await db.Set<SpentChallenge>().AnyAsync(c => c.Hash == hash, cancellation))
            return false;

        var spent = db.Add(new SpentChallenge { Hash = hash, ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(puzzle.ExpiresAt).UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            spent.State = EntityState.Detached;
            if (await db.Set<SpentChallenge>().AnyAsync(c => c.Hash == hash, cancellation))
                return false;
            throw;
        }
    }
}
