namespace Portal.Domain.PrivacyReleases;

/// <summary>One event in the history of a release, for its evidence page.</summary>
/// <param name="What">An English sentence, which is also its translation key.</param>
/// <param name="At">UTC.</param>
public sealed record ReleaseMoment(string What, DateTime At);

/// <summary>The history of a release, oldest first.</summary>
public static class ReleaseHistory
{
    /// <summary>The history up to the moment of sealing.</summary>
    public static IReadOnlyList<ReleaseMoment> For(SigningMoment moment, DateTime now)
    {
        var release = moment.Release;
        List<ReleaseMoment> all = [new("Signature requested", release.RequestedAt)];
        if (release.RemindedAt is { } reminded)
            all.Add(new("Last reminder sent", reminded));
        if (moment.Method == SigningMethod.Electronic)
            all.Add(new("Document read and signed on the website", moment.SignedAt));
        if (release.PaperReceivedAt is { } received)
            all.Add(new(release.PaperMatchedByCode ? "Signed form received and matched by its code" : "Signed form received", received));
        if (moment.CheckedBy is not null)
            all.Add(new("Reviewed and accepted by the office", now));
        all.Add(new("Document sealed", now));
        return all;
    }
}
