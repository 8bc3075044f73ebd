using Portal.BackOffice.Kit;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>What is known about a form.</summary>
public sealed class AboutInput
{
    /// <summary>The version the page was made from.</summary>
    public int Version { get; set; }

    /// <summary>Name and number of the form.</summary>
    public string? Title { get; set; }

    /// <summary>Where it was found.</summary>
    public string? Source { get; set; }

    /// <summary>When somebody last checked that it is in use.</summary>
    public DateParts VerifiedOn { get; set; } = new();

    /// <summary>As stored.</summary>
    public static AboutInput From(AgencyForm form) =>
        new() { Version = form.Version, Title = form.Title, Source = form.Source, VerifiedOn = DateParts.From(form.VerifiedOn) };

    /// <summary>Says what is missing or cannot be read, and gives the day.</summary>
    public DateOnly? Read(FormCheck check) => check
        .Required("Input.Title", Title, "Enter the form's title, in {0} characters or fewer.", 160)
        .Required("Input.Source", Source, "Enter where you found the form, in {0} characters or fewer.", 500)
        .Day("Input.VerifiedOn", VerifiedOn);
}
