using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.BackOffice.Kit;

/// <summary>A text of ours with its websites and phone numbers as links: on a phone, a number that can't be tapped is a dead end.</summary>
public static partial class LinkedText
{
    private const string Anchor = "a";

    /// <summary>The text, encoded, with its links.</summary>
    public static IHtmlContent Of(string text)
    {
        var content = new HtmlContentBuilder();
        var at = 0;
        foreach (var found in Reachable().Matches(text).AsEnumerable())
        {
            content.Append(text[at..found.Index]).AppendHtml(Link(found));
            at = found.Index + found.Length;
        }

        return content.Append(text[at..]);
    }

    private static TagBuilder Link(Match found)
    {
        var link = new TagBuilder(Anchor);
        (link.Attributes["href"], link.Attributes["translate"]) = (AddressOf(found), "no");
        link.InnerHtml.Append(found.Value);
        return link;
    }

    private static string AddressOf(Match found) =>
        found.Groups["site"].Success ? "https://" + found.Value
        : found.Groups["text"].Success ? "sms:" + found.Value
        : OfficeCard.Dial(found.Value);

    // Websites of the kinds that appear in our texts; numbers to text, which follow "text" or "al"; ten digits; and 211, 711, 911, 988.
    [GeneratedRegex(
        @"(?<site>\b(?:[a-z0-9-]+\.)+(?:gov|org|com|mil|edu|net)\b(?:/[\w./-]*[\w/])?)|(?<=\b(?:text|mensaje(?: de texto)? al)\s)(?<text>\d{5,6})\b"
        + @"|(?<!\S)(?:1-)?\(?\d{3}\)?[ -]\d{3}-\d{4}\b|\b(?:211|711|911|988)\b(?!-)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Reachable();
}
