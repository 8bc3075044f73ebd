using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>Loads the agencies this build knows. What an administrator changed stays as it is.</summary>
public sealed class AgencySeed(PortalDb db)
{
    private sealed record Row(
        string Code, Bilingual Name, Bilingual ShortName, SignatureClass Signature, bool Perjury, bool OnlyOfficeNamed, bool TranslationCertified,
        string Template, bool GuardianMaySign, bool NextOfKinMaySign, bool EachPartySigns, bool RecordSubjectAbroadSigns, bool EnglishAuthoritative,
        MedicalRule Medical, string[] SensitiveRecords, bool SpecificRecords, bool MinorMedicalByParent,
        int MarkWitnesses, int? ReleaseMaxAgeDays, bool MaxAgeForTaxOnly, int? ResignAfterClosedInquiryDays, string[] RequiredIdentifiers, string? Form,
        string? NotesEn, string? NotesEs, ExceptionRow? StatutoryException, DaysRow ExpectedDays, string Source, DateOnly? VerifiedOn);

    private sealed record ExceptionRow(string Citation, string AppliesTo, string ConditionEn);

    private sealed record DaysRow(int Acknowledgment, int Interim, int Final);

    /// <summary>Adds the agencies that are missing; does not save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = await db.Set<Agency>().Select(a => a.Code).ToListAsync(cancellation);
        var chaseOf = ChasePattern.Read();
        db.AddRange(SeedFile.Read<Row[]>("agencies.json").Where(r => !known.Contains(r.Code)).Select(r => ToAgency(r, chaseOf(r.Code))));
    }

    private static Agency ToAgency(Row row, ChasePattern chase) => new()
    {
        Code = row.Code,
        Name = row.Name.En,
        NameEs = row.Name.Es,
        ShortName = row.ShortName.En,
        ShortNameEs = row.ShortName.Es,
        Signature = row.Signature,
        Perjury = row.Perjury,
        OnlyOfficeNamed = row.OnlyOfficeNamed,
        TranslationCertified = row.TranslationCertified,
        MarkWitnesses = row.MarkWitnesses,
        ReleaseMaxAgeDays = row.ReleaseMaxAgeDays,
        MaxAgeForTaxOnly = row.MaxAgeForTaxOnly,
        ResignAfterClosedInquiryDays = row.ResignAfterClosedInquiryDays,
        RequiredIdentifiers = string.Join(',', row.RequiredIdentifiers),
        TemplateCode = row.Template,
        GuardianMaySign = row.GuardianMaySign,
        NextOfKinMaySign = row.NextOfKinMaySign,
        EachPartySigns = row.EachPartySigns,
        SubjectAbroadSigns = row.RecordSubjectAbroadSigns,
        EnglishAuthoritative = row.EnglishAuthoritative,
        Medical = row.Medical,
        SensitiveRecords = string.Join(',', row.SensitiveRecords),
        SpecificRecords = row.SpecificRecords,
        MinorMedicalByParent = row.MinorMedicalByParent,
        Form = row.Form,
        Notes = row.NotesEn,
        NotesEs = row.NotesEs,
        ExceptionCitation = row.StatutoryException?.Citation,
        ExceptionCondition = row.StatutoryException is { } e ? $"{e.AppliesTo}. {e.ConditionEn}" : null,
        AcknowledgmentDays = row.ExpectedDays.Acknowledgment,
        InterimDays = row.ExpectedDays.Interim,
        FinalDays = row.ExpectedDays.Final,
        ChaseDays = chase.BusinessDays,
        ChasesBeforeEscalation = chase.FollowUps,
        ChaseSource = chase.Source,
        Source = row.Source,
        VerifiedOn = row.VerifiedOn,
    };
}
