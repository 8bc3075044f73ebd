using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Areas.Office.Pages;

/// <summary>Options for choosing an agency.</summary>
internal static class AgencyChoices
{
    /// <summary>Short names, in the given order.</summary>
    public static IReadOnlyList<SelectListItem> From(IEnumerable<Agency> agencies, string language) =>
        [.. agencies.Select(a => new SelectListItem(Texts.Capitalized(a.ShortNameIn(language)), a.Code))];
}
