using Microsoft.AspNetCore.Html;
using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>A promised day with what it means today. Not a partial: the queue shows fifty, and a partial costs more than its line.</summary>
internal static class UpdateDueMark
{
    /// <summary>The mark.</summary>
    /// <param name="day">When word is due; null when none is.</param>
    /// <param name="again">The day promised after an automatic word.</param>
    public static IHtmlContent Render(DateOnly? day, DateOnly? again, OfficeDates dates, Translator text)
    {
        if (day is not { } due)
            return Html.Element("span", "quiet", text["None"]);
        var content = new HtmlContentBuilder();
        if (due < dates.Today)
            content.AppendHtml(Html.Element("span", "badge badge--late", text["Missed"])).Append(" ").AppendHtml(Html.Element("span", "late", dates.Short(due)));
        else if (due == dates.Today)
            content.AppendHtml(Html.Element("span", "badge badge--p1", text["Today"]));
        else if (due <= dates.SoonUntil)
            content.AppendHtml(Html.Element("span", "badge badge--p2", text["Due soon"])).Append(" ").Append(dates.Short(due));
        else
            content.Append(dates.Short(due));
        return again > due ? content.Append(" ").AppendHtml(Html.Element("small", null, text["Automatic update sent. Next one due {0}.", dates.Short(again.Value)])) : content;
    }
}
