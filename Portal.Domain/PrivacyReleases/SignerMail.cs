using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Who emails the signer of a release, and at whose request, so that each signer reads why they got it.</summary>
/// <param name="Office">The office.</param>
/// <param name="Helper">The name of the helper who asked for help for the person; null when the person asked.</param>
/// <param name="Writer">The name of whoever wrote to us.</param>
/// <param name="WriterSigns">Whether they sign for a person who can't.</param>
public sealed record SignerMail(Office Office, string? Helper, string Writer, bool WriterSigns)
{
    /// <summary>The kinds of emails that ask for a signature.</summary>
    public static readonly IReadOnlySet<string> Kinds = new HashSet<string>
    {
        nameof(ReleaseRequestedFromPartyMail), nameof(ReleaseRequestedFromRepresentativeMail), nameof(ReleaseRequestedByHelperMail), nameof(ReleaseRequestedMail),
    };

    /// <summary>The email's sender and requester; null when the office isn't set up yet.</summary>
    public static SignerMail? From(Office? office, RequestAnswers answers) =>
        office is null ? null
            : answers.HelpFor == HelpFor.SomeoneElse ? new(office, answers.Helper.FullName, answers.Helper.FullName, answers.HelperSigns)
            : new(office, null, answers.Person.FullName, false);

    /// <summary>The email that asks for this release.</summary>
    public IMail For(Case @case, PrivacyRelease release, Agency agency)
    {
        var (member, onPaper) = (Office.MemberInSentence(release.Language), !agency.TakesElectronic);
        return release.PartyId != @case.Id ? new ReleaseRequestedFromPartyMail(member, Directory, release.LinkToken, onPaper)
            : release.CannotSign is not null && !WriterSigns ? new ReleaseRequestedFromRepresentativeMail(Writer, member, Directory, release.LinkToken, onPaper)
            : release.CannotSign is null && Helper is { Length: > 0 } helper ? new ReleaseRequestedByHelperMail(
                helper, member, agency.WithArticle(release.Language), Directory, release.LinkToken, onPaper)
            : new ReleaseRequestedMail(@case.Reference, release.LinkToken, onPaper) { ForSomeoneElse = release.CannotSign is not null };
    }

    private string Directory => Office.Chamber == Chamber.Senate ? "senate.gov" : "house.gov";
}
