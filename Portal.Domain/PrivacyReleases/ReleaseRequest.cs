using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Prepares a release for signing, filled in with what is known: nobody is asked twice.</summary>
public sealed class ReleaseRequest(PortalDb db)
{
    private const int MaxPurpose = 600;

    /// <summary>The constituent's own release, from the request. Nothing is saved yet.</summary>
    public PrivacyRelease Prepare(
        Case @case, Agency agency, RequestAnswers answers, TopicCard? topic, CaseCipher cipher, SignerMail? mailing, Actor actor, DateTime now)
    {
        var role = RoleOfConstituent(agency, topic);
        return Add(@case, agency, @case.Id, Signer(answers.Person.Email), @case.Language, Prefill(answers, agency, topic, @case.Language) with { Role = role }, null, cipher, mailing, actor, now);
    }

    /// <summary>
    /// The same person again: for another agency, or because the earlier release ended. Who they are is taken over; what
    /// they release, and the numbers they gave, only for the same agency. Nothing is saved yet.
    /// </summary>
    public PrivacyRelease Again(Case @case, PrivacyRelease earlier, Agency agency, TopicCard? topic, CaseCipher cipher, SignerMail? mailing, Actor actor, DateTime now)
    {
        var known = ReleaseJson.Details(cipher, earlier) is var details && earlier.AgencyCode != agency.Code ? ForOtherAgency(details, earlier, agency, topic) : details;
        return Add(@case, agency, earlier.PartyId, earlier.SignerEmail, earlier.Language, known with
        {
            Confirmed = false,
            OwnWords = known.OwnWords || known.Confirmed,
            MayTalkWith = agency.OnlyOfficeNamed ? null : known.MayTalkWith,
            Capacity = SignerRules.CapacitiesFor(agency).Contains(known.Capacity) ? known.Capacity : SignerCapacity.Self,
        }, earlier.ProofDocumentId, cipher, mailing, actor, now);
    }

    private static ReleaseDetails ForOtherAgency(ReleaseDetails known, PrivacyRelease earlier, Agency agency, TopicCard? topic)
    {
        var wanted = agency.NeededIdentifiers;
        return known with
        {
            Identifiers = known.Identifiers.Where(i => wanted.Contains(i.Key)).ToDictionary(),
            Records = RecordsFor(agency, topic, earlier.Language),
            MedicalRecords = agency.Medical == MedicalRule.Always,
            SensitiveRecords = [],
            TaxRecords = IsAboutTax(agency, topic),
            Role = !agency.EachPartySigns ? PartyRole.Subject : earlier.PartyId == earlier.CaseId ? RoleOfConstituent(agency, topic) : known.Role,
            OtherParty = agency.EachPartySigns ? known.OtherParty : null,
        };
    }

    /// <summary>Somebody else who takes part, such as the beneficiary of a petition. Nothing is saved yet.</summary>
    public PrivacyRelease ForOther(
        Case @case, Agency agency, PartyRole role, string name, EmailAddress? email, string language, string records, string purpose, CaseCipher cipher, SignerMail? mailing, Actor actor, DateTime now) =>
        Add(@case, agency, Guid.CreateVersion7(new DateTimeOffset(now)), email?.Text, language,
            new ReleaseDetails { LegalName = name, Email = email?.Text, Role = role, Records = records, Purpose = purpose }, null, cipher, mailing, actor, now);

    /// <summary>What is asked for when nobody has said anything more exact.</summary>
    public static string RecordsFor(Agency agency, TopicCard? topic, string language) => agency.EnglishAuthoritative && language != "en"
        ? $"{Records(agency, topic, "en")} / {Records(agency, topic, language)}"
        : Records(agency, topic, language);

    /// <summary>What the person wants, at a length that fits the document.</summary>
    public static string PurposeOf(RequestAnswers answers)
    {
        var request = answers.WhatYouWant?.Trim() ?? "";
        return request.Length <= MaxPurpose ? request : request[..MaxPurpose] + "…";
    }

    private PrivacyRelease Add(
        Case @case, Agency agency, Guid party, string? email, string language, ReleaseDetails details, Guid? proof, CaseCipher cipher, SignerMail? mailing, Actor actor, DateTime now)
    {
        var release = new PrivacyRelease
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            AgencyCode = agency.Code,
            PartyId = party,
            Role = details.Role,
            Capacity = details.Capacity,
            SubjectName = details.LegalName,
            RequestedAt = now,
            SignerEmail = email,
            Language = language,
            LinkToken = SecretCode.NewToken(),
            SealedDetails = ReleaseJson.Seal(cipher, details),
            ProofDocumentId = proof,
        };
        db.Add(release);
        @case.Ask(release.Id);
        db.Record(this, now, actor, @case.Id, new ReleaseRequested(release.Id, agency.Code));
        if (mailing is not null && email is not null)
            db.Queue(now, mailing.For(@case, release, agency), email, language, @case.Id, release.Id);
        return release;
    }

    private static string Records(Agency agency, TopicCard? topic, string language) => topic is null
        ? Texts.Get(language, "the records that {0} has about me and about the matter in my request for help", agency.WithArticle(language))
        : Texts.Get(language, "the records that {0} has about this matter: {1}", agency.WithArticle(language), $"{topic.Program.In(language)}: {topic.Issue.In(language)}");

    // A helper fills in, but only the person concerned signs; without an own address the paper form is the way.
    private static string? Signer(string? typed) => EmailAddress.TryParse(typed, out var email) ? email.Text : null;

    private static ReleaseDetails Prefill(RequestAnswers answers, Agency agency, TopicCard? topic, string language) => new()
    {
        LegalName = answers.Person.FullName,
        OtherNames = answers.Person.OtherNames,
        BornOn = answers.Person.BornOn,
        BirthPlace = answers.Person.BirthPlace,
        Address = answers.Address.OneLine,
        Parts = ReleaseParts.From(answers),
        Phone = answers.Person.Phone,
        Email = answers.Person.Email,
        Identifiers = topic?.Questions
            .Where(q => q.Identifier is not null && !string.IsNullOrWhiteSpace(answers.TopicAnswers.GetValueOrDefault(q.Id)))
            .ToDictionary(q => q.Identifier!, q => answers.TopicAnswers[q.Id].Trim()) ?? [],
        Records = RecordsFor(agency, topic, language),
        Purpose = PurposeOf(answers),
        MayTalkWith = answers.HelpFor == HelpFor.SomeoneElse && !agency.OnlyOfficeNamed ? answers.Helper.FullName : null,
        MedicalRecords = agency.Medical == MedicalRule.Always,
        TaxRecords = IsAboutTax(agency, topic),
    };

    private static PartyRole RoleOfConstituent(Agency agency, TopicCard? topic) => agency.EachPartySigns && topic?.Parties is [var first, ..] ? first : PartyRole.Subject;

    private static bool IsAboutTax(Agency agency, TopicCard? topic) => agency.Code == topic?.Agency && agency.TemplateCode == "tax";
}
