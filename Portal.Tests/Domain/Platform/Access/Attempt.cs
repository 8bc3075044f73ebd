using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Access;

/// <summary>One operation and how to attempt it.</summary>
/// <param name="Operation">The operation's class.</param>
/// <param name="Needs">The permission staff need.</param>
/// <param name="Run">Runs it on a scene, with the version the form was shown with.</param>
public sealed record Attempt(Type Operation, Permission Needs, Func<Scene, Actor, int?, Task<Outcome>> Run)
{
    /// <summary>Whether constituents may do it on their own case.</summary>
    public bool Owner { get; init; }

    /// <summary>Whether anyone on the public site may do it, with or without a case.</summary>
    public bool Public { get; init; }

    /// <summary>Whether its form includes a version.</summary>
    public bool Versioned { get; init; }

    /// <summary>Whether it acts on a single case.</summary>
    public bool OfCase { get; init; } = true;

    public string Name { get; init; } = Operation.Name;

    /// <summary>An attempt at <typeparamref name="TOperation"/>.</summary>
    public static Attempt At<TOperation>(Permission needs, Func<TOperation, Scene, Actor, int?, Task<Outcome>> run)
        where TOperation : notnull =>
        new(typeof(TOperation), needs, (scene, actor, version) => scene.Office.WithAsync<TOperation, Outcome>(o => run(o, scene, actor, version)));
}

/// <summary>A case with everything an operation may need.</summary>
public sealed record Scene(DomainHost Office, Guid CaseId, Guid ReleaseId, Guid InquiryId, Guid RequestId, Guid DocumentId, Guid Colleague)
{
    /// <summary>A letter that someone is writing.</summary>
    public Guid LetterId { get; init; }

    /// <summary>An email that waits in the mail room.</summary>
    public Guid EmailId { get; init; }

    /// <summary>A contact in the directory.</summary>
    public Guid ContactId { get; init; }

    /// <summary>The same scene with ids that don't exist.</summary>
    public Scene Nowhere() => new(Office, New(), New(), New(), New(), New(), Colleague) { LetterId = New(), EmailId = New(), ContactId = New() };

    public static Guid New() => Guid.CreateVersion7();
}
