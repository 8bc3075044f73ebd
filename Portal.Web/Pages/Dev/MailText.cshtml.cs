using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Pages.Dev;

/// <summary>One email in the Development mailbox: its text, and its HTML on a separate, sandboxed page.</summary>
public sealed class MailTextModel(IWebHostEnvironment environment, IMailServer server) : PageModel
{
    /// <summary>The email.</summary>
    public MailEnvelope? Mail { get; private set; }

    /// <summary>Shows the text.</summary>
    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    /// <summary>Shows the HTML, which is written for email programs and has its own styles.</summary>
    public IActionResult OnGetHtml(string id)
    {
        if (!Find(id))
            return NotFound();
        Response.Headers.ContentSecurityPolicy =
            "sandbox allow-top-navigation-by-user-activation; default-src 'none'; "
            + "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
        return Content(Mail!.Html, "text/html; charset=utf-8");
    }

    internal static bool IsLink(string word) => Uri.TryCreate(word, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private bool Find(string id) =>
        (Mail = MailModel.Folder(environment, server)?.Read(int.MaxValue).FirstOrDefault(m => m.Id == id)) is not null;
}
