using Portal.Domain.Agencies;

namespace Portal.Domain.Facts;

/// <summary>A deadline that people with a topic's problem must know.</summary>
/// <param name="VerifiedOn">The day the office last compared it with its source; null when it never did.</param>
public sealed record Deadline(AppealPeriodCard Period, DateOnly? VerifiedOn);
