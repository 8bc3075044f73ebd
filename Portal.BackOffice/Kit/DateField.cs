using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.BackOffice.Kit;

/// <summary>A date in three fields, bound to <see cref="DateParts"/>; for dates people know by heart.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateField(Translator text) : FieldsetTagHelper(text)
{
    /// <summary>Lets the browser autofill the person's birthday.</summary>
    public bool Birthday { get; set; }

    private protected override string? Error => FieldErrors.FirstWithin(View.ViewData.ModelState, Name);

    private protected override IHtmlContent Controls()
    {
        var parts = For.Model as DateParts ?? new DateParts();
        return Html.Element("div", "usa-memorable-date",
        [
            Part("Month", Text["Month"], parts.Month, "12", "month"),
            Part("Day", Text["Day"], parts.Day, "4", "day"),
            Part("Year", Text["Year"], parts.Year, "6", "year"),
        ]);
    }

    private TagBuilder Part(string part, string label, string? value, string length, string kind)
    {
        var id = $"{Id}_{part}";
        var posted = View.ViewData.ModelState.TryGetValue($"{Name}.{part}", out var entry) ? entry.AttemptedValue : null;
        var input = Html.Element(
            "input", "usa-input" + (Error is null ? "" : " usa-input--error"), [],
            ("id", id), ("name", $"{Name}.{part}"), ("type", "text"), ("inputmode", "numeric"), ("maxlength", length),
            ("value", posted ?? value), ("autocomplete", Birthday ? $"bday-{kind}" : "off"),
            ("aria-describedby", DescribedBy), ("aria-invalid", Error is null ? null : "true"));
        return Html.Element("div", $"usa-form-group usa-form-group--{kind}", [Html.Element("label", "usa-label", label, ("for", id)), input]);
    }
}
