using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Pages.Dev;

/// <summary>The Development mailbox. Exists only in Development, and only while emails go to a folder.</summary>
public sealed class MailModel(IWebHostEnvironment environment, IMailServer server) : PageModel
{
    private const int Most = 200;

    /// <summary>Emails, newest first.</summary>
    public IReadOnlyList<MailEnvelope> Mails { get; private set; } = [];

    /// <summary>Lists the emails.</summary>
    public IActionResult OnGet()
    {
        if (Folder(environment, server) is not { } folder)
            return NotFound();
        Mails = folder.Read(Most);
        return Page();
    }

    /// <summary>Folder with the emails; null where this page doesn't exist.</summary>
    internal static FolderMailServer? Folder(IWebHostEnvironment environment, IMailServer server) =>
        environment.IsDevelopment() ? server as FolderMailServer : null;
}
