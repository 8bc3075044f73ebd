using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Cases;

/// <summary>
/// Assigns several cases at once. Each is an <see cref="AssignCase"/> with its own save, so a case someone else just changed
/// doesn't block the others.
/// </summary>
public sealed class AssignCases(PortalDb db, AssignCase assign)
{
    /// <summary>The cases that were assigned.</summary>
    public sealed record Assigned(IReadOnlyList<AssignCase.Command> Cases) : Outcome.Success;

    /// <summary>Assigns the cases. If none could be assigned, returns the last refusal.</summary>
    public async Task<Outcome> ExecuteAsync(IReadOnlyList<AssignCase.Command> cases, Actor actor, CancellationToken cancellation)
    {
        var done = new List<AssignCase.Command>();
        Outcome? refusal = null;
        foreach (var one in cases)
        {
            // Changes left behind by a refused assignment must not be saved with the next one.
            db.ChangeTracker.Clear();
            if (await assign.ExecuteAsync(one, actor, cancellation) is { Succeeded: false } refused)
                refusal = refused;
            else
                done.Add(one);
        }

        return done.Count == 0 && refusal is not null ? refusal : new Assigned(done);
    }
}
