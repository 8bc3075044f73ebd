using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Tasks;

namespace Portal.Domain.Corrections;

/// <summary>
/// The person corrects their own contact data. A new email address takes a code sent to the old address and one sent to the new: the
/// first shows that it's the person, the second that the address is right.
/// </summary>
public sealed class ChangeMyContact(
    PortalDb db, CaseContact contacts, ContactChange change, SendAccessCode codes, SecretCode secrets, SystemCipher cipher, TimeProvider clock)
{
    private static readonly Outcome.Refused Held = new("Someone called and asked us to change your contact or bank details. To protect you, we won't change anything until we talk to you. If you need the change now, call us.");
    private static readonly Outcome.Refused Outdated = new("This was changed while you had the page open. Check it, then save again.");

    /// <summary>The case, and its contact data as it should be. A helper's own is all that a helper can change.</summary>
    /// <param name="Version">The version that was shown; null to skip the check.</param>
    public sealed record Command(Guid CaseId, int? Version, ContactData Contact);

    /// <summary>The codes as typed, and what <see cref="CodesNeeded"/> gave.</summary>
    public sealed record Confirmation(Guid CaseId, string? Pending, string? OldCode, string? NewCode);

    /// <summary>Nothing is changed yet: codes were sent.</summary>
    /// <param name="Pending">What to send back with the codes, sealed.</param>
    public sealed record CodesNeeded(string Pending, string? OldEmail, string? NewEmail) : Outcome.Success;

    /// <summary>It was changed. Sessions of the case have ended if the email address changed.</summary>
    public sealed record Changed(bool Email) : Outcome.Success;

    /// <summary>Changes it, or sends the codes that a new email address takes.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadOwnCaseAsync(command.CaseId, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        var known = await contacts.ReadAsync(@case.Id, cancellation);
        if (command.Version is { } shown && shown != known.Version)
            return Outdated;
        var wanted = @case.HelperWrites ? known.Contact with { Helper = command.Contact.Helper } : command.Contact;
        var fields = known.Contact.DifferencesTo(wanted);
        if (fields.Count == 0)
            return new Changed(Email: false);
        if (ContactChange.FindProblem(@case, wanted, fields) is { } problem)
            return problem;
        if (await OpenTasks.HoldsChangeAsync(db, @case.Id, cancellation))
            return Held;
        var (old, @new) = (@case.ContactEmail?.Text, ContactChange.WriterOf(@case, wanted).Email);
        if (!string.Equals(old ?? "", @new ?? "", StringComparison.OrdinalIgnoreCase))
            return await SendCodesAsync(new(@case.Id, known.Version, wanted), @case.Language, old, @new, cancellation);
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        await change.ApplyAsync(act, @case, wanted, cancellation);
        Note(act, @case, fields);
        return await db.CommitAsync(cancellation, new Changed(Email: false));
    }

    /// <summary>Changes it once both codes are right.</summary>
    public async Task<Outcome> ConfirmAsync(Confirmation confirmation, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadOwnCaseAsync(confirmation.CaseId, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (PendingChange.From(confirmation.Pending, cipher) is not { } pending || pending.CaseId != @case.Id)
            return new Outcome.Refused("That code no longer works. Request a new code.");
        if ((await contacts.ReadAsync(@case.Id, cancellation)).Version != pending.Version)
            return Outdated;
        if (await OpenTasks.HoldsChangeAsync(db, @case.Id, cancellation))
            return Held;
        var now = clock.GetUtcNow().UtcDateTime;
        var tried = new List<AccessCode>();
        foreach (var (id, typed) in new[] { (pending.OldCode, confirmation.OldCode), (pending.NewCode, confirmation.NewCode) })
        {
            if (id is null)
                continue;
            var code = await db.Set<AccessCode>().SingleOrDefaultAsync(c => c.Id == id && c.Purpose == AccessPurpose.Contact, cancellation);
            if (code is null || !code.IsUsable(now))
                return new Outcome.Refused("That code no longer works. Request a new code.");
            if (!code.Try(secrets, typed ?? ""))
                return await db.CommitAsync(cancellation, code.Wrong());
            tried.Add(code);
        }

        tried.ForEach(code => code.UsedAt = now);
        var act = new Act(this, actor, now);
        var (fields, problem) = await change.ApplyAsync(act, @case, pending.Contact, cancellation);
        if (problem is not null)
            return problem;
        if (fields.Count > 0)
            Note(act, @case, fields);
        return await db.CommitAsync(cancellation, new Changed(Email: true));
    }

    private void Note(Act act, Case @case, IReadOnlyList<ContactField> fields)
    {
        db.Record(act, @case.Id, new ContactCorrected(fields, null, null));
        db.NoteConstituentActivity(@case, act.At);
        if (fields.Any(f => f is ContactField.Phone or ContactField.HelperPhone) && @case.ContactEmail is { } email)
            db.Queue(act.At, new PhoneChangedMail(), new(email, @case.Language), @case.Id, Guid.CreateVersion7(new DateTimeOffset(act.At)));
    }

    private async Task<Outcome> SendCodesAsync(Command command, string language, string? old, string? @new, CancellationToken cancellation)
    {
        async Task<Guid?> SendAsync(string? email) => string.IsNullOrWhiteSpace(email) ? null
            : await codes.AddAsync(new(AccessPurpose.Contact, command.CaseId, email, language), cancellation);
        var pending = new PendingChange(command.CaseId, command.Version!.Value, command.Contact, await SendAsync(old), await SendAsync(@new));
        return await db.CommitAsync(cancellation, new CodesNeeded(pending.Seal(cipher), old, string.IsNullOrWhiteSpace(@new) ? null : @new));
    }
}
