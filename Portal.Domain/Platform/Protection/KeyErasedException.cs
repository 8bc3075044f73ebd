namespace Portal.Domain.Platform.Protection;

/// <summary>The case has no data key any more: what it protected was erased on purpose and cannot come back.</summary>
public sealed class KeyErasedException(Guid owner) : Exception($"The data key of {owner} was erased.")
{
    /// <summary>The case.</summary>
    public Guid OwnerId { get; } = owner;
}
