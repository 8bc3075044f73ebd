using Portal.Domain.Platform.Access;

namespace Portal.Domain.Platform;

/// <summary>How an operation ended. Expected refusals are values; bugs throw.</summary>
public abstract record Outcome
{
    /// <summary>It is done and saved.</summary>
    public static readonly Outcome Done = new Success();

    /// <summary>It is done and saved. Operations that have something to tell derive from this.</summary>
    public record Success : Outcome;

    /// <summary>The actor may not do this.</summary>
    public sealed record NotPermitted(Permission Permission) : Outcome;

    /// <summary>There is no such row.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>Somebody changed the row since it was read.</summary>
    public sealed record Stale : Outcome;

    /// <summary>A rule says no. <see cref="Reason"/> is an English sentence that is also the key of its translation.</summary>
    public sealed record Refused(string Reason, params object[] Arguments) : Outcome;

    /// <summary>Carries out a wish that stays the same whatever somebody changed at this moment: once more when it met such a change.</summary>
    public static async Task<Outcome> RetryOnceIfStaleAsync(Func<Task<Outcome>> request) => await request() is var outcome and not Stale ? outcome : await request();

    /// <summary>Whether it was done.</summary>
    public bool Succeeded => this is Success;
}
