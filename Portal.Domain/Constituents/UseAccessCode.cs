using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>Opens what a code was emailed for. If two people use the same code at once, only one gets in.</summary>
public sealed class UseAccessCode(PortalDb db, SecretCode secrets, TimeProvider clock)
{
    /// <summary>The code as typed; spaces and dashes are ignored.</summary>
    public sealed record Command(AccessPurpose Purpose, Guid CodeId, string Typed);

    /// <summary>What is now open.</summary>
    public sealed record Opened(Guid SubjectId) : Outcome.Success;

    /// <summary>Checks the code and uses it up.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        var code = await db.Set<AccessCode>().SingleOrDefaultAsync(c => c.Id == command.CodeId && c.Purpose == command.Purpose, cancellation);
        var typed = new string([.. command.Typed.Where(char.IsAsciiDigit)]);
        if (code is null || code.UsedAt is not null || code.ExpiresAt <= now || code.Attempts >= AccessCode.MaxAttempts)
            return new Outcome.Refused("That code no longer works. Request a new code.");
        code.Attempts++;
        var right = secrets.Matches(code.CodeHash, SendAccessCode.CodePurpose, code.Id.ToString("N"), typed) && code.SubjectId is not null;
        if (right)
            code.UsedAt = now;
        return await db.CommitAsync(cancellation, right ? new Opened(code.SubjectId!.Value) : Wrong(code)) switch
        {
            // Someone else tried at the same moment. Their try was counted, so this recursion ends.
            Outcome.Stale => await ExecuteAsync(command, actor, cancellation),
            var outcome => outcome,
        };
    }

    private static Outcome Wrong(AccessCode code) => code.Attempts >= AccessCode.MaxAttempts
        ? new Outcome.Refused("That code didn't work, and you're out of tries. Request a new code.")
        : new Outcome.Refused("That code didn't work. Check the 6-digit code in our email and enter it again.");
}
