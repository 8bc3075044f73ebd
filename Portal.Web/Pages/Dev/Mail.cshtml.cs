using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Pages.Dev;

/// <summary>Development's mailbox. It exists only in Development, and only while mails go to a folder.</summary>
public sealed class MailModel(IWebHostEnvironment environment, IMailTransport transport) : PageModel
{
    private const int Most = 200;

    /// <summary>The newest mails first.</summary>
    public IReadOnlyList<MailEnvelope> Mails { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public IActionResult OnGet()
    {
        if (Folder(environment, transport) is not { } folder)
            return NotFound();
        Mails = folder.Read(Most);
        return Page();
    }

    /// <summary>What names a mail in the address of its page.</summary>
    public static string IdOf(MailEnvelope mail) => mail.MessageId.Trim('<', '>').Split('@')[0];

    /// <summary>The folder of mails; null where this page does not exist.</summary>
    internal static FolderMailTransport? Folder(IWebHostEnvironment environment, IMailTransport transport) =>
        environment.IsDevelopment() ? transport as FolderMailTransport : null;
}
