using Portal.Domain.Platform.Access;

namespace Portal.Domain.Platform;

/// <summary>How an operation ended. Expected refusals are values; bugs throw.</summary>
public abstract record Outcome
{
    /// <summary>The change was made and saved.</summary>
    public static readonly Outcome Done = new Success();

    /// <summary>The change was made and saved. Operations that return something derive from this.</summary>
    public record Success : Outcome;

    /// <summary>The actor may not do this.</summary>
    public sealed record NotPermitted(Permission Permission) : Outcome;

    /// <summary>There's no such row.</summary>
    public sealed record NotFound : Outcome;

    /// <summary>Someone changed the row since it was read.</summary>
    public sealed record Stale : Outcome;

    /// <summary>A rule forbids it. <see cref="Reason"/> is an English sentence that is also its translation key.</summary>
    public sealed record Refused(string Reason, params object[] Arguments) : Outcome;

    /// <summary>Retries once when someone else changed the row at the same moment. For requests that stay valid whatever changed.</summary>
    public static async Task<Outcome> RetryOnceIfStaleAsync(Func<Task<Outcome>> request) =>
        await request() is var outcome and not Stale ? outcome : await request();

    /// <summary>Whether the operation succeeded.</summary>
    public bool Succeeded => this is Success;
}
