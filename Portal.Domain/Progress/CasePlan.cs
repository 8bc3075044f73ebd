namespace Portal.Domain.Progress;

/// <summary>Whether anything will bring a case back to somebody's mind.</summary>
public static class CasePlan
{
    /// <summary>
    /// Whether something is planned beyond the next update: a step with a day of its own, an agency at work, an open ask, a decision, or an
    /// unread message. A case without a plan is only remembered by whoever thinks of it.
    /// </summary>
    public static bool HasPlan(this CaseProgress progress) =>
        progress.Asks.Count > 0 || progress.IsUnanswered || progress.Steps.Any(s => s.DueOn is not null || s.InquiryId is not null || s.DecisionId is not null);
}
