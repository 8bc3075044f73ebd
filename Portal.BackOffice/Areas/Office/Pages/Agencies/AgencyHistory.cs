using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>What was changed about an agency and which of its forms came into use, newest first, in words.</summary>
public sealed class AgencyHistory(PortalDb db, Translator text)
{
    private const int Shown = 20;
    private const int Read = 400;

    /// <summary>A change of the past.</summary>
    public sealed record Change(DateTime At, string By, string? Deed, IReadOnlyList<AgencyFieldChange> Fields);

    /// <summary>The newest changes of the agency.</summary>
    public async Task<IReadOnlyList<Change>> ReadAsync(string code, CancellationToken cancellation)
    {
        string[] events = [nameof(AgencyChanged), nameof(AgencyFormPublished), nameof(AgencyFormRetired)];
        var entries = await db.Set<ActivityEntry>().AsNoTracking().Where(e => events.Contains(e.EventName)).OrderByDescending(e => e.Id).Take(Read)
            .Select(e => new { e.OccurredAt, e.ActorId, e.EventName, e.Payload }).ToListAsync(cancellation);
        var staff = await db.Set<StaffMember>().ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
        var templates = await db.Set<ReleaseTemplate>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.NameIn(text.Language), cancellation);
        return [.. entries.Select(e => Of(e.OccurredAt, staff.GetValueOrDefault(e.ActorId ?? Guid.Empty, "–"), e.EventName, e.Payload, code, templates)).OfType<Change>().Take(Shown)];
    }

    private Change? Of(DateTime at, string by, string name, string payload, string code, Dictionary<string, string> templates)
    {
        T Event<T>() => JsonSerializer.Deserialize<T>(payload, EventJson.Options)!;
        return name switch
        {
            nameof(AgencyChanged) when Event<AgencyChanged>() is var changed && changed.Code == code =>
                new(at, by, null, [.. changed.Changes.Select(c => new AgencyFieldChange(text[LabelOf(c.Field)], ValueOf(c.Field, c.From, templates), ValueOf(c.Field, c.To, templates)))]),
            nameof(AgencyFormPublished) when Event<AgencyFormPublished>() is var form && form.Agency == code =>
                new(at, by, text["The agency's own form, version {0}, was published.", form.Edition], []),
            nameof(AgencyFormRetired) when Event<AgencyFormRetired>() is var form && form.Agency == code =>
                new(at, by, text["The agency's own form, version {0}, was taken out of use.", form.Edition], []),
            _ => null,
        };
    }

    private string? ValueOf(string field, string? value, Dictionary<string, string> templates) => (field, value) switch
    {
        (_, null or "") => null,
        (_, "True") => text["Yes"],
        (_, "False") => text["No"],
        (nameof(AgencyReleaseRules.Signature), _) when Enum.TryParse<SignatureClass>(value, out var signature) => text[Words.Describe(signature)],
        (nameof(AgencyReleaseRules.TemplateCode), _) => templates.GetValueOrDefault(value, value),
        (nameof(AgencyReleaseRules.Medical), _) => text[EditModel.MedicalRules.FirstOrDefault(m => m.Value == value)?.Text ?? value],
        (nameof(AgencyReleaseRules.RequiredIdentifiers), _) => string.Join(", ", value.Split(',').Select(n => text[Identifiers.All.GetValueOrDefault(n, n)])),
        (nameof(AgencyReleaseRules.SensitiveRecords), _) => string.Join(", ", value.Split(',').Select(n => text[SensitiveKinds.LabelOf(n)])),
        (nameof(Agency.VerifiedOn), _) when DateOnly.TryParse(value, Texts.CultureOf("en"), out var day) => Words.Day(day),
        _ => value,
    };

    // As the form beside it calls the field.
    private static string LabelOf(string field) => field switch
    {
        nameof(AgencyReleaseRules.Signature) => "Signature the agency accepts",
        nameof(AgencyReleaseRules.ReleaseMaxAgeDays) => "Days a signed release is valid",
        nameof(AgencyReleaseRules.ResignAfterClosedInquiryDays) => "Days before a new signature is needed",
        nameof(AgencyReleaseRules.Form) => "The agency's own form",
        nameof(AgencyReleaseRules.OnlyOfficeNamed) => "Only the congressional office may be named",
        nameof(AgencyReleaseRules.TranslationCertified) => "Translations must be certified",
        nameof(AgencyReleaseRules.EnglishAuthoritative) => "English governs; Spanish is shown as a translation",
        nameof(AgencyReleaseRules.Perjury) => "Signed under penalty of perjury",
        nameof(AgencyReleaseRules.SpecificRecords) => "Must name specific records; “all records” isn't accepted",
        nameof(AgencyReleaseRules.MaxAgeForTaxOnly) => "The day limit applies only to tax information",
        nameof(AgencyReleaseRules.TemplateCode) => "Release template",
        nameof(AgencyReleaseRules.GuardianMaySign) => "A parent, guardian, or representative may sign, with proof",
        nameof(AgencyReleaseRules.NextOfKinMaySign) => "Next of kin may sign, with proof of death",
        nameof(AgencyReleaseRules.EachPartySigns) => "Petitioner and beneficiary each sign a release",
        nameof(AgencyReleaseRules.SubjectAbroadSigns) => "The person the records are about must sign, even from abroad",
        nameof(AgencyReleaseRules.MarkWitnesses) => "Witnesses needed for a mark",
        nameof(AgencyReleaseRules.Medical) => "Medical records",
        nameof(AgencyReleaseRules.MinorMedicalByParent) => "A parent may release a minor's medical records",
        nameof(AgencyReleaseRules.SensitiveRecords) => "Records that need separate consent",
        nameof(AgencyReleaseRules.RequiredIdentifiers) => "ID numbers the agency needs",
        nameof(AgencyReleaseRules.ExceptionCitation) => "Citation",
        nameof(AgencyReleaseRules.ExceptionCondition) => "What it covers and under what conditions, in English",
        nameof(AgencyReleaseRules.ExceptionConditionEs) => "What it covers and under what conditions, in Spanish",
        nameof(Agency.AcknowledgmentDays) => "Acknowledgment",
        nameof(Agency.InterimDays) => "Interim answer",
        nameof(Agency.FinalDays) => "Final answer",
        nameof(Agency.FollowUpDays) => "Business days between follow-ups",
        nameof(Agency.FollowUpsBeforeEscalation) => "Follow-ups before escalating",
        nameof(Agency.FollowUpSource) => "Source of the follow-up schedule",
        nameof(Agency.LiaisonContact) => "Congressional liaison",
        nameof(Agency.Notes) => "Other conditions, in English",
        nameof(Agency.NotesEs) => "Other conditions, in Spanish",
        nameof(Agency.Source) => "Source",
        nameof(Agency.VerifiedOn) => "Last checked on",
        _ => field,
    };
}
