using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>The form for editing an agency.</summary>
public sealed class AgencyInput
{
    /// <summary>Version the form was loaded from.</summary>
    public int Version { get; set; }

    /// <summary>The agency's requirements for a release.</summary>
    public AgencyReleaseRules Rules { get; set; } = new();

    /// <summary>Business days until acknowledgment, as typed.</summary>
    public string? AcknowledgmentDays { get; set; }

    /// <summary>Business days until an interim answer, as typed.</summary>
    public string? InterimDays { get; set; }

    /// <summary>Business days until a final answer, as typed.</summary>
    public string? FinalDays { get; set; }

    /// <summary>Business days between follow-ups, as typed.</summary>
    public string? FollowUpDays { get; set; }

    /// <summary>Number of follow-ups before escalating, as typed.</summary>
    public string? FollowUpsBeforeEscalation { get; set; }

    /// <summary>Source of the follow-up schedule.</summary>
    public string? FollowUpSource { get; set; }

    /// <summary>What signers need to know, in English.</summary>
    public string? PublicNote { get; set; }

    /// <summary>What signers need to know, in Spanish.</summary>
    public string? PublicNoteEs { get; set; }

    /// <summary>Notes for staff, in English.</summary>
    public string? Notes { get; set; }

    /// <summary>Notes for staff, in Spanish.</summary>
    public string? NotesEs { get; set; }

    /// <summary>Source of the rules.</summary>
    public string? Source { get; set; }

    /// <summary>Date the rules were last checked.</summary>
    public DateParts VerifiedOn { get; set; } = new();

    /// <summary>Types of records that need their own consent.</summary>
    internal static readonly IReadOnlyList<string> Sensitive = ["SubstanceUse", "Hiv", "SickleCell"];

    /// <summary>Fills the form from stored data.</summary>
    public static AgencyInput From(Agency agency) => new()
    {
        Version = agency.Version,
        Rules = agency.Rules,
        PublicNote = agency.PublicNote,
        PublicNoteEs = agency.PublicNoteEs,
        Notes = agency.Notes,
        NotesEs = agency.NotesEs,
        AcknowledgmentDays = agency.AcknowledgmentDays?.ToString(),
        InterimDays = agency.InterimDays?.ToString(),
        FinalDays = agency.FinalDays?.ToString(),
        FollowUpDays = agency.FollowUpDays.ToString(),
        FollowUpsBeforeEscalation = agency.FollowUpsBeforeEscalation.ToString(),
        FollowUpSource = agency.FollowUpSource,
        Source = agency.Source,
        VerifiedOn = DateParts.From(agency.VerifiedOn),
    };

    /// <summary>The command; null when a field can't be read, in which case <paramref name="check"/> has the error.</summary>
    public SaveAgency.Command? ToCommand(string code, FormCheck check)
    {
        const string days = "Enter a whole number of days.";
        int? Days(string? typed, string field)
        {
            check.Required("Input." + field, typed, days);
            return check.Number("Input." + field, typed, 3_650, days);
        }

        int? Published(string? typed, string field) =>
            string.IsNullOrWhiteSpace(typed) ? null : check.Number("Input." + field, typed, 3_650, "Enter a whole number of days, or leave this blank.");

        var (first, interim, final) = (
            Published(AcknowledgmentDays, nameof(AcknowledgmentDays)), Published(InterimDays, nameof(InterimDays)), Published(FinalDays, nameof(FinalDays)));
        var (between, times) = (Days(FollowUpDays, nameof(FollowUpDays)), Days(FollowUpsBeforeEscalation, nameof(FollowUpsBeforeEscalation)));
        check.Required("Input.FollowUpSource", FollowUpSource, "Enter the source of the follow-up schedule.")
            .Required("Input.Source", Source, "Enter the source of the rule.");
        check.Fits("Input.FollowUpSource", FollowUpSource, 500).Fits("Input.Source", Source, 500)
            .Fits("Input.PublicNote", PublicNote, 1000).Fits("Input.PublicNoteEs", PublicNoteEs, 1000)
            .Fits("Input.Notes", Notes, 4000).Fits("Input.NotesEs", NotesEs, 4000)
            .Fits("Input.Rules.ExceptionCondition", Rules.ExceptionCondition, 2000)
            .Fits("Input.Rules.ExceptionConditionEs", Rules.ExceptionConditionEs, 2000);
        var verified = check.Day("Input.VerifiedOn", VerifiedOn);
        return check.Passed
            ? new(code, Version)
            {
                Rules = Rules with
                {
                    SensitiveRecords = [.. Rules.SensitiveRecords.Where(Sensitive.Contains)],
                    RequiredIdentifiers = [.. Rules.RequiredIdentifiers.Where(Identifiers.All.ContainsKey)],
                },
                Notes = Notes,
                NotesEs = NotesEs,
                PublicNote = PublicNote,
                PublicNoteEs = PublicNoteEs,
                AcknowledgmentDays = first,
                InterimDays = interim,
                FinalDays = final,
                FollowUps = new(between!.Value, times!.Value, FollowUpSource!),
                Source = Source,
                VerifiedOn = verified,
            }
            : null;
    }
}
