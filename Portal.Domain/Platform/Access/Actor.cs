namespace Portal.Domain.Platform.Access;

/// <summary>Who is acting.</summary>
public enum ActorKind
{
    /// <summary>A constituent or the person helping them.</summary>
    Constituent,

    /// <summary>Someone of the office.</summary>
    Staff,

    /// <summary>A background job or the command line.</summary>
    System,
}

/// <summary>Who is acting and what they may do; every operation is told.</summary>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name, IReadOnlyCollection<Permission> Permissions)
{
    /// <summary>The one release that a signer's session is for; null for everybody else.</summary>
    public Guid? ReleaseId { get; private init; }

    /// <summary>A background job, named by what it does.</summary>
    public static Actor System(string name) => new(ActorKind.System, null, name, Enum.GetValues<Permission>());

    /// <summary>A signed-in member of staff.</summary>
    public static Actor Staff(Guid id, string name, StaffRole role) => new(ActorKind.Staff, id, name, RolePermissions.For(role));

    /// <summary>Somebody on the public site of whom nothing is known yet.</summary>
    public static Actor Anonymous { get; } = new(ActorKind.Constituent, null, "", [Permission.UsePublicSite]);

    /// <summary>Whoever holds the session of one case; <paramref name="caseId"/> is that case.</summary>
    public static Actor Constituent(Guid? caseId) => new(ActorKind.Constituent, caseId, "", [Permission.OwnCase, Permission.UsePublicSite]);

    /// <summary>Whoever opened one release by a code of their own: that release and nothing else of the case.</summary>
    public static Actor Signer(Guid caseId, Guid releaseId) => Constituent(caseId) with { ReleaseId = releaseId };

    /// <summary>Whether this actor may do it.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>The refusal when this actor may not, else null.</summary>
    public Outcome? Demand(Permission permission) => May(permission) ? null : new Outcome.NotPermitted(permission);

    /// <summary>For what both sides may do: the refusal when a constituent's session is not for this case, or staff may not; else null.</summary>
    public Outcome? DemandCase(Guid caseId, Permission staffPermission) => Kind switch
    {
        ActorKind.Constituent => Id == caseId && ReleaseId is null ? null : new Outcome.NotPermitted(Permission.OwnCase),
        _ => Demand(staffPermission),
    };
}
