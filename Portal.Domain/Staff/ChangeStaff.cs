using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Staff;

/// <summary>Changes a staff member's details, and deactivates or reactivates their account. Keeps the last administrator.</summary>
public sealed class ChangeStaff(PortalDb db, TimeProvider clock)
{
    /// <summary>The staff member's details as entered.</summary>
    public sealed record Command(Guid StaffId, string DisplayName, StaffRole Role, bool Disabled)
    {
        /// <summary>Languages besides English, comma-separated codes.</summary>
        public string Languages { get; init; } = "";

        /// <summary>Agencies and topics the person specializes in, comma-separated codes.</summary>
        public string Specialties { get; init; } = "";

        /// <summary>The city of the location where the person works.</summary>
        public string? Location { get; init; }

        /// <summary>The most open cases the person can have; null for no limit.</summary>
        public int? MaxOpenCases { get; init; }

        /// <summary>The first day of an absence; null when none is planned.</summary>
        public DateOnly? AbsentFrom { get; init; }

        /// <summary>The last day of an absence; null when unknown.</summary>
        public DateOnly? AbsentUntil { get; init; }

        /// <summary>Who takes over the person's cases when the absence begins; null decides each by the routing rules.</summary>
        public Guid? HandOverToId { get; init; }

        /// <summary>The concurrency stamp the form was made from; null when there was no form.</summary>
        public string? Stamp { get; init; }
    }

    /// <summary>Saves the changes.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ManageStaff) is { } refusal)
            return refusal;
        var member = await db.Set<StaffMember>().SingleOrDefaultAsync(s => s.Id == command.StaffId, cancellation);
        if (member is null)
            return new Outcome.NotFound();
        if (string.IsNullOrWhiteSpace(command.DisplayName) || command.DisplayName.Length > 120)
            return new Outcome.Refused("Enter a name of 120 characters or fewer.");
        if (command.AbsentUntil < command.AbsentFrom)
            return new Outcome.Refused("Check the dates. The last day of the absence is before the first.");
        if (command.HandOverToId is { } taker
            && (taker == command.StaffId || !await db.Set<StaffMember>().AnyAsync(s => s.Id == taker && s.DisabledAt == null, cancellation)))
            return new Outcome.Refused("Choose a coworker who works here to take over the cases.");
        if (command.Stamp is { } seen && seen != member.ConcurrencyStamp)
            return new Outcome.Stale();
        var losesAdministrator = member.Role == StaffRole.Administrator
            && (command.Disabled || command.Role != StaffRole.Administrator);
        var other = losesAdministrator ? await AnotherAdministratorAsync(member, cancellation) : null;
        if (losesAdministrator && other is null)
            return new Outcome.Refused("This is the last administrator. Make someone else an administrator first.");
        member.ConcurrencyStamp = SecretCode.NewToken();
        // Two administrators who demote each other at the same time must not both succeed.
        if (other is not null)
            other.ConcurrencyStamp = SecretCode.NewToken();
        var now = clock.GetUtcNow().UtcDateTime;
        var mustSignInAgain = member.Role != command.Role || command.Disabled;
        (member.DisplayName, member.Role, member.Languages, member.Specialties) =
            (command.DisplayName.Trim(), command.Role, command.Languages.Trim(), command.Specialties.Trim());
        (member.Location, member.MaxOpenCases, member.AbsentFrom, member.AbsentUntil) =
            (command.Location, command.MaxOpenCases, command.AbsentFrom, command.AbsentUntil);
        member.HandOverToId = command.HandOverToId;
        SetDisabled(member, command.Disabled, actor, now);
        if (mustSignInAgain)
        {
            member.SecurityStamp = SecretCode.NewToken();
            db.RemoveRange(await db.Set<Session>().Where(s => s.StaffId == member.Id).ToListAsync(cancellation));
        }

        db.Record(this, now, actor, null, new StaffChanged(member.Id, member.Role, member.AbsentFrom, member.AbsentUntil));
        return await db.CommitAsync(cancellation);
    }

    private Task<StaffMember?> AnotherAdministratorAsync(StaffMember member, CancellationToken cancellation) =>
        db.Set<StaffMember>().OrderBy(s => s.Id).FirstOrDefaultAsync(
            s => s.Id != member.Id && s.Role == StaffRole.Administrator && s.DisabledAt == null, cancellation);

    private void SetDisabled(StaffMember member, bool disabled, Actor actor, DateTime now)
    {
        if (disabled && member.DisabledAt is null)
        {
            member.DisabledAt = now;
            db.Record(this, now, actor, null, new StaffDeactivated(member.Id));
        }
        else if (!disabled && member.DisabledAt is not null)
        {
            member.DisabledAt = null;
            db.Record(this, now, actor, null, new StaffReactivated(member.Id));
        }
    }
}
