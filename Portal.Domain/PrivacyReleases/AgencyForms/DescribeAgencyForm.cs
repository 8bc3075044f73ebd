using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Changes a form's title, its source, and the date staff last checked that the agency still uses it.</summary>
public sealed class DescribeAgencyForm(PortalDb db, TimeProvider clock)
{
    /// <summary>The values entered, and the version of the form the page showed.</summary>
    public sealed record Command(Guid FormId, int Version, string? Title, string? Source, DateOnly? VerifiedOn);

    /// <summary>Saves the changes. Records nothing when nothing changed.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (await db.Set<AgencyForm>().SingleOrDefaultAsync(f => f.Id == command.FormId, cancellation) is not { } form)
            return new Outcome.NotFound();
        if (form.Version != command.Version)
            return new Outcome.Stale();
        if (form.State == AgencyFormState.Superseded)
            return new Outcome.Refused("This version is no longer in use and can't be changed.");
        var now = clock.GetUtcNow().UtcDateTime;
        if (FormFactRules.Broken(command.Title, command.Source, command.VerifiedOn, now) is { } problem)
            return problem;
        (form.Title, form.Source, form.VerifiedOn) = (command.Title!.Trim(), command.Source!.Trim(), command.VerifiedOn);
        var changes = db.Entry(form).Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(AgencyForm.Version))
            .Select(p => new AgencyFieldChange(p.Metadata.Name, Words(p.OriginalValue), Words(p.CurrentValue))).ToList();
        if (changes.Count == 0)
            return Outcome.Done;
        db.Record(this, now, actor, null, new AgencyFormDetailsChanged(form.Id, form.AgencyCode, form.Edition, changes));
        return await db.CommitAsync(cancellation);
    }

    private static string? Words(object? value) => value is DateOnly day ? day.ToString("yyyy-MM-dd") : value?.ToString();
}
