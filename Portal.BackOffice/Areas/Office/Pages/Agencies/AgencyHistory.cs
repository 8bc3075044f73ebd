using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Forms;
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
        string[] events = [nameof(AgencyChanged), nameof(AgencyFormPublished), nameof(AgencyFormEnded)];
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
                new(at, by, text["The agency’s own form, edition {0}, came into use.", form.Edition], []),
            nameof(AgencyFormEnded) when Event<AgencyFormEnded>() is var form && form.Agency == code =>
                new(at, by, text["The agency’s own form, edition {0}, is no longer in use.", form.Edition], []),
            _ => null,
        };
    }

    private string? ValueOf(string field, string? value, Dictionary<string, string> templates) => (field, value) switch
    {
        (_, null or "") => null,
        (_, "True") => text["Yes"],
        (_, "False") => text["No"],
        (nameof(Agency.Signature), _) when Enum.TryParse<SignatureClass>(value, out var signature) => text[Words.Of(signature)],
        (nameof(Agency.TemplateCode), _) => templates.GetValueOrDefault(value, value),
        (nameof(Agency.Medical), _) => text[EditModel.MedicalRules.FirstOrDefault(m => m.Value == value)?.Text ?? value],
        (nameof(Agency.RequiredIdentifiers), _) => string.Join(", ", value.Split(',').Select(n => text[Identifiers.All.GetValueOrDefault(n, n)])),
        (nameof(Agency.SensitiveRecords), _) => string.Join(", ", value.Split(',').Select(n => text[SensitiveKinds.LabelOf(n)])),
        (nameof(Agency.VerifiedOn), _) when DateOnly.TryParse(value, Texts.CultureOf("en"), out var day) => Words.Day(day),
        _ => value,
    };

    // As the form beside it calls the field.
    private static string LabelOf(string field) => field switch
    {
        nameof(Agency.Signature) => "Signature the agency takes",
        nameof(Agency.ReleaseMaxAgeDays) => "Days a signed release counts",
        nameof(Agency.ResignAfterClosedInquiryDays) => "New signature after so many days",
        nameof(Agency.Form) => "The agency’s own form",
        nameof(Agency.OnlyOfficeNamed) => "Only the congressional office may be named",
        nameof(Agency.TranslationCertified) => "A translation must be certified",
        nameof(Agency.EnglishAuthoritative) => "The English text counts; Spanish is shown as its translation",
        nameof(Agency.Perjury) => "Signed under penalty of perjury",
        nameof(Agency.SpecificRecords) => "Specific records must be named; “all records” is refused",
        nameof(Agency.MaxAgeForTaxOnly) => "The limit in days holds for tax information only",
        nameof(Agency.TemplateCode) => "Release template",
        nameof(Agency.GuardianMaySign) => "A parent, guardian or representative may sign, with proof",
        nameof(Agency.NextOfKinMaySign) => "The next of kin may sign, with proof of death",
        nameof(Agency.EachPartySigns) => "Petitioner and beneficiary sign a release each",
        nameof(Agency.SubjectAbroadSigns) => "The subject of the record signs even from abroad",
        nameof(Agency.MarkWitnesses) => "Witnesses for a mark",
        nameof(Agency.Medical) => "Medical records",
        nameof(Agency.MinorMedicalByParent) => "A parent may release a minor’s medical records",
        nameof(Agency.SensitiveRecords) => "Records that need a consent of their own",
        nameof(Agency.RequiredIdentifiers) => "Identity numbers the agency needs",
        nameof(Agency.ExceptionCitation) => "Citation",
        nameof(Agency.ExceptionCondition) => "What it covers and on what condition, in English",
        nameof(Agency.ExceptionConditionEs) => "What it covers and on what condition, in Spanish",
        nameof(Agency.AcknowledgmentDays) => "Acknowledgment",
        nameof(Agency.InterimDays) => "Interim answer",
        nameof(Agency.FinalDays) => "Final answer",
        nameof(Agency.ChaseDays) => "Business days between follow-ups",
        nameof(Agency.ChasesBeforeEscalation) => "Follow-ups before it goes further up",
        nameof(Agency.ChaseSource) => "Source of this pace",
        nameof(Agency.LiaisonContact) => "Congressional liaison",
        nameof(Agency.Notes) => "More conditions, in English",
        nameof(Agency.NotesEs) => "More conditions, in Spanish",
        nameof(Agency.Source) => "Source",
        nameof(Agency.VerifiedOn) => "Last checked on",
        _ => field,
    };
}
