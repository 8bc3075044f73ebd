using Portal.Domain.Platform.Access;

namespace Portal.Domain.Platform.Activity;

/// <summary>Who does what, and when: an operation hands it to the pieces that work and record in its name.</summary>
/// <param name="Operation">The operation or job; its type's name goes into the activity record.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="At">When, UTC.</param>
public readonly record struct Act(object Operation, Actor Actor, DateTime At);
