using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>
/// Publishes a draft in place of the previous version. Releases signed with that version are unaffected because their sealed
/// PDFs don't refer back to the form.
/// </summary>
public sealed class PublishAgencyForm(PortalDb db, AgencyFormLibrary forms, TimeProvider clock)
{
    private const int MaxListed = 5;

    /// <summary>The draft as the page showed it.</summary>
    public sealed record Command(Guid FormId, int Version);

    /// <summary>Publishes the draft if every required field has a choice and a test fill succeeds.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (await db.Set<AgencyForm>().SingleOrDefaultAsync(f => f.Id == command.FormId, cancellation) is not { } form)
            return new Outcome.NotFound();
        if (form.Version != command.Version)
            return new Outcome.Stale();
        if (form.State != AgencyFormState.Draft)
            return new Outcome.Refused("This version is already published.");
        var map = form.Map;
        if (map.Filled == 0)
            return new Outcome.Refused("None of this form's fields are set up yet. First choose what goes in them.");
        if (map.Fields.Where(f => f.IsMissing).Select(f => f.Field.Number).ToList() is { Count: > 0 } missing)
            return new Outcome.Refused(
                "Choose what goes in these required fields: {0}.",
                string.Join(", ", missing.Take(MaxListed)) + (missing.Count > MaxListed ? "…" : ""));
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == form.AgencyCode, cancellation);
        if (await forms.FillAsync(form, SampleFacts.Details, agency, SampleFacts.Recipient, SampleFacts.Moment, cancellation) is null)
            return new Outcome.Refused("We tested filling in the form, and it didn't work. Upload the form again.");
        var before = await db.Set<AgencyForm>()
            .SingleOrDefaultAsync(f => f.AgencyCode == form.AgencyCode && f.State == AgencyFormState.Published, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        before?.End(now);
        form.Publish(now, actor.Id);
        db.Record(this, now, actor, null, new AgencyFormPublished(form.Id, form.AgencyCode, form.Edition, before?.Id));
        return await db.CommitAsync(cancellation);
    }
}
