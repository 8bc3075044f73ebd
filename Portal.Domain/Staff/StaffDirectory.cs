using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Staff;

/// <summary>A current or former staff member, as lists and menus show them.</summary>
/// <param name="WorksHere">Whether the account is active.</param>
/// <param name="AbsentFrom">The first day of an absence.</param>
/// <param name="AbsentUntil">The last day of an absence; null when it isn't known yet.</param>
public sealed record Colleague(Guid Id, string Name, StaffRole Role, bool WorksHere, DateOnly? AbsentFrom, DateOnly? AbsentUntil)
{
    /// <summary>Whether coworkers may assign cases to the person. Interns can only take one.</summary>
    public bool MayBeGivenCases => WorksHere && RolePermissions.For(Role).Contains(Permission.WorkCases);

    /// <summary>Whether routing may assign cases to the person.</summary>
    public bool IsRoutedTo => WorksHere && Role is (StaffRole.Caseworker or StaffRole.CaseworkManager);

    /// <summary>Whether the person is away on this day.</summary>
    public bool IsAbsent(DateOnly day) => AbsentFrom <= day && (AbsentUntil is null || day <= AbsentUntil);

    /// <summary>Whether cases assigned to them wait for nobody that day: they're away, or no longer work here.</summary>
    public bool CannotWorkOn(DateOnly day) => !WorksHere || IsAbsent(day);
}

/// <summary>All current and former staff, by name; a few dozen people.</summary>
public sealed class StaffDirectory(PortalDb db)
{
    private static readonly KeptQuery<int, Colleague> Everyone = new((db, _) => db.Set<StaffMember>()
        .OrderBy(s => s.DisplayName)
        .Select(s => new Colleague(s.Id, s.DisplayName, s.Role, s.DisabledAt == null, s.AbsentFrom, s.AbsentUntil)));

    /// <summary>All staff, including deactivated accounts.</summary>
    public async Task<IReadOnlyList<Colleague>> ReadAsync(CancellationToken cancellation) =>
        await Everyone.ListAsync(db, 0, cancellation);

    /// <summary>All names by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).ToDictionary(c => c.Id, c => c.Name);
}
