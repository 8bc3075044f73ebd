using System.Globalization;

namespace Portal.Domain.Paper;

/// <summary>The few sentences the printer adds, in the document's language.</summary>
/// <param name="PageLabel">The page footer; {0} is the page, {1} the number of pages.</param>
/// <param name="ForeignPage">Describes a page of another file to a screen reader; {0} is its name, {1} the page, {2} the number of pages.</param>
/// <param name="NotPrintable">Replaces a file that can't be printed; {0} is its name.</param>
public sealed record PaperWords(string PageLabel, string ForeignPage, string NotPrintable)
{
    private static readonly PaperWords English =
        new("Page {0} of {1}", "{0}, page {1} of {2}", "{0}: This file could not be printed here. The office keeps the original file.");
    private static readonly PaperWords Spanish =
        new("Página {0} de {1}", "{0}, página {1} de {2}", "{0}: Este archivo no se pudo imprimir aquí. La oficina conserva el archivo original.");

    /// <summary>The text in "en" or "es".</summary>
    public static PaperWords For(string language) => language == "es" ? Spanish : English;

    /// <summary>The sentence for the foot of a page.</summary>
    public string Page(int page, int pages) => Fill(PageLabel, page, pages);

    /// <summary>The description of a page of another file.</summary>
    public string PageOf(string name, int page, int pages) => Fill(ForeignPage, name, page, pages);

    /// <summary>The sentence that replaces a file that can't be printed.</summary>
    public string Unprinted(string name) => Fill(NotPrintable, name);

    private static string Fill(string sentence, params object[] args) => string.Format(CultureInfo.InvariantCulture, sentence, args);
}
