namespace Portal.Domain.Platform.Access;

/// <summary>The kind of actor.</summary>
public enum ActorKind
{
    /// <summary>A constituent or the person helping them.</summary>
    Constituent,

    /// <summary>A member of the office's staff.</summary>
    Staff,

    /// <summary>A background job or the command line.</summary>
    System,
}

/// <summary>Who is acting and what they may do. Every operation takes one.</summary>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name, IReadOnlyCollection<Permission> Permissions)
{
    /// <summary>The release a signer's session is limited to; null for everyone else.</summary>
    public Guid? ReleaseId { get; private init; }

    /// <summary>A background job, named by what it does.</summary>
    public static Actor System(string name) => new(ActorKind.System, null, name, Enum.GetValues<Permission>());

    /// <summary>A signed-in member of staff.</summary>
    public static Actor Staff(Guid id, string name, StaffRole role) => new(ActorKind.Staff, id, name, RolePermissions.For(role));

    /// <summary>A visitor to the public site who hasn't identified themselves.</summary>
    public static Actor Anonymous { get; } = new(ActorKind.Constituent, null, "", [Permission.UsePublicSite]);

    /// <summary>The holder of a case session; <paramref name="caseId"/> is that case.</summary>
    public static Actor Constituent(Guid? caseId) => new(ActorKind.Constituent, caseId, "", [Permission.OwnCase, Permission.UsePublicSite]);

    /// <summary>A signer who opened one release with their own code. They can see nothing else in the case.</summary>
    public static Actor Signer(Guid caseId, Guid releaseId) => Constituent(caseId) with { ReleaseId = releaseId };

    /// <summary>Whether this actor has the permission.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>The refusal when this actor lacks the permission; null otherwise.</summary>
    public Outcome? Demand(Permission permission) => May(permission) ? null : new Outcome.NotPermitted(permission);

    /// <summary>
    /// For actions open to constituents and staff: the refusal when a constituent's session isn't for this case or staff lack the
    /// permission; null otherwise.
    /// </summary>
    public Outcome? DemandCase(Guid caseId, Permission staffPermission) => Kind switch
    {
        ActorKind.Constituent => Id == caseId && ReleaseId is null ? null : new Outcome.NotPermitted(Permission.OwnCase),
        _ => Demand(staffPermission),
    };
}
