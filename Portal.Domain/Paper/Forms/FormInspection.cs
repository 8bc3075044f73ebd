using PdfSharp.Pdf;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper.Forms;

/// <summary>
/// Decides whether we can fill a blank PDF, and reads its fields. Accepts any bytes and never throws. What acts in a form has been
/// left out before (<see cref="Harmless.FormBlanks"/>).
/// </summary>
public static class FormInspection
{
    private static readonly FormVerdict.Refused Damaged =
        new("This file is damaged, incomplete, or built in a way we can't read. Download the form from the agency's website again.");

    private static readonly FormVerdict.Refused NotPdf = new(
        "This isn't a PDF. It may have been saved as a web page. Download the blank form from the agency again.");

    /// <summary>Inspects a file.</summary>
    public static FormVerdict Inspect(byte[] file, FormLimits? limits = null)
    {
        limits ??= FormLimits.Default;
        if (file.Length > limits.MaxBytes)
            return new FormVerdict.Refused("The form is larger than {0} MB.", limits.MaxBytes / (1024 * 1024));
        switch (FileInspection.Inspect(file, new FileLimits(limits.MaxBytes)))
        {
            case FileVerdict.Refused refused:
                return Explain(refused);
            case FileVerdict.Accepted { Kind: not FileKind.Pdf }:
                return NotPdf;
        }

        return ForeignFile.Read(file, document => Read(document, file, limits)) ?? Damaged;
    }

    private static FormVerdict Read(PdfDocument document, byte[] file, FormLimits limits)
    {
        if (!FormBounds.UnpacksWithin(document, limits.MaxUnpacked))
            return Damaged;
        if (document.PageCount > limits.MaxPages)
            return new FormVerdict.Refused("The form has more than {0} pages.", limits.MaxPages);
        var tree = FormTree.Read(document);
        if (tree is null || tree.Nodes.Count == 0)
            return new FormVerdict.Refused("This PDF has no fields to fill. Ask the agency for the fillable form, or add fields with a PDF editor.");
        if (tree.Nodes.Count > limits.MaxFields || tree.Nodes.Sum(n => n.Widgets.Count) > limits.MaxPlaces)
            return new FormVerdict.Refused("The form has more than {0} fields.", limits.MaxFields);
        return Refusal(tree, file) ?? (FormVerdict)new FormVerdict.Accepted(tree.Describe());
    }

    private static FormVerdict.Refused? Refusal(FormTree tree, byte[] file)
    {
        // A parser could be made to miss a signature, so the raw bytes are searched too.
        if (tree.Nodes.Any(n => n.IsSigned) || PdfNames.Any(file, (name, _) => name == "ByteRange"))
            return new("This PDF is already signed, and filling it would break the signature. Use a blank form.");
        if (tree.Nodes.FirstOrDefault(n => n.Kind is null) is { } strange)
        {
            return new("The form has a type of field we can't fill (“{0}”). We can fill text, check boxes, radio buttons, lists, and signature fields.",
                strange.Name);
        }

        return tree.Nodes.Any(n => n.Widgets.Count > 0) ? null
            : new("This PDF has no fields to fill. Ask the agency for the fillable form, or add fields with a PDF editor.");
    }

    /// <summary>A refusal reworded for staff: an office can do other things about a form than a constituent can about a document.</summary>
    public static FormVerdict.Refused Explain(FileVerdict.Refused refused) => refused.Reason switch
    {
        FileRefusal.Encrypted => new("This PDF needs a password to open. Ask the agency for a form without one."),
        FileRefusal.ActiveContent =>
            new("This is an XFA form, which only Adobe's own programs can fill. Ask the agency for a plain fillable PDF (AcroForm)."),
        FileRefusal.UnknownKind or FileRefusal.WebPage or FileRefusal.OtherImage => NotPdf,
        FileRefusal.Damaged => Damaged,
        _ => new(refused.Sentence, refused.Arguments),
    };
}
