using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Base class for fields: a label, an optional hint, the error from the last post, and the attributes that tie them to
/// the control. Attributes the field doesn't know (autocomplete, inputmode, maxlength, …) go to its control. Label,
/// hint, and choices are translated.
/// </summary>
public abstract class FieldTagHelper(Translator text) : TagHelper
{
    private string? _id;

    /// <summary>Property the field is bound to.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>What to enter, in English.</summary>
    public string Label { get; set; } = "";

    /// <summary>How to enter it, in English.</summary>
    public string? Hint { get; set; }

    /// <summary>Adds "(optional)" to the label.</summary>
    public bool Optional { get; set; }

    /// <summary>The view that shows the field.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    private protected Translator Text => text;

    private protected string Name => View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private protected string Id => _id ??= TagBuilder.CreateSanitizedId(Name, "_");

    private protected virtual string? Error => FieldErrors.First(View.ViewData.ModelState, Name);

    private protected string? DescribedBy => string.Join(' ', Notes) is { Length: > 0 } ids ? ids : null;

    /// <summary>IDs of the texts that describe the control.</summary>
    private protected virtual IEnumerable<string> Notes =>
        [.. Hint is null ? (string[])[] : [$"{Id}-hint"], .. Error is null ? (string[])[] : [$"{Id}-error"]];

    private protected string? Posted => View.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry.AttemptedValue : null;

    /// <inheritdoc />
    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var form = View.HttpContext.RequestServices.GetRequiredService<PageForms>().Current;
        form.HasFields = true;
        form.HasSecret |= IsSecret;
        await PrepareAsync();
        var attributes = output.Attributes.ToList();
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "usa-form-group" : "usa-form-group usa-form-group--error");
        output.Content.SetHtmlContent(Render(attributes));
    }

    /// <summary>Whether what was typed must not be shown again.</summary>
    private protected virtual bool IsSecret => false;

    /// <summary>Does what takes time before the field is rendered.</summary>
    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    private protected abstract IHtmlContent Render(IReadOnlyList<TagHelperAttribute> attributes);

    private protected IHtmlContent HintAndError()
    {
        var content = new HtmlContentBuilder();
        if (Hint is { } hint)
            content.AppendHtml(Html.Element("div", "usa-hint", [KeptText.Show(Text[hint])], ("id", $"{Id}-hint")));
        if (Error is { } error)
            content.AppendHtml(
                Html.Element(
                    "span", "usa-error-message",
                    [Html.Element("span", "usa-sr-only", Text["Error:"] + " "), Html.Text(error)],
                    ("id", $"{Id}-error")));
        return content;
    }

    private protected IHtmlContent Caption()
    {
        var content = new HtmlContentBuilder().Append(Text[Label]);
        return Optional ? content.AppendHtml(Html.Element("span", "optional", " " + Text["(optional)"])) : content;
    }

    private protected TagBuilder Describe(TagBuilder control, IEnumerable<TagHelperAttribute> attributes)
    {
        foreach (var attribute in attributes)
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        if (DescribedBy is { } ids)
            control.Attributes["aria-describedby"] = ids;
        if (Error is not null)
            control.Attributes["aria-invalid"] = "true";
        return control;
    }
}
