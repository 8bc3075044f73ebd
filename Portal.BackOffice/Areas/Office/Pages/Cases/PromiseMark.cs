using Microsoft.AspNetCore.Html;
using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>A promised day with what it means today. Not a partial: the queue shows fifty, and a partial costs more than its line.</summary>
internal static class PromiseMark
{
    /// <summary>The mark.</summary>
    /// <param name="day">When word is due; null when none is.</param>
    /// <param name="again">The day promised after an automatic word.</param>
    public static IHtmlContent Render(DateOnly? day, DateOnly? again, Times times, Translator text)
    {
        if (day is not { } due)
            return Html.Element("span", "quiet", text["None"]);
        var content = new HtmlContentBuilder();
        if (due < times.Today)
            content.AppendHtml(Html.Element("span", "badge badge--late", text["Missed"])).Append(" ").AppendHtml(Html.Element("span", "late", times.Short(due)));
        else if (due == times.Today)
            content.AppendHtml(Html.Element("span", "badge badge--p1", text["Today"]));
        else if (due <= times.SoonUntil)
            content.AppendHtml(Html.Element("span", "badge badge--p2", text["Due soon"])).Append(" ").Append(times.Short(due));
        else
            content.Append(times.Short(due));
        return again > due ? content.Append(" ").AppendHtml(Html.Element("small", null, text["Automatic update sent. Next one due {0}.", times.Short(again.Value)])) : content;
    }
}
