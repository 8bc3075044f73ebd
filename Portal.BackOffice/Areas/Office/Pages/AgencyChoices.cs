using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Agencies;

namespace Portal.BackOffice.Areas.Office.Pages;

/// <summary>Agencies to choose from.</summary>
internal static class AgencyChoices
{
    /// <summary>By their short names, in the order given.</summary>
    public static IReadOnlyList<SelectListItem> From(IEnumerable<Agency> agencies, string language) =>
        [.. agencies.Select(a => new SelectListItem(a.ShortNameIn(language), a.Code))];
}
