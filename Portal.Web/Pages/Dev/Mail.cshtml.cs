using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Pages.Dev;

/// <summary>Development's mailbox. It exists only in Development, and only while mails go to a folder.</summary>
public sealed class MailModel(IWebHostEnvironment environment, IMailServer server) : PageModel
{
    private const int Most = 200;

    /// <summary>The newest mails first.</summary>
    public IReadOnlyList<MailEnvelope> Mails { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public IActionResult OnGet()
    {
        if (Folder(environment, server) is not { } folder)
            return NotFound();
        Mails = folder.Read(Most);
        return Page();
    }

    /// <summary>The folder of mails; null where this page does not exist.</summary>
    internal static FolderMailServer? Folder(IWebHostEnvironment environment, IMailServer server) =>
        environment.IsDevelopment() ? server as FolderMailServer : null;
}
