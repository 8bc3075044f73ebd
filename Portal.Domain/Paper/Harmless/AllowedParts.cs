using System.Collections.Frozen;

namespace Portal.Domain.Paper.Harmless;

/// <summary>A part of a PDF in which the same entries may stay.</summary>
internal enum PdfPart
{
    /// <summary>What a page shows: resources, pictures, fonts, colors, patterns.</summary>
    Content,

    /// <summary>Annotations and form fields, until they become part of the page.</summary>
    Field,

    /// <summary>How a field looks. Only the normal look stays.</summary>
    Look,

    /// <summary>Layers and the words of marked content.</summary>
    Layer,

    /// <summary>The reading order for screen readers.</summary>
    Structure,
}

/// <summary>
/// What may stay in a harmless copy. Everything else is left out, known or not: actions, scripts, attachments, links, references to
/// other files, and metadata have no entry here.
/// </summary>
internal static class AllowedParts
{
    private static readonly FrozenDictionary<PdfPart, FrozenSet<string>> Keys = new Dictionary<PdfPart, string>
    {
        [PdfPart.Content] =
            "Type Subtype Resources ProcSet Font XObject ExtGState ColorSpace Pattern Shading Properties OC StructParent StructParents "
            + "FormType BBox Matrix Group S CS I K Width Height BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte "
            + "Filter DecodeParms Predictor Colors Columns EarlyChange EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 "
            + "DamagedRowsBeforeError ColorTransform JBIG2Globals "
            + "LW LC LJ ML D RI OP op OPM BG BG2 UCR UCR2 TR TR2 FL SM SA BM CA ca AIS TK G BC "
            + "WhitePoint BlackPoint Gamma Range N Alternate Colorants Process Components "
            + "FunctionType Domain Size BitsPerSample Order Encode C0 C1 Functions Bounds Function "
            + "PatternType PaintType TilingType XStep YStep ShadingType Background AntiAlias Coords Extend BitsPerCoordinate BitsPerFlag VerticesPerRow "
            + "BaseFont Name FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo DW W DW2 W2 CIDToGIDMap "
            + "FontBBox FontMatrix CharProcs FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight "
            + "StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet CIDSet Length1 Length2 Length3 "
            + "Registry Ordering Supplement CMapName WMode UseCMap BaseEncoding Differences",
        [PdfPart.Field] =
            "Type Subtype Rect F AP AS FT Kids Parent T TU V DV Ff Opt MaxLen DA Q MK BS Border StructParent TI R BC BG CA W S D",
        [PdfPart.Look] = "N",
        [PdfPart.Layer] =
            "Type Name Intent OCGs P VE Usage View ViewState Print PrintState Export ExportState AS Event Category "
            + "D BaseState ON OFF Order RBGroups ListMode ActualText Alt E Lang MCID",
        [PdfPart.Structure] =
            "Type S P K Pg T Lang Alt E ActualText ID R RoleMap ParentTree ParentTreeNextKey IDTree Nums Names Kids Limits MCID Obj A "
            + "O Placement WritingMode BBox Width Height TextAlign ListNumbering RowSpan ColSpan Headers Scope Summary",
    }.ToFrozenDictionary(part => part.Key, part => part.Value.Split(' ').Select(key => "/" + key).ToFrozenSet());

    /// <summary>Dictionaries in which the document chooses the names.</summary>
    private static readonly FrozenSet<string> Chosen =
        ((string[])["/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties", "/CharProcs", "/Colorants", "/N", "/RoleMap"])
        .ToFrozenSet();

    public static bool Has(PdfPart part, string key) => Keys[part].Contains(key);

    /// <summary>Whether the value, if it's a dictionary, has names of the document's own choice.</summary>
    public static bool HasChosenNames(string key) => Chosen.Contains(key);

    /// <summary>The part that a value belongs to.</summary>
    public static PdfPart Below(PdfPart part, string key) => (part, key) switch
    {
        (PdfPart.Field, "/AP") => PdfPart.Look,
        (PdfPart.Look, _) => PdfPart.Content,
        (PdfPart.Content, "/OC" or "/Properties") => PdfPart.Layer,
        (PdfPart.Structure, "/Obj") => PdfPart.Field,
        _ => part,
    };
}
