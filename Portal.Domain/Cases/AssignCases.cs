using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Cases;

/// <summary>
/// Gives several cases away at once. Each is an <see cref="AssignCase"/> with a save of its own: one that somebody changed
/// meanwhile does not hold up the others.
/// </summary>
public sealed class AssignCases(PortalDb db, AssignCase assign)
{
    /// <summary>Which of them were given away.</summary>
    public sealed record Assigned(IReadOnlyList<AssignCase.Command> Cases) : Outcome.Success;

    /// <summary>Assigns; when none could be, says why the last could not.</summary>
    public async Task<Outcome> ExecuteAsync(IReadOnlyList<AssignCase.Command> cases, Actor actor, CancellationToken cancellation)
    {
        var done = new List<AssignCase.Command>();
        Outcome? refusal = null;
        foreach (var one in cases)
        {
            // What a refused one left behind must not be saved with the next.
            db.ChangeTracker.Clear();
            if (await assign.ExecuteAsync(one, actor, cancellation) is { Succeeded: false } refused)
                refusal = refused;
            else
                done.Add(one);
        }

        return done.Count == 0 && refusal is not null ? refusal : new Assigned(done);
    }
}
