using Microsoft.AspNetCore.Mvc.ModelBinding;
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

    /// <summary>Says what cannot be read, and gives the day.</summary>
    public DateOnly? Check(ModelStateDictionary state, Translator text, string prefix)
    {
        if (string.IsNullOrWhiteSpace(Title))
            state.AddModelError(prefix + ".Title", text["Enter the form's title, in {0} characters or fewer.", 160]);
        if (string.IsNullOrWhiteSpace(Source))
            state.AddModelError(prefix + ".Source", text["Enter where you found the form, in {0} characters or fewer.", 500]);
        if (VerifiedOn.TryGet(out var day))
            return day;
        if (!VerifiedOn.IsEmpty)
            state.AddModelError(prefix + ".VerifiedOn", text["Enter a valid date, or leave all three fields blank."]);
        return null;
    }
}
