using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Inquiries;

/// <summary>Everything that decides whether one agency may be asked in one case on one day. A value: nothing is looked up later.</summary>
/// <param name="Agency">The agency; null when nobody has said which.</param>
/// <param name="Releases">The case's releases, of any agency.</param>
/// <param name="Today">The day in the office's time zone.</param>
/// <param name="Zone">The office's time zone.</param>
public sealed record ReadinessFacts(Agency? Agency, IReadOnlyCollection<ReleaseFact> Releases, DateOnly Today, TimeZoneInfo Zone)
{
    /// <summary>The roles the topic brings: each of them signs where the agency wants it so.</summary>
    public IReadOnlyCollection<PartyRole> Roles { get; init; } = [];

    /// <summary>The exception staff recorded for this agency, in force; null when there is none.</summary>
    public Guid? ExceptionId { get; init; }

    /// <summary>When the last inquiry to this agency ended, UTC; null when one is open or there was none.</summary>
    public DateTime? InquiryEndedAt { get; init; }

    /// <summary>The releases for this agency that still mean something, newest first.</summary>
    internal IEnumerable<ReleaseFact> Own => Releases.Where(r => r.AgencyCode == Agency!.Code && r.Status != ReleaseStatus.Dropped).OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Id);

    internal DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));
}
