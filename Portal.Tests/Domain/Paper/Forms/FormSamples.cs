namespace Portal.Tests.Domain.Paper.Forms;

/// <summary>
/// Hand-written blank forms: a small one, and three as awkward as the forms agencies publish. None of them is a real
/// form.
/// </summary>
internal static class FormSamples
{
    private const string Helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

    /// <summary>One page with a name, a birth date, a check box and a space for the date.</summary>
    public static byte[] Small(string extraField = "", string inForm = "", string inCatalog = "", string trailer = "") =>
        SmallPdf(extraField, inForm, inCatalog).Pdf.Bytes(1, trailer);

    public static (HandPdf Pdf, int Extra) SmallPdf(string extraField = "", string inForm = "", string inCatalog = "")
    {
        var pdf = new HandPdf();
        var (catalog, pages, page, form, font) = (pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Add(Helvetica));
        var content = pdf.AddStream(
            "BT /F1 16 Tf 60 730 Td (Consent to share records) Tj ET BT /F1 10 Tf 60 690 Td (Name of the person) Tj 0 -50 Td (Date of birth) Tj 0 -50 Td (I agree) Tj 0 -50 Td (Date signed) Tj ET\n"
            + "0.5 w 200 680 300 20 re S 200 630 120 20 re S 200 580 14 14 re S 200 530 120 20 re S");
        var on = pdf.AddStream(
            "q 0 0 0 rg BT /ZaDb 12 Tf 2 3 Td (4) Tj ET Q",
            $"/Type /XObject /Subtype /Form /BBox [0 0 14 14] /Resources << /Font << /ZaDb {pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>")} 0 R >> >>");
        var name = pdf.Add(
            $"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /TU (Name of the person) /Ff 2 /Rect [200 680 500 700] /DA (/Helv 11 Tf 0 g) /P {page} 0 R /F 4 >>");
        var born = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (DOB) /Rect [200 630 320 650] /P {page} 0 R /F 4 >>");
        var agree = pdf.Add(
            $"<< /Type /Annot /Subtype /Widget /FT /Btn /T (Agree) /Rect [200 580 214 594] /AS /Off /AP << /N << /Yes {on} 0 R >> >> /P {page} 0 R /F 4 >>");
        var signed = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Date signed) /Rect [200 530 320 550] /P {page} 0 R /F 4 >>");
        var extra = pdf.Add(extraField.Length == 0 ? "null" : extraField);
        var more = extraField.Length == 0 ? "" : $"{extra} 0 R";
        pdf.Set(catalog, $"<< /Type /Catalog /Pages {pages} 0 R /AcroForm {form} 0 R {inCatalog} >>");
        pdf.Set(pages, $"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>");
        pdf.Set(
            page,
            $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 {font} 0 R >> >> /Contents {content} 0 R /Annots [{name} 0 R {born} 0 R {agree} 0 R {signed} 0 R {more}] >>");
        pdf.Set(
            form,
            $"<< /Fields [{name} 0 R {born} 0 R {agree} 0 R {signed} 0 R {more}] /DA (/Helv 0 Tf 0 g) /DR << /Font << /Helv {font} 0 R >> >> {inForm} >>");
        return (pdf, extra);
    }

    /// <summary>
    /// Two pages in a compressed file: names nested three levels deep, the type set on the parent, radio buttons with unusual
    /// states, a comb field, one field in three places, list fields, multiple lines, and fields without an appearance.
    /// </summary>
    public static byte[] Nested { get; } = MakeNested();

    /// <summary>
    /// A rotated, cropped page whose origin isn't at its corner; content that leaves the graphics state upside down; a widget
    /// that the form doesn't list; hidden and empty fields; values already filled in.
    /// </summary>
    public static byte[] Turned { get; } = MakeTurned();

    /// <summary>A tagged form with two fields and a sentence in reading order.</summary>
    public static byte[] Tagged { get; } = MakeTagged();

    private static byte[] MakeNested()
    {
        var pdf = new HandPdf();
        var (catalog, pages, one, two, form, font) = (pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Add(Helvetica));
        var content = pdf.AddPacked(
            "BT /F1 14 Tf 50 740 Td (AUTHORIZATION FOR THE RELEASE OF RECORDS) Tj ET BT /F1 9 Tf 50 700 Td (1. Legal name) Tj 0 -40 Td (2. Social Security number) Tj 0 -40 Td (3. Sex) Tj 0 -40 Td (4. State) Tj 0 -40 Td (5. Records) Tj 0 -120 Td (6. I sign as) Tj ET 0.8 g 40 725 520 4 re f");
        var second = pdf.AddPacked("BT /F1 9 Tf 50 740 Td (Page 2 for) Tj 0 -30 Td (Languages) Tj ET");
        // Parents: person (no type) > name (has the type) > full, in three places; and person > ids > ssn.
        var (person, name, full, ids, ssn) = (pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve());
        string Widget(int parent, int page, string rect, string more = "") =>
            $"<< /Type /Annot /Subtype /Widget /Parent {parent} 0 R /P {page} 0 R /Rect [{rect}] /F 4 {more} >>";
        int[] places =
        [
            pdf.Add(Widget(full, one, "180 692 420 708")), pdf.Add(Widget(full, two, "120 732 320 748")),
            pdf.Add(Widget(full, one, "430 692 560 708", "/Q 2 /DA (/Helv 7 Tf)"))
        ];
        pdf.Set(person, $"<< /T (person) /Kids [{name} 0 R {ids} 0 R] >>");
        pdf.Set(name, $"<< /T (name) /FT /Tx /Parent {person} 0 R /Kids [{full} 0 R] /TU (Legal name of the person) >>");
        pdf.Set(full, $"<< /T (full) /Parent {name} 0 R /Ff 2 /Kids [{string.Join(' ', places.Select(p => $"{p} 0 R"))}] >>");
        pdf.Set(ids, $"<< /T (ids) /Parent {person} 0 R /FT /Tx /Ff 16777216 /MaxLen 9 /Kids [{ssn} 0 R] >>");
        pdf.Set(
            ssn,
            $"<< /T (ssn) /Parent {ids} 0 R /Type /Annot /Subtype /Widget /P {one} 0 R /Rect [180 650 420 668] /F 4 /MK << /BC [0 0 0.6] /BG [0.95 0.95 1] >> >>");
        var sex = pdf.Reserve();
        int Radio(string rect, string on) =>
            pdf.Add(Widget(
                sex,
                one,
                rect,
                $"/AS /Off /AP << /N << /{on} {pdf.AddStream("0 0 0 rg 3 3 6 6 re f", "/Type /XObject /Subtype /Form /BBox [0 0 12 12]")} 0 R /Off {pdf.AddStream("0.5 w 1 1 10 10 re S", "/Type /XObject /Subtype /Form /BBox [0 0 12 12]")} 0 R >> >> /MK << /CA (l) >>"));
        int[] buttons = [Radio("180 612 192 624", "Mujer#20o#20F"), Radio("230 612 242 624", "2"), Radio("280 612 292 624", "0")];
        pdf.Set(sex, $"<< /T (sex) /FT /Btn /Ff 49152 /V /Off /TU (Sex) /Kids [{string.Join(' ', buttons.Select(b => $"{b} 0 R"))}] >>");
        var state = pdf.Add(
            $"<< /Type /Annot /Subtype /Widget /T (state) /FT /Ch /Ff 131072 /Opt [[(NY) (New York)] [(PR) (Puerto Rico)] (Elsewhere)] /P {one} 0 R /Rect [180 570 320 588] /F 4 >>");
        var records = pdf.Add(
            $"<< /Type /Annot /Subtype /Widget /T (records) /FT /Tx /Ff 4096 /DA (/Helv 9 Tf 0 g) /P {one} 0 R /Rect [180 470 560 550] /F 4 >>");
        // A check box without an appearance, and one whose two states share a name.
        var guardian = pdf.Add(
            $"<< /Type /Annot /Subtype /Widget /T (guardian) /FT /Btn /TU (I sign as parent or guardian) /P {one} 0 R /Rect [180 410 194 424] /F 4 >>");
        var short1 = pdf.Add($"<< /Type /Annot /Subtype /Widget /T (initials) /FT /Tx /MaxLen 4 /P {one} 0 R /Rect [430 410 470 424] /F 4 >>");
        var lists = pdf.Add(
            $"<< /Type /Annot /Subtype /Widget /T (languages) /FT /Ch /Ff 393216 /Opt [(English) (Espa\\361ol)] /P {two} 0 R /Rect [120 702 320 718] /F 4 >>");
        pdf.Set(catalog, $"<< /Type /Catalog /Pages {pages} 0 R /AcroForm {form} 0 R >>");
        pdf.Set(pages, $"<< /Type /Pages /Kids [{one} 0 R {two} 0 R] /Count 2 /MediaBox [0 0 612 792] /Resources << /Font << /F1 {font} 0 R >> >> >>");
        pdf.Set(
            one,
            $"<< /Type /Page /Parent {pages} 0 R /Contents [{content} 0 R] /Annots [{places[0]} 0 R {places[2]} 0 R {ssn} 0 R {string.Join(' ', buttons.Select(b => $"{b} 0 R"))} {state} 0 R {records} 0 R {guardian} 0 R {short1} 0 R] >>");
        pdf.Set(two, $"<< /Type /Page /Parent {pages} 0 R /Contents {second} 0 R /Annots [{places[1]} 0 R {lists} 0 R] >>");
        pdf.Set(form, $"<< /Fields [{person} 0 R {sex} 0 R {state} 0 R {records} 0 R {guardian} 0 R {short1} 0 R {lists} 0 R] /NeedAppearances true >>");
        return pdf.PackedBytes(catalog);
    }

    private static byte[] MakeTurned()
    {
        var pdf = new HandPdf();
        var (catalog, pages, page, form, font) = (pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Add(Helvetica));
        // Coordinates on the rotated page: the reader's x is y - 20, and y from the top is x - 30. The last q is never restored.
        var content = pdf.AddStream(
            "q BT /F1 12 Tf 0 1 -1 0 80 60 Tm (TURNED FORM) Tj ET BT /F1 9 Tf 0 1 -1 0 130 60 Tm (Name) Tj ET Q q -1 0 0 -1 600 700 cm 1 0 0 rg");
        var name = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /Rect [115 120 135 420] /MK << /R 90 >> /P {page} 0 R /F 4 >>");
        var town = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Town) /V (Ponce, PR) /Rect [165 120 185 420] /F 4 >>");
        var sign = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /Rect [215 120 245 420] /P {page} 0 R /F 4 >>");
        var hidden = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Barcode) /V (SECRET) /Rect [265 120 285 420] /P {page} 0 R /F 2 >>");
        var lost = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Btn /T (Lost) /Rect [300 120 312 132] /AP << /N << /1 << >> >> >> /F 4 >>");
        var link = pdf.Add("<< /Type /Annot /Subtype /Link /Rect [400 120 412 232] /Border [0 0 0] /A << /S /URI /URI (https://www.usa.gov) >> >>");
        pdf.Set(catalog, $"<< /Type /Catalog /Pages {pages} 0 R /AcroForm {form} 0 R >>");
        pdf.Set(pages, $"<< /Type /Pages /Kids [{page} 0 R] /Count 1 /Rotate 90 >>");
        pdf.Set(
            page,
            $"<< /Type /Page /Parent {pages} 0 R /MediaBox [10 10 622 802] /CropBox [30 20 590 770] /Resources << /Font << /F1 {font} 0 R >> >> /Contents {content} 0 R /Annots [{name} 0 R {town} 0 R {sign} 0 R {hidden} 0 R {lost} 0 R {link} 0 R] >>");
        pdf.Set(form, $"<< /Fields [{name} 0 R {town} 0 R {sign} 0 R {hidden} 0 R] /DA (/Helv 0 Tf 0 g) >>");
        return pdf.Bytes(catalog);
    }

    private static byte[] MakeTagged()
    {
        var pdf = new HandPdf();
        var (catalog, pages, page, form, font) = (pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Add(Helvetica));
        var (root, document, p1, f1, p2, f2) = (pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve(), pdf.Reserve());
        var content = pdf.AddStream("/P <</MCID 0>> BDC BT /F1 10 Tf 60 700 Td (Name) Tj ET EMC /P <</MCID 1>> BDC BT /F1 10 Tf 60 650 Td (Town) Tj ET EMC");
        var name = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /StructParent 1 /Rect [120 690 320 710] /P {page} 0 R /F 4 >>");
        var town = pdf.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Town) /StructParent 2 /Rect [120 640 320 660] /P {page} 0 R /F 4 >>");
        pdf.Set(catalog, $"<< /Type /Catalog /Pages {pages} 0 R /AcroForm {form} 0 R /MarkInfo << /Marked true >> /Lang (en) /StructTreeRoot {root} 0 R >>");
        pdf.Set(pages, $"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>");
        pdf.Set(
            page,
            $"<< /Type /Page /Parent {pages} 0 R /StructParents 0 /MediaBox [0 0 612 792] /Resources << /Font << /F1 {font} 0 R >> >> /Contents {content} 0 R /Annots [{name} 0 R {town} 0 R] >>");
        pdf.Set(form, $"<< /Fields [{name} 0 R {town} 0 R] >>");
        pdf.Set(
            root,
            $"<< /Type /StructTreeRoot /K [{document} 0 R] /ParentTree << /Nums [0 [{p1} 0 R {p2} 0 R] 1 {f1} 0 R 2 {f2} 0 R] >> /ParentTreeNextKey 3 >>");
        pdf.Set(document, $"<< /Type /StructElem /S /Document /P {root} 0 R /K [{p1} 0 R {f1} 0 R {p2} 0 R {f2} 0 R] >>");
        string Element(string kind, string kids) => $"<< /Type /StructElem /S /{kind} /P {document} 0 R /Pg {page} 0 R /K {kids} >>";
        pdf.Set(p1, Element("P", "0"));
        pdf.Set(f1, Element("Form", $"<< /Type /OBJR /Obj {name} 0 R >>"));
        pdf.Set(p2, Element("P", "1"));
        pdf.Set(f2, Element("Form", $"[<< /Type /OBJR /Obj {town} 0 R >>]"));
        return pdf.Bytes(catalog);
    }
}
