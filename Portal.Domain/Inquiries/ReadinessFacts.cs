using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Inquiries;

/// <summary>Everything that decides whether we may contact one agency about one case on one day. A value: nothing is loaded later.</summary>
/// <param name="Agency">The agency; null when not chosen yet.</param>
/// <param name="Releases">The case's releases, for any agency.</param>
/// <param name="Today">The date in the office's time zone.</param>
/// <param name="Zone">The office's time zone.</param>
public sealed record ReadinessFacts(Agency? Agency, IReadOnlyCollection<ReleaseFact> Releases, DateOnly Today, TimeZoneInfo Zone)
{
    /// <summary>The topic's party roles. Each must sign if the agency requires it (<c>EachPartySigns</c>).</summary>
    public IReadOnlyCollection<PartyRole> Roles { get; init; } = [];

    /// <summary>The exception in force that staff recorded for this agency; null when there is none.</summary>
    public Guid? ExceptionId { get; init; }

    /// <summary>When the last inquiry to this agency ended, UTC; null when one is open or there was none.</summary>
    public DateTime? InquiryEndedAt { get; init; }

    /// <summary>This agency's releases that weren't dropped, newest first.</summary>
    internal IEnumerable<ReleaseFact> Own => Releases
        .Where(r => r.AgencyCode == Agency!.Code && r.Status != ReleaseStatus.Dropped)
        .OrderByDescending(r => r.RequestedAt)
        .ThenByDescending(r => r.Id);

    internal DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));
}
