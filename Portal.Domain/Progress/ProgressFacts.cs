using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Decisions;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Tasks;

namespace Portal.Domain.Progress;

/// <summary>What decides where a case stands.</summary>
/// <param name="Case">The case.</param>
/// <param name="Readiness">Whether we may contact the case's own agency, and if not, what is missing.</param>
/// <param name="Today">The date in the office's time zone.</param>
public sealed record ProgressFacts(Case Case, Readiness Readiness, DateOnly Today)
{
    /// <summary>Every inquiry.</summary>
    public IReadOnlyList<InquiryFact> Inquiries { get; init; } = [];

    /// <summary>What the constituent was asked for.</summary>
    public IReadOnlyList<InformationRequest> Requests { get; init; } = [];

    /// <summary>Every privacy release.</summary>
    public IReadOnlyList<ReleaseFact> Releases { get; init; } = [];

    /// <summary>People the case's own agency wants a release from and no one has named yet. The constituent may name them.</summary>
    public IReadOnlyList<PartyRole> Unnamed { get; init; } = [];

    /// <summary>The day on which email to the person who opened the case was given up; null when there was none, or some has arrived since.</summary>
    public DateOnly? MailFailedOn { get; init; }

    /// <summary>Open inquiries whose last letter came back or was refused; nothing has gone out since.</summary>
    public IReadOnlyList<Guid> LettersUndelivered { get; init; } = [];

    /// <summary>Open tasks, appointments, and promised calls, the earliest first.</summary>
    public IReadOnlyList<TaskFact> Tasks { get; init; } = [];

    /// <summary>Questions for the Member or senior staff that aren't settled.</summary>
    public IReadOnlyList<DecisionFact> Decisions { get; init; } = [];

    /// <summary>The day we requested a release that is still unsigned after the time the office allows; otherwise null.</summary>
    public DateOnly? NeverSigned { get; init; }
}
