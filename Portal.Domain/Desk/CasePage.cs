using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Constituents;
using Portal.Domain.Decisions;
using Portal.Domain.Documents;
using Portal.Domain.Facts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Domain.Routing;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>The header of a case, shown on every page about it.</summary>
/// <param name="Seen">The id of the newest activity entry. Forms send it back so a stale save can list what happened since.</param>
public sealed record CasePageHeader(Case Case, TopicCard? Topic, Agency? Agency, TimelineNames Names, Guid Seen)
{
    /// <summary>Email that somebody has to read before anyone is told anything: answers to confirm, and what may belong to the case.</summary>
    public IReadOnlyList<CaseMail> Mail { get; init; } = [];
}

/// <summary>An agency involved in a case and whether we may contact it today.</summary>
/// <param name="Exception">The recorded exception in force; null when there is none.</param>
public sealed record CasePageAgency(Agency Agency, Readiness Readiness, IReadOnlyList<PrivacyRelease> Releases, ReleaseException? Exception);

/// <summary>Another case of the same person.</summary>
public sealed record SiblingCase(string Reference, CaseStatus Status, string? TopicCode, DateTime ReceivedAt);

/// <summary>Everything the case page shows.</summary>
/// <param name="Answers">Null when the case's key was erased.</param>
public sealed record CasePage(CasePageHeader Head, RequestAnswers? Answers, CaseProgress Progress, int IntervalDays)
{
    /// <summary>The topic the constituent chose, whose questions they answered. Staff may have changed the case's topic since.</summary>
    public TopicCard? AskedAbout { get; init; }

    /// <summary>The agencies involved, the case's own first.</summary>
    public required IReadOnlyList<CasePageAgency> Agencies { get; init; }

    /// <summary>The day until which the case is put off; null when it isn't.</summary>
    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>Inquiries with their answers, newest first.</summary>
    public required IReadOnlyList<AgencyInquiry> Inquiries { get; init; }

    /// <summary>What the constituent said about the agencies' answers, by the answer.</summary>
    public required IReadOnlyDictionary<Guid, AnswerRating> Ratings { get; init; }

    /// <summary>Questions for the Member or senior staff, the newest first.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>Letters to agencies that haven't gone out.</summary>
    public required IReadOnlyList<LetterDraft> Drafts { get; init; }

    /// <summary>Letters that went to agencies, by the id of their inquiry or follow-up.</summary>
    public required IReadOnlySet<Guid> Letters { get; init; }

    /// <summary>What we asked of the constituent, by due date.</summary>
    public required IReadOnlyList<InformationRequest> InformationRequests { get; init; }

    /// <summary>Whether staff ever wrote to the constituent or asked for something.</summary>
    public required bool PersonWasTold { get; init; }

    /// <summary>Uploaded documents, oldest first.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Emails that couldn't be delivered, newest first.</summary>
    public required IReadOnlyList<UndeliveredMail> Undelivered { get; init; }

    /// <summary>Deadlines that the topic of the case brings with it.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Deadlines that run because of an agency's decision, the soonest first.</summary>
    public required IReadOnlyList<RunningDeadline> Running { get; init; }

    /// <summary>Why routing assigned the case as it did.</summary>
    public required IReadOnlyList<RoutingReason> Routing { get; init; }

    /// <summary>Where the constituent was referred.</summary>
    public required IReadOnlyList<Referral> Referrals { get; init; }

    /// <summary>Other cases of the same person, newest first.</summary>
    public required IReadOnlyList<SiblingCase> Siblings { get; init; }
}
