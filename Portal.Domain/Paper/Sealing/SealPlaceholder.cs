using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Sealing;

/// <summary>
/// Reserves room for the signature in a document about to be saved: an invisible field and a certifying signature that allows
/// no changes (DocMDP, P = 1). PDFsharp's own handler can neither certify nor omit the appearance.
/// </summary>
internal sealed record SealPlaceholder(int Size)
{
    private const string UnknownRange = "[0 0000000000 0000000000 0000000000]";

    public void AddTo(PdfDocument document, string signer, string reason, string location, DateTime signedAt)
    {
        var signature = Indirect(document);
        signature.Elements["/Type"] = new PdfName("/Sig");
        signature.Elements["/Filter"] = new PdfName("/Adobe.PPKLite");
        signature.Elements["/SubFilter"] = new PdfName("/adbe.pkcs7.detached");
        signature.Elements["/M"] = new PdfLiteral(signedAt.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture));
        signature.Elements["/Name"] = Text(signer);
        signature.Elements["/Reason"] = Text(reason);
        signature.Elements["/Location"] = Text(location);
        signature.Elements["/Reference"] = new PdfLiteral("[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]");
        signature.Elements["/ByteRange"] = new PdfLiteral(UnknownRange);
        signature.Elements["/Contents"] = new PdfLiteral(UnknownContents);

        var page = document.Pages[0];
        var field = Indirect(document);
        field.Elements["/Type"] = new PdfName("/Annot");
        field.Elements["/Subtype"] = new PdfName("/Widget");
        field.Elements["/FT"] = new PdfName("/Sig");
        field.Elements["/T"] = new PdfLiteral("(Seal)");
        field.Elements["/TU"] = Text(reason);
        field.Elements["/Rect"] = new PdfLiteral("[0 0 0 0]");
        field.Elements["/F"] = new PdfInteger(HiddenAndLocked);
        field.Elements["/P"] = page.Reference!;
        field.Elements["/V"] = signature.Reference!;

        page.Elements["/Annots"] = Listed(document, page.Elements.GetArray("/Annots"), field);
        page.Elements["/Tabs"] = new PdfName("/S");
        var form = Indirect(document);
        form.Elements["/Fields"] = Listed(document, null, field);
        form.Elements["/SigFlags"] = new PdfInteger(3);
        document.Internals.Catalog.Elements["/AcroForm"] = form.Reference!;
        var permissions = Indirect(document);
        permissions.Elements["/DocMDP"] = signature.Reference!;
        document.Internals.Catalog.Elements["/Perms"] = permissions.Reference!;
    }

    /// <summary>Writes the real range into the file and returns it.</summary>
    /// <exception cref="InvalidOperationException">The file has no such placeholder.</exception>
    public SealedRange SettleRange(byte[] file)
    {
        var contents = Encoding.ASCII.GetBytes(UnknownContents);
        var gap = file.AsSpan().LastIndexOf(contents);
        var range = file.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(UnknownRange));
        if (gap < 0 || range < 0)
            throw new InvalidOperationException("The file was saved without space for its seal.");
        var settled = new SealedRange(gap, gap + contents.Length, file.Length);
        var text = $"[0 {settled.GapStart} {settled.GapEnd} {settled.Length - settled.GapEnd}]".PadRight(UnknownRange.Length);
        Encoding.ASCII.GetBytes(text, file.AsSpan(range));
        return settled;
    }

    private string UnknownContents => "<" + new string('0', 2 * Size) + ">";

    private const int HiddenAndLocked = 2 | 128;

    private static PdfDictionary Indirect(PdfDocument document)
    {
        var dictionary = new PdfDictionary(document);
        document.Internals.AddObject(dictionary);
        return dictionary;
    }

    private static PdfArray Listed(PdfDocument document, PdfArray? before, PdfDictionary added)
    {
        var array = before ?? new PdfArray(document);
        array.Elements.Add(added.Reference!);
        return array;
    }

    private static PdfString Text(string text) => new(Fonts.PrintableText.Clean(text), PdfStringEncoding.Unicode);
}
