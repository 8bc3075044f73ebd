using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Who writes to the signer of a release, and on whose request: each signer reads why it comes to them.</summary>
/// <param name="Office">The office.</param>
/// <param name="Helper">The name of whoever asked for help for the person; null when the person did.</param>
public sealed record SignerMail(Office Office, string? Helper)
{
    /// <summary>From the office, about a request.</summary>
    public static SignerMail? From(Office? office, RequestAnswers answers) =>
        office is null ? null : new(office, answers.HelpFor == HelpFor.SomeoneElse ? answers.Helper.FullName : null);

    /// <summary>The mail that asks for this release.</summary>
    public IMail For(Case @case, PrivacyRelease release, Agency agency)
    {
        var (member, onPaper) = (Office.MemberInSentence(release.Language), !agency.TakesElectronic);
        return release.PartyId != @case.Id ? new ReleaseRequestedFromPartyMail(member, release.LinkToken, onPaper)
            : Helper is { Length: > 0 } helper ? new ReleaseRequestedByHelperMail(helper, member, agency.WithArticle(release.Language), Directory, release.LinkToken, onPaper)
            : new ReleaseRequestedMail(@case.Reference, release.LinkToken, onPaper);
    }

    private string Directory => Office.Chamber == Chamber.Senate ? "senate.gov" : "house.gov";
}
