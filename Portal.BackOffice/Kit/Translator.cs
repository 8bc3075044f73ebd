using System.Globalization;
using Microsoft.AspNetCore.Html;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>Translates text into the language of the request; pages use it as <c>T</c>.</summary>
public sealed class Translator
{
    /// <summary>Two-letter code of the request's language.</summary>
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Translates an English sentence into the request's language.</summary>
    public string this[string english, params object?[] args] => Texts.Get(Language, english, args);

    /// <summary>A count as people read it, such as 10,000.</summary>
    public string Number(int count) => count.ToString("N0", Texts.CultureOf(Language));

    /// <summary>Translates a sentence that contains names, references, or codes, which a translating browser must leave alone.</summary>
    public KeptText Kept => new(Language);

    /// <summary>Marks a value in such a sentence that may be translated, such as a date.</summary>
    public string Free(string value) => Domain.Platform.Text.Kept.Free(value);
}

/// <summary>Sentences as HTML, with their values marked <c>translate="no"</c>.</summary>
public sealed class KeptText(string language)
{
    /// <summary>The sentence.</summary>
    public IHtmlContent this[string english, params object?[] args] => Show(Marked(english, args));

    /// <summary>The sentence as text with marks, for a part of a page that shows it with <see cref="Show"/>, such as a hint.</summary>
    public string Marked(string english, params object?[] args) =>
        Texts.Marked(language, english, value => Kept.Mark(value, Texts.CultureOf(language)), args);

    /// <summary>Shows text with marks.</summary>
    internal static IHtmlContent Show(string marked)
    {
        var html = new HtmlContentBuilder();
        foreach (var part in Kept.Parts(marked))
            html.AppendHtml(part.IsKept ? Html.Element("span", null, part.Text, ("translate", "no")) : Html.Text(part.Text));
        return html;
    }
}
