using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.BackOffice.Areas.Office.Pages.Mail;

/// <summary>The email that was filed or set aside last. It's kept for the next page, whose button moves it back.</summary>
/// <param name="Version">The email's version since.</param>
internal sealed record UndoFiling(Guid Email, int Version)
{
    private const string Key = "UndoFiling";

    public static void Offer(ITempDataDictionary kept, UndoFiling last) => kept[Key] = $"{last.Email:N}/{last.Version.ToString(CultureInfo.InvariantCulture)}";

    public static UndoFiling? Read(ITempDataDictionary kept) =>
        (kept[Key] as string)?.Split('/') is [var email, var version] && Guid.TryParseExact(email, "N", out var id) && int.TryParse(version, out var number) ? new(id, number) : null;
}
