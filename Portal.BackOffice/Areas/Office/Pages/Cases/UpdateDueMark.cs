using Microsoft.AspNetCore.Html;
using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>
/// An update's due date and how close it is. Not a partial, because the queue shows fifty and a partial is slower.
/// </summary>
internal static class UpdateDueMark
{
    /// <summary>Renders the mark.</summary>
    /// <param name="day">When the update is due; null if none is.</param>
    /// <param name="again">New due date after an automatic update.</param>
    public static IHtmlContent Render(DateOnly? day, DateOnly? again, OfficeDates dates, Translator text)
    {
        if (day is not { } due)
            return Html.Element("span", "quiet", text["None"]);
        var content = new HtmlContentBuilder();
        if (due < dates.Today)
            content.AppendHtml(Html.Element("span", "badge badge--late", text["Missed"]))
                .Append(" ")
                .AppendHtml(Html.Element("span", "late", dates.Short(due)));
        else if (due == dates.Today)
            content.AppendHtml(Html.Element("span", "badge badge--p1", text["Today"]));
        else if (due <= dates.SoonUntil)
            content.AppendHtml(Html.Element("span", "badge badge--p2", text["Due soon"])).Append(" ").Append(dates.Short(due));
        else
            content.Append(dates.Short(due));
        return again > due
            ? content.Append(" ").AppendHtml(Html.Element("small", null, text["Automatic update sent. Next one due {0}.", dates.Short(again.Value)]))
            : content;
    }
}
