using Portal.Domain.Platform.Access;

namespace Portal.Domain.Platform.Activity;

/// <summary>Who is doing what, and when. An operation passes it to the helpers that act and record on its behalf.</summary>
/// <param name="Operation">The operation or job; its type's name goes into the activity record.</param>
/// <param name="Actor">Who is acting.</param>
/// <param name="At">When, UTC.</param>
public readonly record struct Act(object Operation, Actor Actor, DateTime At);
