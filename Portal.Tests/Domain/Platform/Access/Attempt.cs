using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Access;

/// <summary>One operation as somebody tries it.</summary>
/// <param name="Operation">Its class.</param>
/// <param name="Needs">What staff need for it.</param>
/// <param name="Run">Tries it on a scene, with the version the form saw.</param>
public sealed record Attempt(Type Operation, Permission Needs, Func<Scene, Actor, int?, Task<Outcome>> Run)
{
    /// <summary>Whether the constituent may do it on the own case.</summary>
    public bool Owner { get; init; }

    /// <summary>Whether everybody on the public site may do it, with or without a case.</summary>
    public bool Public { get; init; }

    /// <summary>Whether its form carries a version.</summary>
    public bool Versioned { get; init; }

    /// <summary>Whether it is about one case.</summary>
    public bool OfCase { get; init; } = true;

    public string Name { get; init; } = Operation.Name;

    /// <summary>Tries <typeparamref name="TOperation"/>.</summary>
    public static Attempt At<TOperation>(Permission needs, Func<TOperation, Scene, Actor, int?, Task<Outcome>> run)
        where TOperation : notnull =>
        new(typeof(TOperation), needs, (scene, actor, version) => scene.Office.WithAsync<TOperation, Outcome>(o => run(o, scene, actor, version)));
}

/// <summary>A case with everything an operation may ask for.</summary>
public sealed record Scene(DomainHost Office, Guid CaseId, Guid ReleaseId, Guid InquiryId, Guid RequestId, Guid DocumentId, Guid Colleague)
{
    /// <summary>Ids that nothing has.</summary>
    public Scene Nowhere() => new(Office, New(), New(), New(), New(), New(), Colleague);

    public static Guid New() => Guid.CreateVersion7();
}
