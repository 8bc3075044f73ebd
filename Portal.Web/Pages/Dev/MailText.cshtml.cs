using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform.Mail;

namespace Portal.Web.Pages.Dev;

/// <summary>One mail of Development's mailbox: its text, and its HTML on a page of its own that may do nothing.</summary>
public sealed class MailTextModel(IWebHostEnvironment environment, IMailServer server) : PageModel
{
    /// <summary>The mail.</summary>
    public MailEnvelope? Mail { get; private set; }

    /// <summary>Shows the text.</summary>
    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    /// <summary>Shows the HTML, which was made to be read by mail programs and brings its own styles.</summary>
    public IActionResult OnGetHtml(string id)
    {
        if (!Find(id))
            return NotFound();
        Response.Headers.ContentSecurityPolicy = "sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
        return Content(Mail!.Html, "text/html; charset=utf-8");
    }

    internal static bool IsLink(string word) => Uri.TryCreate(word, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private bool Find(string id) =>
        (Mail = MailModel.Folder(environment, server)?.Read(int.MaxValue).FirstOrDefault(m => m.Id == id)) is not null;
}
