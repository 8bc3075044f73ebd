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

/// <summary>Who requests a release, in which case, and for which agency.</summary>
public sealed record ReleaseContext(Act Act, Case Case, Agency Agency, CaseCipher Cipher)
{
    /// <summary>The topic of the case; null when none is known or it doesn't matter.</summary>
    public TopicCard? Topic { get; init; }

    /// <summary>Who emails the signer, and at whose request; null when no email goes out.</summary>
    public SignerMail? Mailing { get; init; }
}

/// <summary>Another party to the case, such as the beneficiary of a petition.</summary>
public sealed record OtherSigner(PartyRole Role, string Name, EmailAddress? Email, string Language)
{
    /// <summary>The records requested.</summary>
    public required string Records { get; init; }

    /// <summary>What the constituent wants done.</summary>
    public required string Purpose { get; init; }
}

/// <summary>Prepares a release for signing, filled in with what we know so that no one is asked twice.</summary>
public sealed class ReleaseRequest(PortalDb db)
{
    private const int MaxPurpose = 600;

    /// <summary>The constituent's own release, from the help request. Doesn't save.</summary>
    public PrivacyRelease Prepare(ReleaseContext context, RequestAnswers answers)
    {
        var (@case, agency) = (context.Case, context.Agency);
        var details = Prefill(answers, agency, context.Topic, @case.Language) with
        {
            Role = RoleOfConstituent(agency, context.Topic),
            Capacity = CapacityOf(answers, agency),
            SignerName = answers.HelperSigns ? answers.Helper.FullName : answers.CannotSign is null ? null : answers.Signing.SignerName,
        };
        return Add(context, new(@case.Id, Signer(SignerEmailOf(answers)), @case.Language, null) { CannotSign = answers.CannotSign }, details);
    }

    /// <summary>
    /// A new release for the same person, for another agency or because the earlier release ended. Personal details carry
    /// over; the records and ID numbers carry over only for the same agency. Doesn't save.
    /// </summary>
    public PrivacyRelease Again(ReleaseContext context, PrivacyRelease earlier)
    {
        var agency = context.Agency;
        var details = ReleaseJson.Details(context.Cipher, earlier);
        var known = earlier.AgencyCode == agency.Code ? details : ForOtherAgency(details, earlier, agency, context.Topic);
        return Add(context, new(earlier.PartyId, earlier.SignerEmail, earlier.Language, earlier.ProofDocumentId)
        {
            CannotSign = earlier.CannotSign,
            Matter = earlier.AgencyCode == agency.Code ? earlier.Matter : new(),
        }, known with
        {
            Confirmed = false,
            OwnWords = known.OwnWords || known.Confirmed,
            MayTalkWith = agency.Rules.OnlyOfficeNamed ? null : known.MayTalkWith,
            Capacity = Fitting(agency, earlier.CannotSign, known.Capacity),
        });
    }

    private static ReleaseDetails ForOtherAgency(ReleaseDetails known, PrivacyRelease earlier, Agency agency, TopicCard? topic)
    {
        var wanted = agency.Rules.RequiredIdentifiers;
        return known with
        {
            Identifiers = known.Identifiers.Where(i => wanted.Contains(i.Key)).ToDictionary(),
            Records = RecordsFor(agency, topic, earlier.Language),
            MedicalRecords = agency.Rules.Medical == MedicalRule.Always,
            SensitiveRecords = [],
            TaxRecords = IsAboutTax(agency, topic),
            Role = !agency.Rules.EachPartySigns ? PartyRole.Subject : earlier.PartyId == earlier.CaseId ? RoleOfConstituent(agency, topic) : known.Role,
            OtherParty = agency.Rules.EachPartySigns ? known.OtherParty : null,
        };
    }

    /// <summary>The release of another party. Doesn't save.</summary>
    public PrivacyRelease ForOther(ReleaseContext context, OtherSigner other) =>
        Add(context, new(Guid.CreateVersion7(new DateTimeOffset(context.Act.At)), other.Email?.Text, other.Language, null),
            new ReleaseDetails { LegalName = other.Name, Email = other.Email?.Text, Role = other.Role, Records = other.Records, Purpose = other.Purpose });

    /// <summary>The records requested by default, until the signer is more specific.</summary>
    public static string RecordsFor(Agency agency, TopicCard? topic, string language) => agency.Rules.EnglishAuthoritative && language != "en"
        ? $"{Records(agency, topic, "en")} / {Records(agency, topic, language)}"
        : Records(agency, topic, language);

    /// <summary>What the person wants done, shortened to fit the document.</summary>
    public static string PurposeOf(RequestAnswers answers)
    {
        var purpose = answers.WhatYouWant?.Trim() ?? "";
        return purpose.Length <= MaxPurpose ? purpose : purpose[..MaxPurpose] + "…";
    }

    private sealed record SigningParty(Guid Id, string? Email, string Language, Guid? ProofDocumentId)
    {
        public CannotSign? CannotSign { get; init; }

        public MatterRules Matter { get; init; } = new();
    }

    /// <summary>The address the link goes to: the person's own, or that of who signs for them.</summary>
    public static string? SignerEmailOf(RequestAnswers answers) =>
        answers.CannotSign is null ? answers.Person.Email
            : answers.HelperSigns ? answers.Helper.Email
            : answers.Signing.Capacity is null ? null
            : answers.Signing.SignerEmail;

    private static SignerCapacity CapacityOf(RequestAnswers answers, Agency agency) =>
        answers.CannotSign is null ? SignerCapacity.Self : Fitting(agency, answers.CannotSign, answers.Signing.Capacity ?? SignerCapacity.Self);

    // What was chosen, or else what usually fits, or else what fits in general: staff arrange what the agency doesn't accept.
    private static SignerCapacity Fitting(Agency agency, CannotSign? why, SignerCapacity chosen)
    {
        SignerCapacity[] fitting = [.. SignerRules.CapacitiesFor(agency, why)];
        return fitting.Contains(chosen) || (why is not null && fitting.Length == 0 && SignerRules.Allows(why, chosen)) ? chosen
            : fitting.Length > 0 ? fitting[0]
            : Enum.GetValues<SignerCapacity>().First(c => SignerRules.Allows(why, c));
    }

    private PrivacyRelease Add(ReleaseContext context, SigningParty party, ReleaseDetails details)
    {
        var (act, @case, agency) = (context.Act, context.Case, context.Agency);
        var release = new PrivacyRelease
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(act.At)),
            CaseId = @case.Id,
            AgencyCode = agency.Code,
            Matter = (context.Topic is { } topic && topic.Agency == agency.Code ? topic.Matter : party.Matter) with { CoversTax = details.TaxRecords },
            PartyId = party.Id,
            Role = details.Role,
            Capacity = details.Capacity,
            CannotSign = party.CannotSign,
            SubjectName = details.LegalName,
            RequestedAt = act.At,
            SignerEmail = party.Email,
            SignerEmailIndex = EmailAddress.TryParse(party.Email, out var signer) ? db.IndexOf("email", signer.Normalized) : null,
            Language = party.Language,
            LinkToken = SecretCode.NewToken(),
            SealedDetails = ReleaseJson.Seal(context.Cipher, details),
            ProofDocumentId = party.ProofDocumentId,
        };
        db.Add(release);
        @case.Ask(release.Id);
        db.Record(act, @case.Id, new ReleaseRequested(release.Id, agency.Code));
        if (context.Mailing is { } mailing && party.Email is { } email)
            db.Queue(act.At, mailing.For(@case, release, agency.For(release.Matter)), new(email, party.Language), @case.Id, release.Id);
        return release;
    }

    private static string Records(Agency agency, TopicCard? topic, string language) => topic is null
        ? Texts.Get(language, "the records that {0} has about me and about the matter in my request for help", agency.WithArticle(language))
        : Texts.Get(
            language, "the records that {0} has about this matter ({1})",
            agency.WithArticle(language), $"{topic.Program.In(language)}: {topic.Issue.In(language)}");

    // A helper may fill in the request, but only the person it's about signs. Without their own email address, they sign on paper.
    private static string? Signer(string? typed) => EmailAddress.TryParse(typed, out var email) ? email.Text : null;

    private static ReleaseDetails Prefill(RequestAnswers answers, Agency agency, TopicCard? topic, string language) => new()
    {
        LegalName = answers.Person.FullName,
        OtherNames = answers.Person.OtherNames,
        BornOn = answers.Person.BornOn,
        BirthPlace = answers.Person.BirthPlace,
        Address = answers.Address.OneLine,
        Parts = ReleaseParts.From(answers),
        Phone = PhoneNumber.Show(answers.Person.Phone),
        Email = answers.Person.Email,
        Identifiers = topic?.Questions
            .Where(q => q.Identifier is not null && !string.IsNullOrWhiteSpace(answers.TopicAnswers.GetValueOrDefault(q.Id)))
            .ToDictionary(q => q.Identifier!, q => answers.TopicAnswers[q.Id].Trim()) ?? [],
        Records = RecordsFor(agency, topic, language),
        Purpose = PurposeOf(answers),
        // The signer decides whom we may talk with; nobody is named for them.
        MayTalkWith = null,
        MedicalRecords = agency.Rules.Medical == MedicalRule.Always,
        TaxRecords = IsAboutTax(agency, topic),
    };

    private static PartyRole RoleOfConstituent(Agency agency, TopicCard? topic) =>
        agency.Rules.EachPartySigns && topic?.Parties is [var first, ..] ? first : PartyRole.Subject;

    private static bool IsAboutTax(Agency agency, TopicCard? topic) => agency.Code == topic?.Agency && agency.Rules.TemplateCode == "tax";
}
