using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.Domain.PrivacyReleases;

/// <summary>A form that may have been printed for a release and come back signed.</summary>
/// <param name="Key">Identifies it among the candidates: the code at the foot of our text, or the agency form's id.</param>
/// <param name="Label">An English sentence with arguments, shown to staff.</param>
/// <param name="Details">The details printed in it.</param>
/// <param name="Text">The same details as our text, in the release's language.</param>
/// <param name="Form">The agency's own form; null when our text was printed.</param>
public sealed record SignedPaper(string Key, (string Sentence, object[] Arguments) Label, ReleaseDetails Details, ReleaseText Text, AgencyForm? Form);

/// <summary>
/// The forms that may have been printed between the day a release was requested and the day it came back signed: our text,
/// or any edition of the agency's form. Printed by the signer, a form has everything they confirmed; printed by someone
/// else, it doesn't.
/// </summary>
public sealed class SignedPapers(PortalDb db, ReleaseTexts texts)
{
    /// <summary>The candidates, the most complete first. There's always at least one.</summary>
    public async Task<IReadOnlyList<SignedPaper>> OfAsync(PrivacyRelease release, ReleaseDetails details, Agency agency, CancellationToken cancellation)
    {
        var (asked, came) = (release.RequestedAt, release.PaperReceivedAt ?? release.RequestedAt);
        var inUse = await db.Set<AgencyForm>().AsNoTracking()
            .Where(f => f.AgencyCode == agency.Code && f.PublishedAt <= came && (f.EndedAt == null || f.EndedAt >= asked))
            .OrderByDescending(f => f.Edition)
            .ToListAsync(cancellation);
        var papers = new List<SignedPaper>();
        foreach (var (print, isBlank) in Prints(details, agency))
        {
            var text = await texts.ComposeAsync(print, agency, release.Language, cancellation);
            papers.AddRange(inUse.Select(f => new SignedPaper(
                (isBlank ? "blank-" : "") + f.Id.ToString("N"),
                (isBlank ? "{0} (version {1}), printed by someone else" : "{0} (version {1})", [f.Title, f.Edition]),
                print, text, f)));
            // Our text is printed only while the agency has no published form of its own.
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
