using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Discards a draft, or retires the published form without a replacement. A form that was ever published is kept.</summary>
public sealed class EndAgencyForm(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock)
{
    /// <summary>The form as the page showed it.</summary>
    public sealed record Command(Guid FormId, int Version);

    /// <summary>Ends the form. Ending it again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (await db.Set<AgencyForm>().SingleOrDefaultAsync(f => f.Id == command.FormId, cancellation) is not { } form)
            return new Outcome.NotFound();
        if (form.State == AgencyFormState.Superseded)
            return Outcome.Done;
        if (form.Version != command.Version)
            return new Outcome.Stale();
        var now = clock.GetUtcNow().UtcDateTime;
        if (form.State == AgencyFormState.Published)
        {
            form.End(now);
            db.Record(this, now, actor, null, new AgencyFormRetired(form.Id, form.AgencyCode, form.Edition));
            return await db.CommitAsync(cancellation);
        }

        db.Remove(form);
        await vault.EraseAsync(form.Id, cancellation);
        db.Record(this, now, actor, null, new AgencyFormDiscarded(form.Id, form.AgencyCode, form.Edition));
        var outcome = await db.CommitAsync(cancellation);
        if (outcome.Succeeded)
            await store.DeleteAsync(form.StoredName, CancellationToken.None);
        return outcome;
    }
}
