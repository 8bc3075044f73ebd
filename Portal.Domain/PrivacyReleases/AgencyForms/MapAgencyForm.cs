using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Sets what goes in the fields of a draft. A published form can't be changed.</summary>
public sealed class MapAgencyForm(PortalDb db, TimeProvider clock)
{
    /// <summary>Choices by field name; null makes a field undecided again. Fields not named stay as they are.</summary>
    public sealed record Command(Guid FormId, int Version, IReadOnlyDictionary<string, FieldChoice?> Choices);

    /// <summary>Saves the choices. Records nothing when nothing changed.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (await db.Set<AgencyForm>().SingleOrDefaultAsync(f => f.Id == command.FormId, cancellation) is not { } form)
            return new Outcome.NotFound();
        if (form.Version != command.Version)
            return new Outcome.Stale();
        if (form.State != AgencyFormState.Draft)
            return new Outcome.Refused("Only a draft can be changed. Create a new version of the form first.");
        var map = form.Map;
        var fields = map.Fields.ToDictionary(f => f.Field.Name);
        foreach (var (name, choice) in command.Choices)
        {
            if (!fields.TryGetValue(name, out var known))
                return new Outcome.Refused("The form no longer has this field. Reload the page.");
            if (choice is not null && FormRules.Broken(known.Field, choice) is { } problem)
                return problem;
        }

        if (command.Choices.All(c => c.Value?.Same(fields[c.Key].Choice) ?? fields[c.Key].Choice is null))
            return Outcome.Done;
        var changed = map.With(command.Choices);
        form.FieldMap = changed.ToJson();
        db.Record(
            this, clock.GetUtcNow().UtcDateTime, actor, null,
            new AgencyFormFieldsMapped(form.Id, form.AgencyCode, form.Edition, changed.Filled, changed.Open));
        return await db.CommitAsync(cancellation);
    }
}
