using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Constituents;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Routing;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>The top of a case: what every page about it shows.</summary>
/// <param name="Seen">The newest thing that happened; forms carry it, so that a stale save can say what came after.</param>
public sealed record CasePageHeader(Case Case, Constituent Person, TopicCard? Topic, Agency? Agency, TimelineNames Names, Guid Seen);

/// <summary>An agency of a case and whether we may write to it today.</summary>
/// <param name="Exception">The recorded exception in force; null when there is none.</param>
public sealed record CasePageAgency(Agency Agency, Readiness Readiness, IReadOnlyList<PrivacyRelease> Releases, ReleaseException? Exception);

/// <summary>Another case of the same person.</summary>
public sealed record SiblingCase(string Reference, CaseStatus Status, string? TopicCode, DateTime ReceivedAt);

/// <summary>Everything the case page shows.</summary>
/// <param name="Answers">Null when the case's key was erased.</param>
public sealed record CasePage(CasePageHeader Head, RequestAnswers? Answers, CaseNextStep Next, int IntervalDays)
{
    /// <summary>The topic the person chose, under which the questions were asked; staff may have found another since.</summary>
    public TopicCard? AskedAbout { get; init; }

    /// <summary>The agencies of the case, its own first.</summary>
    public required IReadOnlyList<CasePageAgency> Agencies { get; init; }

    /// <summary>Inquiries with their answers, newest first.</summary>
    public required IReadOnlyList<AgencyInquiry> Inquiries { get; init; }

    /// <summary>What was asked of the constituent, newest first.</summary>
    public required IReadOnlyList<InformationRequest> InformationRequests { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Why it went to whom.</summary>
    public required IReadOnlyList<RoutingReason> Routing { get; init; }

    /// <summary>To whom the person was sent on.</summary>
    public required IReadOnlyList<Referral> Referrals { get; init; }

    /// <summary>Other cases of the same person, newest first.</summary>
    public required IReadOnlyList<SiblingCase> Siblings { get; init; }
}
