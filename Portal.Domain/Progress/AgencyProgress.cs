using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Progress;

/// <summary>How far a case has come with one agency.</summary>
public enum AgencyStage
{
    /// <summary>No caseworker has accepted the request.</summary>
    Received = 1,

    /// <summary>A caseworker is working on it.</summary>
    InReview,

    /// <summary>We can't contact the agency until the constituent has done something.</summary>
    WaitingOnConstituent,

    /// <summary>We contacted the agency, and its answer is open.</summary>
    WithAgency,

    /// <summary>The agency answered.</summary>
    Answered,

    /// <summary>The case is closed.</summary>
    Closed,
}

/// <summary>Where a case stands with one agency.</summary>
/// <param name="AgencyCode">The agency; null while no one knows which agency the case is about.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Turn">Who has to act next for this agency; nobody when it answered and the constituent knows, or when we gave it up.</param>
public sealed record AgencyProgress(string? AgencyCode, AgencyStage Stage, Turn Turn)
{
    /// <summary>The public stages: waiting for the constituent and waiting for the agency are the same one.</summary>
    public const int Steps = 5;

    /// <summary>The inquiry that explains the stage: the open one that needs attention first, else the last one; null if there was none.</summary>
    public InquiryFact? Inquiry { get; init; }

    /// <summary>Whether the agency's final answer hasn't been explained to the constituent yet.</summary>
    public bool IsUntold { get; init; }

    /// <summary>A release for this agency that waits for a signature; null when none does.</summary>
    public ReleaseFact? ToSign { get; init; }

    /// <summary>Whether consent was withdrawn and not given anew, so that the agency isn't contacted.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The public stage, counted from 1 to <see cref="Steps"/>.</summary>
    public int Step => Stage <= AgencyStage.WaitingOnConstituent ? (int)Stage : (int)Stage - 1;

    /// <summary>Computes where the case stands with an agency. A pure function.</summary>
    internal static AgencyProgress For(string? code, ProgressFacts facts)
    {
        var @case = facts.Case;
        var inquiries = facts.Inquiries.Where(i => i.AgencyCode == code).ToList();
        var open = Pressing(inquiries);
        var untold = inquiries.Where(i => IsUntoldIn(i, @case)).MaxBy(i => i.AnsweredAt);
        var toSign = facts.Releases.FirstOrDefault(r => r.AgencyCode == code && r.Status == ReleaseStatus.Requested);
        var last = inquiries.MaxBy(i => i.SentAt);
        var (stage, turn, inquiry) = @case switch
        {
            { IsClosed: true } => (AgencyStage.Closed, Turn.Nobody, untold ?? last),
            { AcceptedAt: null } => (AgencyStage.Received, Turn.Office, last),
            _ when untold is not null => (AgencyStage.Answered, Turn.Office, untold),
            _ when open is not null => (
                AgencyStage.WithAgency, open.NeedsFollowUp(facts.Today) || IsWithdrawnIn(facts, code) ? Turn.Office : Turn.Agency, open),
            _ when toSign is not null => (AgencyStage.WaitingOnConstituent, Turn.Constituent, last),
            _ when last is not null && IsAnsweredIn(last, @case) => (AgencyStage.Answered, Turn.Nobody, last),
            _ when last is null && facts.Requests.Any(r => r.IsOpen) => (AgencyStage.WaitingOnConstituent, Turn.Constituent, null),
            _ => (AgencyStage.InReview, IsOurs(code, facts) ? Turn.Office : Turn.Nobody, last),
        };
        return new(code, stage, turn)
        {
            Inquiry = inquiry,
            IsUntold = untold is not null,
            ToSign = @case.IsClosed ? null : toSign,
            IsWithdrawn = IsWithdrawnIn(facts, code),
        };
    }

    /// <summary>Whether consent for an agency was withdrawn and not given anew: the newest release of each person decides.</summary>
    internal static bool IsWithdrawnIn(ProgressFacts facts, string? code) =>
        facts.Releases.Where(r => r.AgencyCode == code && r.Status != ReleaseStatus.Dropped).GroupBy(r => r.PartyId)
            .Any(g => g.MaxBy(r => (r.RequestedAt, r.Id))!.Status == ReleaseStatus.Withdrawn);

    // Another agency whose inquiry was ended, or whose release was withdrawn, waits for no one.
    private static bool IsOurs(string? code, ProgressFacts facts) => code == facts.Case.AgencyCode
        || facts.Releases.Any(r => r.AgencyCode == code && r.Status is ReleaseStatus.Signed or ReleaseStatus.Checking);

    /// <summary>The open inquiry that needs attention first; null when none is open.</summary>
    internal static InquiryFact? Pressing(IEnumerable<InquiryFact> inquiries) =>
        inquiries.Where(i => i.IsOpen).OrderBy(i => i.FollowUpDueSince is null).ThenBy(i => i.ExpectedOn).ThenBy(i => i.SentAt).FirstOrDefault();

    /// <summary>Whether an agency's final answer still counts: one from before the case was reopened doesn't, unless it was never explained.</summary>
    internal static bool IsAnsweredIn(InquiryFact inquiry, Case @case) =>
        inquiry.AnsweredAt is not null && (@case.AnsweredAt is not null || IsUntoldIn(inquiry, @case));

    /// <summary>Whether an inquiry's final answer hasn't been explained to the constituent.</summary>
    internal static bool IsUntoldIn(InquiryFact inquiry, Case @case) => inquiry.AnsweredAt >= @case.AnswerUntoldSince;
}
