using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>Loads the agencies this build knows. What an administrator changed stays as it is.</summary>
public sealed class AgencySeed(PortalDb db)
{
    private sealed record Row(
        string Code, Bilingual Name, Bilingual ShortName, Bilingual Article, Bilingual? ShortArticle, SignatureClass Signature, bool Perjury, bool OnlyOfficeNamed, bool TranslationCertified,
        string Template, bool GuardianMaySign, bool NextOfKinMaySign, bool EachPartySigns, bool RecordSubjectAbroadSigns, bool EnglishAuthoritative,
        MedicalRule Medical, string[] SensitiveRecords, bool SpecificRecords, bool MinorMedicalByParent,
        int MarkWitnesses, int? ReleaseMaxAgeDays, bool MaxAgeForTaxOnly, int? ResignAfterClosedInquiryDays, string[] RequiredIdentifiers, string? Form,
        string? NotesEn, string? NotesEs, ExceptionRow? StatutoryException, DaysRow ExpectedDays, string Source, DateOnly? VerifiedOn);

    private sealed record ExceptionRow(string Citation, string AppliesTo, string ConditionEn, string ConditionEs);

    private sealed record DaysRow(int Acknowledgment, int Interim, int Final);

    // Raised when a build brings rules that older rows do not have.
    private const int RulesVersion = 2;

    /// <summary>Adds the agencies that are missing and, to those of an older build, the rules they lack; does not save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = await db.Set<Agency>().ToDictionaryAsync(a => a.Code, cancellation);
        var chaseOf = FollowUpPattern.Read();
        foreach (var row in SeedFile.Read<Row[]>("agencies.json"))
            if (!known.TryGetValue(row.Code, out var agency))
                db.Add(ToAgency(row, chaseOf(row.Code)));
            else
                FillInMissing(agency, row);
    }

    /// <summary>The agencies as they come with the program.</summary>
    public static IEnumerable<Agency> Read()
    {
        var chaseOf = FollowUpPattern.Read();
        return SeedFile.Read<Row[]>("agencies.json").Select(r => ToAgency(r, chaseOf(r.Code)));
    }

    private static void FillInMissing(Agency agency, Row row)
    {
        if (agency.RulesVersion < RulesVersion)
            FillIn(agency, row);
        if (agency.ExceptionConditionEs is null && agency.ExceptionCondition is { } condition && condition == ConditionOf(row))
            agency.ExceptionConditionEs = row.StatutoryException!.ConditionEs;
    }

    private static string? ConditionOf(Row row) => row.StatutoryException is { } e ? $"{e.AppliesTo}. {e.ConditionEn}" : null;

    private static void FillIn(Agency agency, Row row)
    {
        (agency.TemplateCode, agency.GuardianMaySign, agency.NextOfKinMaySign, agency.EachPartySigns) = (row.Template, row.GuardianMaySign, row.NextOfKinMaySign, row.EachPartySigns);
        (agency.SubjectAbroadSigns, agency.EnglishAuthoritative, agency.Medical) = (row.RecordSubjectAbroadSigns, row.EnglishAuthoritative, row.Medical);
        (agency.SensitiveRecords, agency.SpecificRecords, agency.MinorMedicalByParent) = (string.Join(',', row.SensitiveRecords), row.SpecificRecords, row.MinorMedicalByParent);
        (agency.MaxAgeForTaxOnly, agency.RulesVersion) = (row.MaxAgeForTaxOnly, RulesVersion);
    }

    private static Agency ToAgency(Row row, FollowUpPattern chase)
    {
        var agency = new Agency
        {
            Code = row.Code,
            Name = row.Name.En,
            NameEs = row.Name.Es,
            ShortName = row.ShortName.En,
            ShortNameEs = row.ShortName.Es,
            Article = row.Article.En,
            ArticleEs = row.Article.Es,
            ShortArticle = (row.ShortArticle ?? row.Article).En,
            ShortArticleEs = (row.ShortArticle ?? row.Article).Es,
            Signature = row.Signature,
            Perjury = row.Perjury,
            OnlyOfficeNamed = row.OnlyOfficeNamed,
            TranslationCertified = row.TranslationCertified,
            MarkWitnesses = row.MarkWitnesses,
            ReleaseMaxAgeDays = row.ReleaseMaxAgeDays,
            ResignAfterClosedInquiryDays = row.ResignAfterClosedInquiryDays,
            RequiredIdentifiers = string.Join(',', row.RequiredIdentifiers),
            Form = row.Form,
            Notes = row.NotesEn,
            NotesEs = row.NotesEs,
            ExceptionCitation = row.StatutoryException?.Citation,
            ExceptionCondition = ConditionOf(row),
            ExceptionConditionEs = row.StatutoryException?.ConditionEs,
            AcknowledgmentDays = row.ExpectedDays.Acknowledgment,
            InterimDays = row.ExpectedDays.Interim,
            FinalDays = row.ExpectedDays.Final,
            FollowUpDays = chase.BusinessDays,
            FollowUpsBeforeEscalation = chase.FollowUps,
            FollowUpSource = chase.Source,
            Source = row.Source,
            VerifiedOn = row.VerifiedOn,
        };
        FillIn(agency, row);
        return agency;
    }
}
