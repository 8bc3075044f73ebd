using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;
using Portal.Domain.Tasks;

namespace Portal.Domain.Calls;

/// <summary>A phone call that belongs to no case, or to none yet; staff only. Once it's filed, it's a <see cref="PhoneCall"/> of that case.</summary>
public sealed class OfficeCall : IVersioned
{
    /// <summary>How long a call is kept after there's nothing left to do about it, in days.</summary>
    public const int DaysKept = 90;

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>Who called whom.</summary>
    public CallDirection Direction { get; init; }

    /// <summary>Given names of whoever called; null when not said.</summary>
    public SealedText? FirstName { get; init; }

    /// <summary>Family names; null when not said.</summary>
    public SealedText? LastName { get; init; }

    /// <summary>The number to call back, as typed; null when not said.</summary>
    public SealedText? Phone { get; init; }

    /// <summary>What was said.</summary>
    public required SealedText Body { get; init; }

    /// <summary>When it was logged, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who logged it.</summary>
    public Guid ById { get; init; }

    /// <summary>The day on which staff promised to call back; null when they didn't.</summary>
    public DateOnly? CallBackOn { get; init; }

    /// <summary>The time of day, in the office's time zone; null for any time.</summary>
    public TimeOnly? CallBackAt { get; init; }

    /// <summary>Who calls back; null when nobody has to.</summary>
    public Guid? ForId { get; init; }

    /// <summary>When there was nothing left to do, UTC; null while somebody has to call back.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The full name; null when none was said.</summary>
    public string? Name => $"{FirstName?.Text} {LastName?.Text}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>Who called and at which number; null when neither was said.</summary>
    private string? Caller => string.Join(", ", new[] { Name, Phone?.Text }.OfType<string>()) is { Length: > 0 } caller ? caller[..Math.Min(caller.Length, CaseTask.LongestWhat)] : null;

    /// <summary>There's nothing left to do.</summary>
    public void End(DateTime now) => EndedAt ??= now;

    /// <summary>Moves it to a case: what was said becomes a call of the case, what was promised a task. The caller saves.</summary>
    internal void MoveTo(Case @case, PortalDb db, Act act)
    {
        db.Add(new PhoneCall { Id = Id, CaseId = @case.Id, Direction = Direction, With = Caller, Body = Body.Text, At = At, ById = ById, CallBackOn = CallBackOn });
        if (CallBackOn is { } day && EndedAt is null && !@case.IsClosed)
            db.Add(new CaseTask
            {
                Id = Guid.CreateVersion7(),
                CaseId = @case.Id,
                Kind = TaskKind.CallBack,
                What = Caller,
                On = day,
                At = CallBackAt,
                ForId = ForId == @case.AssignedToId ? null : ForId,
                ById = ById,
                AddedAt = act.At,
            });
        db.Remove(this);
        db.CountAsChanged(@case);
        db.Record(act, @case.Id, new OfficeCallFiled(Id));
    }
}

/// <summary>A call that belongs to no case was logged.</summary>
public sealed record OfficeCallLogged(Guid CallId, CallDirection Direction, DateOnly? CallBackOn) : IEvent;

/// <summary>Somebody called back, or there's no need to anymore.</summary>
public sealed record OfficeCallEnded(Guid CallId) : IEvent;

/// <summary>A call was filed on a case.</summary>
public sealed record OfficeCallFiled(Guid CallId) : IEvent;

/// <summary>Calls that were done with were erased.</summary>
public sealed record OfficeCallsErased(int Count) : IEvent;

internal sealed class OfficeCallMapping : IEntityTypeConfiguration<OfficeCall>
{
    public void Configure(EntityTypeBuilder<OfficeCall> call)
    {
        call.ToTable("OfficeCall");
        call.SealedFor(c => c.Id);
        call.Property(c => c.Id).ValueGeneratedNever();
        call.HasIndex(c => new { c.ForId, c.CallBackOn }).HasFilter("\"EndedAt\" IS NULL");
        call.HasIndex(c => new { c.EndedAt, c.Id });
        call.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.ForId).OnDelete(DeleteBehavior.Restrict);
    }
}
