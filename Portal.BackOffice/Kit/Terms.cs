using Microsoft.AspNetCore.Html;
using Portal.Domain.Knowledge;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Explains acronyms, programs, and forms where our own text mentions them, each the first time on a page; pages use it as
/// <c>Explain</c>. A click, a tap, or Enter on the word opens a small note next to it, also without JavaScript; Escape closes it.
/// A mouse shows the full name. Only for running text: a button can't be inside a link, a label, or another button.
/// </summary>
public sealed class Terms(Translator text)
{
    private readonly HashSet<string> _explained = [];

    /// <summary>The text, encoded, with the words it uses for the first time explained.</summary>
    public IHtmlContent this[string? sentence] => Render(sentence ?? "", Html.Text);

    /// <summary>The same, with websites and phone numbers as links.</summary>
    public IHtmlContent Linked(string sentence) => Render(sentence, LinkedText.Of);

    private HtmlContentBuilder Render(string sentence, Func<string, IHtmlContent> rest)
    {
        var content = new HtmlContentBuilder();
        var at = 0;
        foreach (var mention in Glossary.MentionsIn(sentence))
        {
            if (!_explained.Add(mention.Entry.Short))
                continue;
            content.AppendHtml(rest(sentence[at..mention.Start])).AppendHtml(Word(sentence.Substring(mention.Start, mention.Length), mention.Entry));
            at = mention.Start + mention.Length;
        }

        return (HtmlContentBuilder)content.AppendHtml(rest(sentence[at..]));
    }

    private HtmlContentBuilder Word(string word, GlossaryEntry entry)
    {
        var id = $"term-{_explained.Count}";
        var name = entry.Name.In(text.Language);
        var button = Html.Element("button", "term", word, ("type", "button"), ("popovertarget", id), ("title", name == word ? null : name), ("translate", "no"));
        IHtmlContent[] note = name == word ? [Html.Text(entry.Text.In(text.Language))] : [Html.Element("strong", null, name), Html.Text(". " + entry.Text.In(text.Language))];
        return (HtmlContentBuilder)new HtmlContentBuilder().AppendHtml(button).AppendHtml(Html.Element("span", "term__note", note, ("popover", ""), ("id", id), ("lang", text.Language), ("translate", "yes")));
    }
}
