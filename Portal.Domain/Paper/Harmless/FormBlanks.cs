using Portal.Domain.Paper.Converting;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Harmless;

/// <summary>
/// Prepares agencies' blank forms: most have scripts that check what is typed, an XFA twin, or a password against changes. None of it
/// matters to us, who fill in the fields ourselves.
/// </summary>
public sealed class FormBlanks(ConverterProcess converter)
{
    private static readonly HashSet<string> Acting =
    [
        "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition", "XFA", "AA", "OpenAction", "SubmitForm", "ImportData",
        "GoToR", "GoToE", "URI",
    ];

    /// <summary>The form with its fields and nothing that acts. The agency's own bytes if nothing in them does.</summary>
    public async Task<CopyVerdict> ReadAsync(byte[] file, CancellationToken cancellation)
    {
        if (!PdfReading.IsSafe(file))
            return await converter.ConvertAsync(file, ConverterTask.Form, cancellation);
        return Acts(file) ? await Task.Run(() => HarmlessPdf.Form(file), cancellation) : new CopyVerdict.Made(new(file, FileKind.Pdf));
    }

    // A name in a page's text counts too; the copy is only a little work.
    private static bool Acts(byte[] file)
    {
        FileVerdict.Refused? Check(ReadOnlySpan<byte> bytes) => PdfNames.Any(bytes, (name, _) => Acting.Contains(name)) ? Refusals.Dynamic : null;
        return Check(file) is not null || PdfObjectStreams.Check(file, Check) is not null;
    }
}
