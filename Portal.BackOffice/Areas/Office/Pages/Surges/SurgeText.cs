using Portal.Domain.Surges;

namespace Portal.BackOffice.Areas.Office.Pages.Surges;

/// <summary>English text for values of surges. It's also the key of the translation.</summary>
public static class SurgeText
{
    private const int Longest = 60;

    /// <summary>To whom it goes.</summary>
    public static string Of(SurgeMessageKind kind) => kind == SurgeMessageKind.News ? Says("People who want news") : Says("People with a case");

    /// <summary>Why somebody is left out.</summary>
    public static string Of(LeftOut why) => why switch
    {
        LeftOut.Closed => Says("The case is closed"),
        LeftOut.NoEmail => Says("No email address; call them"),
        LeftOut.NotConfirmed => Says("The request isn't confirmed yet"),
        LeftOut.InDanger => Says("Safety alert; call them"),
        _ => Says("Taken off the list"),
    };

    /// <summary>The subject, or the beginning of the text.</summary>
    public static string Title(SurgeMessage message)
    {
        var title = (message.Subject?.Text ?? message.Text.Text).ReplaceLineEndings(" ");
        return title.Length <= Longest ? title : title[..Longest] + "…";
    }

    // Marks a text as a key of the translations.
    private static string Says(string english) => english;
}
