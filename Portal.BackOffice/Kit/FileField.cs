using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>
/// A file upload with the browser's own control, whose button we label ourselves: browsers write theirs in their own language. Files
/// that were chosen and not yet used are kept.
/// </summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileField(Translator text, HeldFormFiles held) : FieldTagHelper(text)
{
    private readonly List<(string Name, string Ticket)> _held = [];

    private protected override IEnumerable<string> Notes => _held.Count == 0 ? base.Notes : [.. base.Notes, $"{Id}-held"];

    private IEnumerable<IFormFile> Chosen => For.Model switch
    {
        IFormFile one => [one],
        IEnumerable<IFormFile> several => several,
        _ => [],
    };

    private protected override async Task PrepareAsync()
    {
        // A refused file would be refused again.
        if (Error is not null)
            return;
        foreach (var file in Chosen)
            if (await held.HoldAsync(file, View.HttpContext.RequestAborted) is { } ticket)
                _held.Add((file.FileName, ticket));
    }

    private protected override IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes)
    {
        var content = new HtmlContentBuilder()
            .AppendHtml(Html.Element("label", "usa-label", [Caption()], ("for", Id)))
            .AppendHtml(HintAndError());
        if (_held.Count > 0)
            content.AppendHtml(Html.Element("p", "file-held", Kept(), ("id", $"{Id}-held")));
        foreach (var (_, ticket) in _held)
            content.AppendHtml(Html.Element("input", null, [], ("type", "hidden"), ("name", HeldFormFiles.FieldOf(Name)), ("value", ticket)));
        var several = attributes.Any(a => a.Name.Equals("multiple", StringComparison.OrdinalIgnoreCase));
        return content.AppendHtml(Html.Element(
            "div", "file-picker",
            [
                Describe(Html.Element("input", "file-input", [], ("id", Id), ("name", Name), ("type", "file")), attributes),
                Html.Element("label", "usa-button usa-button--outline file-picker__button", several ? Text["Choose files"] : Text["Choose a file"], ("for", Id)),
            ],
            ("data-none", _held.Count > 0 ? "" : Text["No file chosen yet"])));
    }

    private string Kept() => _held is [var (name, _)]
        ? Text["You chose {0}. To send a different file, choose it here.", name]
        : Text["You chose {0}. To send different files, choose them here.", string.Join(", ", _held.Select(f => f.Name))];
}
