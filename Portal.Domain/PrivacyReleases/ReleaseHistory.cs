namespace Portal.Domain.PrivacyReleases;

/// <summary>One thing that happened to a release, for its evidence page.</summary>
/// <param name="What">An English sentence, key of its translation.</param>
/// <param name="At">UTC.</param>
public sealed record ReleaseMoment(string What, DateTime At);

/// <summary>What happened to a release, in its order.</summary>
public static class ReleaseHistory
{
    /// <summary>Up to the moment of sealing.</summary>
    public static IReadOnlyList<ReleaseMoment> Of(SigningMoment moment, DateTime now)
    {
        var release = moment.Release;
        List<ReleaseMoment> all = [new("The signature was asked for", release.RequestedAt)];
        if (release.RemindedAt is { } reminded)
            all.Add(new("The last reminder was sent", reminded));
        if (moment.Method == SigningMethod.Electronic)
            all.Add(new("The document was read and signed on the website", moment.SignedAt));
        if (release.PaperReceivedAt is { } received)
            all.Add(new(release.PaperMatchedByCode ? "The signed paper came back; its printed code told whose it is" : "The signed paper came back", received));
        if (moment.CheckedBy is not null)
            all.Add(new("The office checked and accepted it", now));
        all.Add(new("This document was sealed", now));
        return all;
    }
}
