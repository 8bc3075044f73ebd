using Portal.BackOffice.Kit;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>Title, number, and source of a form.</summary>
public sealed class AboutInput
{
    /// <summary>Version the page was loaded from.</summary>
    public int Version { get; set; }

    /// <summary>Title and number of the form.</summary>
    public string? Title { get; set; }

    /// <summary>Where the form came from.</summary>
    public string? Source { get; set; }

    /// <summary>Date someone last checked that the form is current.</summary>
    public DateParts VerifiedOn { get; set; } = new();

    /// <summary>Fills the fields from a stored form.</summary>
    public static AboutInput From(AgencyForm form) =>
        new() { Version = form.Version, Title = form.Title, Source = form.Source, VerifiedOn = DateParts.From(form.VerifiedOn) };

    /// <summary>Reports what is missing or invalid, and returns the date.</summary>
    public DateOnly? Read(FormCheck check) => check
        .Required("Input.Title", Title, "Enter the form's title, in {0} characters or fewer.", 160)
        .Required("Input.Source", Source, "Enter where you found the form, in {0} characters or fewer.", 500)
        .Day("Input.VerifiedOn", VerifiedOn);
}
