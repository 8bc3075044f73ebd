using PdfSharp.Pdf;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper.Forms;

/// <summary>
/// Decides whether we can fill a blank PDF, and reads its fields. Accepts any bytes and never throws. Forms with scripts are
/// refused, not stripped: a form that computes or validates with them isn't the same form without, and we store exactly the
/// bytes the agency published.
/// </summary>
public static class FormInspection
{
    private static readonly FormVerdict.Refused Damaged =
        new("This file is damaged, incomplete, or built in a way we can't read. Download the form from the agency's website again.");

    /// <summary>Inspects a file.</summary>
    public static FormVerdict Inspect(string claimedName, byte[] file, FormLimits? limits = null)
    {
        limits ??= FormLimits.Default;
        if (!SafeFileName.ExtensionOf(claimedName).Equals(".pdf", StringComparison.Ordinal))
            return new FormVerdict.Refused("Upload the form as a PDF file with a name that ends in .pdf.");
        if (file.Length > limits.MaxBytes)
            return new FormVerdict.Refused("The form is larger than {0} MB.", limits.MaxBytes / (1024 * 1024));
        if (FileInspection.Inspect(claimedName, new MemoryStream(file, writable: false), new FileLimits(limits.MaxBytes)) is FileVerdict.Refused refused)
            return Explained(refused, file);
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
        if (tree.Nodes.FirstOrDefault(n => n.IsPushButton) is { } button)
            return new("The form has a button (“{0}”) that needs a script to work. Use a version of the form without buttons.", button.Name);
        if (tree.Nodes.FirstOrDefault(n => n.Kind is null) is { } strange)
        {
            return new("The form has a type of field we can't fill (“{0}”). We can fill text, check boxes, radio buttons, lists, and signature fields.",
                strange.Name);
        }

        return tree.Nodes.Any(n => n.Widgets.Count > 0) ? null
            : new("This PDF has no fields to fill. Ask the agency for the fillable form, or add fields with a PDF editor.");
    }

    /// <summary>A refusal reworded for staff: an office can do other things about a form with a script than a constituent can about a document.</summary>
    private static FormVerdict.Refused Explained(FileVerdict.Refused refused, byte[] file)
    {
        if (refused.Reason == FileRefusal.Encrypted)
            return new("This PDF is locked (encrypted), even if it opens without a password. Ask the agency for an unlocked form.");
        if (refused.Reason is FileRefusal.UnknownKind or FileRefusal.NameDisagrees)
        {
            return new(
                "This isn't a PDF, even though its name ends in .pdf. It may have been saved as a web page. Download the blank form from the agency again.");
        }

        if (refused.Reason != FileRefusal.ActiveContent)
            return new(refused.Sentence, refused.Arguments);
        return Names(file, "XFA") ? new("This is an XFA form, which only Adobe's own programs can fill. Ask the agency for a plain fillable PDF (AcroForm).")
            : Names(file, "JavaScript") ? new(
                "The form contains scripts (JavaScript) that could compute or check what's filled in. We don't run or remove scripts. Use a version of the form without them.")
            : new("This PDF contains scripts, media, or other files. Use a plain fillable form.");
    }

    private static bool Names(byte[] file, string wanted)
    {
        FileVerdict.Refused? Check(ReadOnlySpan<byte> bytes) => PdfNames.Any(bytes, (name, _) => name == wanted) ? Refusals.Active : null;
        return Check(file) is not null || ReferenceEquals(PdfObjectStreams.Check(file, Check), Refusals.Active);
    }
}
