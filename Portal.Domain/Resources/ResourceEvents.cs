using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Resources;

/// <summary>An organization was added to the library, or what is known about it changed.</summary>
/// <param name="IsNew">Whether it was added.</param>
public sealed record ResourceSaved(Guid ResourceId, bool IsNew) : IEvent;

/// <summary>Someone made sure that what the library says about an organization is right.</summary>
public sealed record ResourceChecked(Guid ResourceId) : IEvent;

/// <summary>An organization was removed from the library.</summary>
public sealed record ResourceEnded(Guid ResourceId) : IEvent;
