using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Writing;

/// <summary>The fields of a form, by name.</summary>
public sealed class DraftFields : Dictionary<string, string[]>
{
    /// <summary>No fields.</summary>
    public DraftFields()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>The form's idempotency key; empty when it has none.</summary>
    public Guid Key => TryGetValue("Key", out var values) && values is [var text, ..] && Guid.TryParse(text, out var key) ? key : Guid.Empty;

    /// <summary>Writes them as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, EventJson.Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static DraftFields Read(string json) => JsonSerializer.Deserialize<DraftFields>(json, EventJson.Options)!;
}

/// <summary>Keeps what somebody has typed in a form of a case. The newest replaces what was kept before.</summary>
public sealed class KeepDraft(PortalDb db, TimeProvider clock)
{
    /// <summary>The form, by the part of its address after the case, and its fields.</summary>
    public sealed record Command(Guid CaseId, string Form, DraftFields Fields);

    /// <summary>Keeps it. Refuses more than any form takes.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteNotes) is { } refusal)
            return refusal;
        if (!await db.Set<Case>().AnyAsync(c => c.Id == command.CaseId, cancellation))
            return new Outcome.NotFound();
        var fields = command.Fields.Write();
        if (fields.Length > CaseDraft.Longest || command.Form.Length is 0 or > CaseDraft.LongestForm)
            return new Outcome.Refused("That's too much text to keep as a draft.");
        var now = clock.GetUtcNow().UtcDateTime;
        var staff = actor.Id!.Value;
        if (await db.Set<CaseDraft>().FindDraftAsync(command.CaseId, staff, command.Form, cancellation) is { } kept)
        {
            // The form was sent while this was on its way.
            if (kept.EndedKey is { } ended && ended == command.Fields.Key)
                return Outcome.Done;
            (kept.Fields, kept.SavedAt, kept.EndedKey) = (fields, now, null);
        }
        else
        {
            db.Add(new CaseDraft { Id = Guid.CreateVersion7(), CaseId = command.CaseId, StaffId = staff, Form = command.Form, Fields = fields, SavedAt = now });
        }

        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Deletes what somebody kept of a form, because it was sent or isn't wanted.</summary>
public sealed class DropDraft(PortalDb db, TimeProvider clock)
{
    /// <summary>The form, and the idempotency key it was sent with.</summary>
    public sealed record Command(Guid CaseId, string Form, Guid Key);

    /// <summary>Deletes it. What the same form still saves on its way out isn't kept.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteNotes) is { } refusal)
            return refusal;
        if (!await db.Set<Case>().AnyAsync(c => c.Id == command.CaseId, cancellation))
            return new Outcome.NotFound();
        var staff = actor.Id!.Value;
        if (command.Form.Length is 0 or > CaseDraft.LongestForm)
            return Outcome.Done;
        var nothing = new DraftFields().Write();
        if (await db.Set<CaseDraft>().FindDraftAsync(command.CaseId, staff, command.Form, cancellation) is not { } kept)
            db.Add(kept = new CaseDraft { Id = Guid.CreateVersion7(), CaseId = command.CaseId, StaffId = staff, Form = command.Form, Fields = nothing });
        else if (kept.EndedKey == command.Key)
            return Outcome.Done;
        (kept.Fields, kept.SavedAt, kept.EndedKey) = (nothing, clock.GetUtcNow().UtcDateTime, command.Key);
        await db.CommitAsync(cancellation);
        return Outcome.Done;
    }
}

/// <summary>Notes that somebody has a case open, and whether they type in one of its forms.</summary>
public sealed class NotePresence(PortalDb db, TimeProvider clock)
{
    /// <summary>The case, and the form that is typed in; null while it's only read.</summary>
    public sealed record Command(Guid CaseId, string? Form);

    /// <summary>Notes it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ReadCases) is { } refusal)
            return refusal;
        if (!await db.Set<Case>().AnyAsync(c => c.Id == command.CaseId, cancellation))
            return new Outcome.NotFound();
        var (staff, now) = (actor.Id!.Value, clock.GetUtcNow().UtcDateTime);
        var form = command.Form is { Length: > 0 and <= CaseDraft.LongestForm } name ? name : null;
        var seen = await db.Set<CasePresence>().Where(p => p.CaseId == command.CaseId && p.StaffId == staff)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.SeenAt, now).SetProperty(p => p.Form, form), cancellation);
        if (seen > 0)
            return Outcome.Done;
        db.Add(new CasePresence { CaseId = command.CaseId, StaffId = staff, SeenAt = now, Form = form });
        await db.CommitAsync(cancellation);
        // Two pages of one person at once: either will do.
        return Outcome.Done;
    }
}
