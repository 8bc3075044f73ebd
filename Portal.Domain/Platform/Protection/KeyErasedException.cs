namespace Portal.Domain.Platform.Protection;

/// <summary>The case's data key was deleted on purpose. What it protected can't be recovered.</summary>
public sealed class KeyErasedException(Guid owner) : Exception($"The data key of {owner} was erased.")
{
    /// <summary>The case.</summary>
    public Guid OwnerId { get; } = owner;
}
