using System.Text;
using MimeKit.Text;

namespace Portal.Domain.Platform.Mail.Incoming;

/// <summary>The text of an HTML email. Nothing in it is fetched or run.</summary>
internal static class HtmlText
{
    private static readonly HashSet<HtmlTagId> Unseen = [HtmlTagId.Script, HtmlTagId.Style, HtmlTagId.Title, HtmlTagId.Head];
    private static readonly HashSet<HtmlTagId> Lines =
        [HtmlTagId.P, HtmlTagId.Div, HtmlTagId.TR, HtmlTagId.LI, HtmlTagId.H1, HtmlTagId.H2, HtmlTagId.H3, HtmlTagId.H4, HtmlTagId.BlockQuote, HtmlTagId.Table];

    public static string Of(string html)
    {
        var text = new StringBuilder();
        var unseen = 0;
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
            switch (token)
            {
                case HtmlTagToken tag when Unseen.Contains(tag.Id):
                    unseen = tag.IsEndTag ? Math.Max(0, unseen - 1) : tag.IsEmptyElement ? unseen : unseen + 1;
                    break;
                case HtmlTagToken { Id: HtmlTagId.Body, IsEndTag: false }:
                    unseen = 0;
                    break;
                case HtmlTagToken { Id: HtmlTagId.TD or HtmlTagId.TH, IsEndTag: false }:
                    text.Append('\t');
                    break;
                case HtmlTagToken { Id: HtmlTagId.Br }:
                    text.Append('\n');
                    break;
                case HtmlTagToken { Id: HtmlTagId.BlockQuote, IsEndTag: false }:
                    text.Append("\n\n");
                    break;
                case HtmlTagToken tag when Lines.Contains(tag.Id):
                    text.Append(tag is { IsEndTag: true, Id: HtmlTagId.P } ? "\n\n" : "\n");
                    break;
                case HtmlDataToken data when unseen == 0 && token.Kind == HtmlTokenKind.Data:
                    Append(text, data.Data);
                    break;
            }

        return text.ToString();
    }

    // Line breaks in the source are spaces.
    private static void Append(StringBuilder text, string data)
    {
        foreach (var c in data)
            if (!char.IsWhiteSpace(c) || c == '\u00a0')
                text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n' or '\t'))
                text.Append(' ');
    }
}
