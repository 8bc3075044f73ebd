using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.Domain.PrivacyReleases;

/// <summary>A document that may have been printed for a release and come back signed.</summary>
/// <param name="Key">Tells it from the others: the code at the foot of our text, or the form.</param>
/// <param name="Label">English sentence with arguments, as staff read it.</param>
/// <param name="Details">What stands in it.</param>
/// <param name="Text">The same as our text, in the release's language.</param>
/// <param name="Form">The agency's own form; null when our text was printed.</param>
public sealed record SignedPaper(string Key, (string Sentence, object[] Arguments) Label, ReleaseDetails Details, ReleaseText Text, AgencyForm? Form);

/// <summary>
/// What may have been printed between the day the release was asked for and the day its paper came: our text or a form of
/// the agency in one of its editions, with all that the signer confirmed or, printed by somebody else, without.
/// </summary>
public sealed class SignedPapers(PortalDb db, ReleaseTexts texts)
{
    /// <summary>The possible ones, the fullest first; at least one.</summary>
    public async Task<IReadOnlyList<SignedPaper>> OfAsync(PrivacyRelease release, ReleaseDetails details, Agency agency, CancellationToken cancellation)
    {
        var (asked, came) = (release.RequestedAt, release.PaperReceivedAt ?? release.RequestedAt);
        var inUse = await db.Set<AgencyForm>().AsNoTracking()
            .Where(f => f.AgencyCode == agency.Code && f.PublishedAt <= came && (f.EndedAt == null || f.EndedAt >= asked)).OrderByDescending(f => f.Edition).ToListAsync(cancellation);
        var papers = new List<SignedPaper>();
        foreach (var (print, isBlank) in Prints(details, agency))
        {
            var text = await texts.ComposeAsync(print, agency, release.Language, cancellation);
            papers.AddRange(inUse.Select(f => new SignedPaper(
                (isBlank ? "blank-" : "") + f.Id.ToString("N"), (isBlank ? "{0} (version {1}), printed by someone else" : "{0} (version {1})", [f.Title, f.Edition]), print, text, f)));
            // Our text is printed only while the agency has no form of its own here.
            if (inUse.Any(f => f.PublishedAt <= asked && (f.EndedAt is null || f.EndedAt >= came)))
                continue;
            var code = ReleasePaper.FormCode(text);
            papers.Add(new(code, (isBlank ? "Our form, code {0}, printed by someone else" : "Our form, code {0}", [code]), print, text, null));
        }

        return [.. papers.DistinctBy(p => p.Key)];
    }

    private static IEnumerable<(ReleaseDetails Details, bool IsBlank)> Prints(ReleaseDetails details, Agency agency) =>
        [(PrintedDetails.ForPen(details, agency), false), (PrintedDetails.Blank(details, agency), true)];
}
