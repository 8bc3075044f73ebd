using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Adds a passkey for a staff member. Pages require a recent sign-in first.</summary>
public sealed class AddPasskey(PortalDb db, StaffStore store, SignInManager<StaffMember> identity, TimeProvider clock)
{
    private const int LongestName = 60;

    /// <summary>The device's response, and a name for the passkey.</summary>
    public sealed record Command(string? Answer, string? Name);

    /// <summary>Adds the passkey.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var made = command.Answer is null ? null : await identity.PerformPasskeyAttestationAsync(command.Answer);
        if (made is not { Succeeded: true, Passkey: var passkey } || made.UserEntity.Id != actor.Id.ToString())
            return new Outcome.Refused("We couldn't create a passkey. Try again, or choose a password.");
        var member = await db.Set<StaffMember>().SingleAsync(s => s.Id == actor.Id, cancellation);
        var name = command.Name?.Trim() ?? "";
        passkey.Name = name.Length == 0 ? null : name[..Math.Min(name.Length, LongestName)];
        await store.AddLaterAsync(member, passkey, cancellation);
        return await db.CommitSignInAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), member, "passkey added", cancellation);
    }
}
