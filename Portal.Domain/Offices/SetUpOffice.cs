using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Offices;

/// <summary>The office was created or its settings changed.</summary>
/// <param name="Fields">The names of the fields that changed.</param>
public sealed record OfficeSetUp(bool Created, IReadOnlyList<string> Fields) : IEvent
{
    /// <summary>The old and new values of settings that are numbers or codes; names and addresses aren't among them.</summary>
    public IReadOnlyList<SettingChange>? Changes { get; init; }
}

/// <summary>The old and new value of a setting.</summary>
public sealed record SettingChange(string Field, string From, string To);

/// <summary>
/// Creates or changes the office, from an imported legislator or from given values. A second run with the same input
/// changes nothing.
/// </summary>
public sealed class SetUpOffice(PortalDb db, TimeProvider clock)
{
    /// <summary>Runs the operation.</summary>
    public async Task<Outcome> ExecuteAsync(SetUpOfficeCommand command, Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Permission.SetUpOffice) is { } refusal)
            return refusal;
        var office = await db.Set<Office>().Include(o => o.Locations).SingleOrDefaultAsync(cancel);
        if (command.ExpectedVersion is { } expected && expected != (office?.Version ?? 0))
            return Stale;
        var member = command.Bioguide is null ? null : await db.Set<Legislator>().AsNoTracking()
            .Include(l => l.Offices).SingleOrDefaultAsync(l => l.Bioguide == command.Bioguide, cancel);
        if (command.Bioguide is { } unknown && member is null)
            return await db.Set<Legislator>().AnyAsync(cancel)
                ? new SetUpOfficeResult.Refused(SetUpOfficeRefusal.UnknownMember, "No imported Member has the identifier “{0}”.", unknown)
                : new SetUpOfficeResult.Refused(
                    SetUpOfficeRefusal.NoMembers,
                    "No Members have been imported yet. Import legislators-current.yaml and legislators-district-offices.yaml first.");

        var created = office is null;
        office ??= new Office();
        var wanted = Complete(command, member, created ? null : office, out var state);
        if (OfficeRules.Broken(wanted, state) is { } broken)
            return broken;

        if (created)
            db.Add(office);
        Apply(wanted, state!, office);
        if (member is not null)
            Match(office, member.Offices.Select(LocationValues.From), imported: true);
        if (command.Locations is not null)
            Match(office, command.Locations, imported: false);
        var changed = db.ChangeTracker.HasChanges();
        if (changed)
            Record(office, created, actor);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Stale;
        }
        return new SetUpOfficeResult.Done(created, office, changed);
    }

    private void Record(Office office, bool created, Actor actor)
    {
        var fields = db.Entry(office).Properties
            .Where(p => created || p.IsModified)
            .Select(p => p.Metadata.Name)
            .Where(name => name is not nameof(Office.Id) and not nameof(Office.Version) and not nameof(Office.ChangedAt))
            .ToList();
        if (db.ChangeTracker.Entries<OfficeLocation>().Any(e => e.State != EntityState.Unchanged))
            fields.Add(nameof(Office.Locations));
        office.ChangedAt = clock.GetUtcNow().UtcDateTime;
        db.Record(this, office.ChangedAt, actor, null, new OfficeSetUp(created, fields) { Changes = created ? null : Changes(office) });
    }

    private List<SettingChange> Changes(Office office) =>
    [
        .. db.Entry(office).Properties
            .Where(p => p.Metadata.Name is nameof(Office.UpdateIntervalDays) or nameof(Office.ReleaseMonths) or nameof(Office.ReleaseReminderDays)
                or nameof(Office.ReleaseRenewalDays) or nameof(Office.ReleaseCloseDays) or nameof(Office.TimeZone))
            .Where(p => p.IsModified)
            .Select(p => new SettingChange(p.Metadata.Name, Written(p.OriginalValue), Written(p.CurrentValue)))
    ];

    private static string Written(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static SetUpOfficeResult.Refused Stale =>
        new(
            SetUpOfficeRefusal.Stale,
            "Not saved. Someone else changed the office settings while you were editing. Check the new values and try again.");

    private static SetUpOfficeCommand Complete(SetUpOfficeCommand given, Legislator? member, Office? now, out UsState? state)
    {
        var name = given.State ?? member?.State ?? now?.State;
        state = UsState.TryParse(name, out var known) ? known : null;
        var chamber = given.Chamber ?? member?.Chamber ?? now?.Chamber;
        var district = member is null && given.Chamber is null && given.State is null ? now?.District : member?.District;
        // After a change of state, the old time zone would more often be wrong than right.
        var zone = now is not null && now.State == state?.Code ? now.TimeZone : state?.TimeZone;
        return given with
        {
            Bioguide = given.Bioguide ?? now?.Bioguide,
            Chamber = chamber,
            MemberFullName = given.MemberFullName ?? member?.FullName ?? now?.MemberFullName,
            MemberGender = given.MemberGender ?? member?.Gender ?? now?.MemberGender ?? Gender.Unknown,
            State = name,
            District = given.District ?? district,
            TimeZone = given.TimeZone ?? zone,
            Phone = PhoneNumber.Store(given.Phone ?? member?.Phone ?? now?.Phone),
            Email = Blank(given.Email ?? now?.Email),
            Website = Blank(given.Website ?? member?.Url ?? now?.Website),
            UpdateIntervalDays = given.UpdateIntervalDays ?? now?.UpdateIntervalDays ?? 30,
            ReleaseMonths = given.ReleaseMonths ?? now?.ReleaseMonths ?? 12,
            ReleaseReminderDays = given.ReleaseReminderDays ?? now?.ReleaseReminderDays ?? "3,7,14",
            ReleaseRenewalDays = given.ReleaseRenewalDays ?? now?.ReleaseRenewalDays ?? 30,
            ReleaseCloseDays = given.ReleaseCloseDays ?? now?.ReleaseCloseDays ?? 30,
        };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static void Apply(SetUpOfficeCommand wanted, UsState state, Office office)
    {
        (office.Chamber, office.MemberFullName, office.MemberGender, office.State, office.District) =
            (wanted.Chamber!.Value, wanted.MemberFullName!.Trim(), wanted.MemberGender!.Value, state.Code, wanted.District);
        (office.TimeZone, office.Phone, office.Email, office.Website, office.Bioguide) =
            (wanted.TimeZone!, wanted.Phone, wanted.Email, wanted.Website, wanted.Bioguide);
        (office.UpdateIntervalDays, office.ReleaseMonths) = (wanted.UpdateIntervalDays!.Value, wanted.ReleaseMonths!.Value);
        (office.ReleaseReminderDays, office.ReleaseRenewalDays, office.ReleaseCloseDays) =
            (
                wanted.ReleaseReminderDays!.Replace(" ", "", StringComparison.Ordinal),
                wanted.ReleaseRenewalDays!.Value,
                wanted.ReleaseCloseDays!.Value);
    }

    // Locations that stay the same keep their key, because cases may refer to it.
    private void Match(Office office, IEnumerable<LocationValues> wanted, bool imported)
    {
        var old = office.Locations.Where(l => l.SourceId is not null == imported)
            .ToDictionary(l => l.SourceId ?? l.Label, StringComparer.OrdinalIgnoreCase);
        foreach (var values in wanted)
        {
            if (!old.Remove(values.SourceId ?? values.Label, out var row))
            {
                row = new OfficeLocation { SourceId = values.SourceId };
                office.Locations.Add(row);
                db.Add(row);
            }
            values.CopyTo(row);
        }
        foreach (var gone in old.Values)
            office.Locations.Remove(gone);
    }
}
