using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;
using Portal.Domain.Topics;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Prepares a release for signing, filled in with what the request says: nobody is asked twice.</summary>
public sealed class ReleaseRequest(PortalDb db)
{
    private const int MaxPurpose = 600;

    /// <summary>Adds the release and the mail that asks for the signature; nothing is saved yet.</summary>
    public PrivacyRelease Prepare(
        Case file, Agency agency, RequestAnswers answers, TopicCard? topic, CaseCipher cipher, string memberName, bool mailNow, Actor actor, DateTime now)
    {
        var release = new PrivacyRelease
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = file.Id,
            AgencyCode = agency.Code,
            SubjectName = answers.Person.FullName,
            RequestedAt = now,
            SignerEmail = Signer(answers),
            Language = file.Language,
            LinkToken = SecretCode.NewToken(),
            SealedDetails = ReleaseJson.Seal(cipher, Prefill(answers, agency, topic, file.Language)),
        };
        db.Add(release);
        db.Record(now, actor, file.Id, new ReleaseRequested(release.Id, agency.Code));
        if (mailNow && release.SignerEmail is { } email)
            db.Queue(now, new ReleaseRequestedMail(memberName, release.LinkToken), email, file.Language, file.Id, release.Id);
        return release;
    }

    // A helper fills in, but only the person concerned signs; without an own address the paper form is the way.
    private static string? Signer(RequestAnswers answers) =>
        EmailAddress.TryParse(answers.Person.Email, out var email) ? email.Text : null;

    private static ReleaseDetails Prefill(RequestAnswers answers, Agency agency, TopicCard? topic, string language)
    {
        var numbers = topic?.Questions
            .Where(q => q.Identifier is not null && !string.IsNullOrWhiteSpace(answers.TopicAnswers.GetValueOrDefault(q.Id)))
            .ToDictionary(q => q.Identifier!, q => answers.TopicAnswers[q.Id].Trim()) ?? [];
        var wish = answers.WhatYouWant?.Trim() ?? "";
        return new ReleaseDetails
        {
            LegalName = answers.Person.FullName,
            OtherNames = answers.Person.OtherNames,
            BornOn = answers.Person.BornOn,
            BirthPlace = answers.Person.BirthPlace,
            Address = answers.Address.OneLine,
            Phone = answers.Person.Phone,
            Email = answers.Person.Email,
            Identifiers = numbers,
            Records = agency.EnglishAuthoritative && language != "en"
                ? $"{Records("en", agency, topic)} / {Records(language, agency, topic)}"
                : Records(language, agency, topic),
            Purpose = wish.Length <= MaxPurpose ? wish : wish[..MaxPurpose] + "…",
            MayTalkWith = answers.HelpFor == HelpFor.SomeoneElse && !agency.OnlyOfficeNamed ? answers.Helper.FullName : null,
        };
    }

    private static string Records(string language, Agency agency, TopicCard? topic) => Texts.Get(
        language, "the records that {0} has about this matter: {1}", agency.NameIn(language),
        topic is null ? agency.NameIn(language) : $"{topic.Program.In(language)}: {topic.Issue.In(language)}");

    /// <summary>Whether this case has a release for the agency that is signed or waits to be.</summary>
    public Task<bool> ExistsAsync(Guid caseId, string agency, CancellationToken cancellation) =>
        db.Set<PrivacyRelease>().AnyAsync(r => r.CaseId == caseId && r.AgencyCode == agency
            && (r.Status == ReleaseStatus.Requested || r.Status == ReleaseStatus.Signed), cancellation);
}
