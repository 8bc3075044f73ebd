using System.Net;
using System.Text;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Platform.Mail;

/// <summary>Renders an email as plain text and as equivalent HTML.</summary>
public static class MailLayout
{
    /// <summary>The plain text, left for the email client to wrap.</summary>
    public static string PlainText(MailText text, MailDesk desk)
    {
        var lines = new List<string>(text.Paragraphs);
        if (text.Code is { } code)
            lines.Add($"    {code}");
        if (text.Link is var (label, address))
            lines.Add($"{label}:\n{address}");
        lines.AddRange(text.Closing);
        if (WayBack(text, desk) is { } wayBack)
            lines.Add(wayBack);
        if (!text.IsWritten)
            lines.Add(Sender(desk));
        return Kept.Strip(string.Join("\n\n", lines)) + "\n";
    }

    /// <summary>A small HTML page without images, scripts, or tracking.</summary>
    public static string Html(MailText text, MailDesk desk)
    {
        var html = new StringBuilder();
        html.Append($"<!DOCTYPE html><html lang=\"{desk.Language}\"><head><meta charset=\"utf-8\"><title>{Encode(text.Subject)}</title></head>");
        html.Append("<body style=\"margin:0;background:#f4f6f9\">");
        html.Append("<div style=\"max-width:36rem;margin:0 auto;padding:24px;background:#fff;font:17px/1.55 Arial,sans-serif;color:#1b1b1b\">");
        html.Append("<p style=\"margin:0 0 20px;padding-bottom:12px;border-bottom:3px solid #1a3a66;font-weight:bold;color:#1a3a66\" translate=\"no\">");
        html.Append($"{Encode(desk.OfficeName)}</p>");
        foreach (var paragraph in text.Paragraphs)
            html.Append($"<p>{Marked(paragraph)}</p>");
        if (text.Code is { } code)
            html.Append($"<p style=\"font:bold 30px/1.3 Consolas,monospace;letter-spacing:4px\" translate=\"no\">{Encode(code)}</p>");
        if (text.Link is var (label, address))
        {
            var shown = Encode(address.ToString());
            html.Append($"<p><a href=\"{shown}\" style=\"display:inline-block;padding:12px 20px;background:#1a4480;color:#fff;");
            html.Append($"text-decoration:none;border-radius:4px;font-weight:bold\">{Marked(label)}</a></p>");
            html.Append($"<p style=\"font-size:14px;color:#565c65;word-break:break-all\" translate=\"no\">{shown}</p>");
        }

        foreach (var paragraph in text.Closing)
            html.Append($"<p>{Marked(paragraph)}</p>");
        if (text.IsWritten)
            return html.Append("</div></body></html>").ToString();
        html.Append("<div style=\"margin-top:28px;padding-top:12px;border-top:1px solid #dfe1e2;color:#565c65\">");
        if (WayBack(text, desk) is { } wayBack)
            html.Append($"<p>{Marked(wayBack)}</p>");
        html.Append($"<p translate=\"no\">{Encode(Sender(desk))}</p></div></div></body></html>");
        return html.ToString();
    }

    private static string? WayBack(MailText text, MailDesk desk) => (text.WaysBack, desk.Letterhead.Phone.Length > 0) switch
    {
        (WaysBack.CasePage, true) when desk.Letterhead.Mailbox is not null =>
            desk.T("To answer, write to us on your case page, which is safest. You can also reply to this email, or call."),
        (WaysBack.CasePage, false) when desk.Letterhead.Mailbox is not null =>
            desk.T("To answer, write to us on your case page, which is safest. You can also reply to this email."),
        (WaysBack.Phone, true) when desk.Letterhead.Mailbox is not null => desk.T("Questions? Reply to this email, or call us."),
        (WaysBack.CasePage, true) => desk.T("No one reads this mailbox. Write to us on your case page, or call."),
        (WaysBack.CasePage, false) => desk.T("No one reads this mailbox. Write to us on your case page."),
        (WaysBack.Phone, true) => desk.T("No one reads this mailbox. Call us."),
        _ => null,
    };

    private static string Sender(MailDesk desk) => desk.Letterhead.Phone.Length == 0 ? desk.OfficeName : $"{desk.OfficeName} · {desk.Letterhead.Phone}";

    private static string Marked(string sentence) => string.Concat(
        Kept.Parts(sentence).Select(part => part.IsKept ? $"<span translate=\"no\">{Encode(part.Text)}</span>" : Encode(part.Text)));

    private static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
