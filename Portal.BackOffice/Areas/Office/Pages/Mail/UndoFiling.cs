using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.BackOffice.Areas.Office.Pages.Mail;

/// <summary>Which email was filed or set aside last. It's kept for the next page, whose button takes it back.</summary>
internal static class UndoFiling
{
    private const string Key = "UndoFiling";

    public static void Offer(ITempDataDictionary kept, Guid email) => kept[Key] = email.ToString();

    // A text that looks like an id comes back as one.
    public static Guid? Read(ITempDataDictionary kept) => Guid.TryParse(kept[Key]?.ToString(), out var email) ? email : null;
}
