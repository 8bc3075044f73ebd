using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Domain.Offices;

namespace Portal.BackOffice.Kit;

/// <summary>A time in the office's time zone; a dash if there is none.</summary>
[HtmlTargetElement("office-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OfficeTime(Calendars calendars) : TagHelper
{
    /// <summary>The time, in UTC.</summary>
    public DateTime? At { get; set; }

    /// <summary>Also shows seconds.</summary>
    public bool Seconds { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "span";
        output.Content.SetContent("–");
        if (At is not { } at)
            return;
        var local = (await calendars.ReadAsync(CancellationToken.None)).Local(at);
        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var day = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? "d MMM yyyy" : "MMM d, yyyy";
        output.Content.SetContent(local.ToString($"{day}, {(Seconds ? "h:mm:ss tt" : "h:mm tt")}", CultureInfo.CurrentCulture));
    }
}
