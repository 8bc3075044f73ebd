using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>The form about an agency.</summary>
public sealed class AgencyInput
{
    /// <summary>The version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>What the agency requires of a release.</summary>
    public AgencyReleaseRules Rules { get; set; } = new();

    /// <summary>Business days, as typed.</summary>
    public string? AcknowledgmentDays { get; set; }

    /// <summary>Business days, as typed.</summary>
    public string? InterimDays { get; set; }

    /// <summary>Business days, as typed.</summary>
    public string? FinalDays { get; set; }

    /// <summary>Business days between two follow-ups, as typed.</summary>
    public string? FollowUpDays { get; set; }

    /// <summary>Follow-ups before the matter is taken further up, as typed.</summary>
    public string? FollowUpsBeforeEscalation { get; set; }

    /// <summary>What the pace of the follow-ups is taken from.</summary>
    public string? FollowUpSource { get; set; }

    /// <summary>The congressional liaison.</summary>
    public string? LiaisonContact { get; set; }

    /// <summary>More conditions, in English.</summary>
    public string? Notes { get; set; }

    /// <summary>More conditions, in Spanish.</summary>
    public string? NotesEs { get; set; }

    /// <summary>What the rule is taken from.</summary>
    public string? Source { get; set; }

    /// <summary>When it was last checked.</summary>
    public DateParts VerifiedOn { get; set; } = new();

    /// <summary>Records with a consent of their own that the product knows.</summary>
    internal static readonly IReadOnlyList<string> Sensitive = ["SubstanceUse", "Hiv", "SickleCell"];

    /// <summary>The form as stored.</summary>
    public static AgencyInput From(Agency agency) => new()
    {
        Version = agency.Version,
        Rules = agency.Rules,
        Notes = agency.Notes,
        NotesEs = agency.NotesEs,
        AcknowledgmentDays = agency.AcknowledgmentDays.ToString(),
        InterimDays = agency.InterimDays.ToString(),
        FinalDays = agency.FinalDays.ToString(),
        FollowUpDays = agency.FollowUpDays.ToString(),
        FollowUpsBeforeEscalation = agency.FollowUpsBeforeEscalation.ToString(),
        FollowUpSource = agency.FollowUpSource,
        LiaisonContact = agency.LiaisonContact,
        Source = agency.Source,
        VerifiedOn = DateParts.From(agency.VerifiedOn),
    };

    /// <summary>The command; null when a field cannot be read, which <paramref name="state"/> then says.</summary>
    public SaveAgency.Command? ToCommand(string code, ModelStateDictionary state, Translator text)
    {
        int? Days(string? typed, string field)
        {
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3_650)
                return days;
            state.AddModelError("Input." + field, text["Enter a whole number of days."]);
            return null;
        }

        var (first, interim, final) = (Days(AcknowledgmentDays, nameof(AcknowledgmentDays)), Days(InterimDays, nameof(InterimDays)), Days(FinalDays, nameof(FinalDays)));
        var (between, times) = (Days(FollowUpDays, nameof(FollowUpDays)), Days(FollowUpsBeforeEscalation, nameof(FollowUpsBeforeEscalation)));
        if (string.IsNullOrWhiteSpace(FollowUpSource))
            state.AddModelError("Input.FollowUpSource", text["Enter the source of the follow-up schedule."]);
        DateOnly? verified = VerifiedOn.TryGet(out var day) ? day : null;
        if (verified is null && !VerifiedOn.IsEmpty)
            state.AddModelError("Input.VerifiedOn", text["Enter a valid date, or leave all three fields blank."]);
        if (string.IsNullOrWhiteSpace(Source))
            state.AddModelError("Input.Source", text["Enter the source of the rule."]);
        return state.IsValid
            ? new(code, Version)
            {
                Rules = Rules with
                {
                    SensitiveRecords = [.. Rules.SensitiveRecords.Where(Sensitive.Contains)],
                    RequiredIdentifiers = [.. Rules.RequiredIdentifiers.Where(Identifiers.All.ContainsKey)],
                },
                Notes = Notes,
                NotesEs = NotesEs,
                AcknowledgmentDays = first!.Value,
                InterimDays = interim!.Value,
                FinalDays = final!.Value,
                FollowUps = new(between!.Value, times!.Value, FollowUpSource!),
                LiaisonContact = LiaisonContact,
                Source = Source,
                VerifiedOn = verified,
            }
            : null;
    }
}
