using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Staff;

/// <summary>Somebody who works or worked in the office, as lists and menus show them.</summary>
/// <param name="WorksHere">Whether the account is open.</param>
/// <param name="AbsentFrom">First day of an absence.</param>
/// <param name="AbsentUntil">Last day of an absence; null when it isn't known yet.</param>
public sealed record Colleague(Guid Id, string Name, StaffRole Role, bool WorksHere, DateOnly? AbsentFrom, DateOnly? AbsentUntil)
{
    /// <summary>Whether a colleague may give the person a case; an intern only takes one.</summary>
    public bool MayBeGivenCases => WorksHere && RolePermissions.For(Role).Contains(Permission.WorkCases);

    /// <summary>Whether routing may give the person cases.</summary>
    public bool IsRoutedTo => WorksHere && Role is (StaffRole.Caseworker or StaffRole.CaseworkManager);

    /// <summary>Whether the person is away on that day.</summary>
    public bool IsAbsent(DateOnly day) => AbsentFrom <= day && (AbsentUntil is null || day <= AbsentUntil);
}

/// <summary>Everybody who works or worked in the office, by name; there are a few dozen.</summary>
public sealed class StaffDirectory(PortalDb db)
{
    private static readonly KeptQuery<int, Colleague> Everybody = new((db, _) => db.Set<StaffMember>().OrderBy(s => s.DisplayName)
        .Select(s => new Colleague(s.Id, s.DisplayName, s.Role, s.DisabledAt == null, s.AbsentFrom, s.AbsentUntil)));

    /// <summary>All of them, also those whose account is shut.</summary>
    public async Task<IReadOnlyList<Colleague>> ReadAsync(CancellationToken cancellation) => await Everybody.ListAsync(db, 0, cancellation);

    /// <summary>All names by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).ToDictionary(c => c.Id, c => c.Name);
}
