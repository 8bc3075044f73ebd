using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Harmless;

/// <summary>Copies objects into a new document, entry by entry, and only the entries that <see cref="AllowedParts"/> lists.</summary>
internal sealed class PdfCopier(PdfDocument target)
{
    private const int Deepest = 2000;
    private const int MostObjects = 500_000;

    /// <summary>Pages and fonts that unpack to more are a trap for whoever opens them.</summary>
    private const long MostUnpacked = 512L * 1024 * 1024;

    private readonly Dictionary<(PdfObject, PdfPart), PdfObject> _copies = [];
    private readonly HashSet<PdfObject> _away = new(ReferenceEqualityComparer.Instance);
    private long _unpacked;
    private int _depth;

    /// <summary>Says that references to one object now mean another, as for pages.</summary>
    public void Replace(PdfObject original, PdfObject with)
    {
        foreach (var part in Enum.GetValues<PdfPart>())
            _copies[(original, part)] = with;
    }

    /// <summary>Says that references to this object lead nowhere.</summary>
    public void Drop(PdfObject original) => _away.Add(original);

    /// <summary>The copy, to be put into an object of the new document; null when nothing of it may stay.</summary>
    /// <exception cref="InvalidDataException">It's nested or unpacks beyond what real files do.</exception>
    public PdfItem? Copy(PdfItem? item, PdfPart part, bool chosenNames = false)
    {
        if (++_depth > Deepest || _copies.Count > MostObjects)
            throw new InvalidDataException("This PDF has too many objects, or they're nested too deeply.");
        try
        {
            return item switch
            {
                PdfReference reference => Referenced(reference, part, chosenNames),
                PdfDictionary dictionary when _copies.TryGetValue((dictionary, part), out var known) => known.Reference ?? (PdfItem)known,
                PdfDictionary dictionary => Filled(new PdfDictionary(target), dictionary, part, chosenNames),
                PdfArray array => Filled(new PdfArray(target), array, part),
                _ => Plain(item),
            };
        }
        finally
        {
            _depth--;
        }
    }

    private PdfItem? Referenced(PdfReference reference, PdfPart part, bool chosenNames)
    {
        if (reference.Value is not { } original || _away.Contains(original))
            return null;
        if (_copies.TryGetValue((original, part), out var known))
            return known.Reference;
        switch (original)
        {
            case PdfDictionary dictionary:
                return Filled(Added(original, part, new PdfDictionary(target)), dictionary, part, chosenNames).Reference;
            case PdfArray array:
                return Filled(Added(original, part, new PdfArray(target)), array, part).Reference;
            default:
                return Plain(original);
        }
    }

    private T Added<T>(PdfObject original, PdfPart part, T copy)
        where T : PdfObject
    {
        target.Internals.AddObject(copy);
        _copies[(original, part)] = copy;
        return copy;
    }

    private PdfDictionary Filled(PdfDictionary copy, PdfDictionary original, PdfPart part, bool chosenNames)
    {
        foreach (var key in original.Elements.Keys)
        {
            if ((chosenNames || (AllowedParts.Has(part, key) && IsOfKind(part, key, original.At(key))))
                && Copy(original.Elements[key], AllowedParts.Below(part, key), !chosenNames && NamesAreChosen(key, original.At(key))) is { } value)
                copy.Elements[key] = value;
        }

        if (original.Stream is { } stream)
            CopyStream(copy, original, stream.Value);
        return copy;
    }

    private PdfArray Filled(PdfArray copy, PdfArray original, PdfPart part)
    {
        foreach (var item in original.Elements)
            copy.Elements.Add(Copy(item, part) ?? PdfNull.Value);
        return copy;
    }

    private void CopyStream(PdfDictionary copy, PdfDictionary original, byte[] bytes)
    {
        if (original.Name("/Subtype") is "Image")
            bytes = PictureData.WithoutMetadata(original, bytes);
        else if ((original.Name("/Filter") ?? PdfValues.NameOf(original.Array("/Filter").Items().FirstOrDefault())) is "FlateDecode" or "Fl")
            _unpacked += Inflation.Of(bytes, MostUnpacked).Length;
        if (_unpacked > MostUnpacked)
            throw new InvalidDataException("This PDF unpacks to more than real files do.");
        copy.CreateStream(bytes);
    }

    /// <summary>A key that means different things in different places may stay only as the harmless one.</summary>
    private static bool IsOfKind(PdfPart part, string key, PdfItem? value) => (part, key) switch
    {
        (PdfPart.Field, "/F") => PdfValues.WholeOf(value) is not null,
        (PdfPart.Field, "/V" or "/DV" or "/R" or "/D" or "/S") => value is not PdfDictionary,
        (PdfPart.Layer, "/P") => PdfValues.NameOf(value) is not null,
        (PdfPart.Content, "/Subtype") => PdfValues.NameOf(value) is not "PS",
        _ => true,
    };

    private static bool NamesAreChosen(string key, PdfItem? value) =>
        AllowedParts.HasChosenNames(key) && value is PdfDictionary { Stream: null } names && !names.Elements.ContainsKey("/ShadingType");

    /// <summary>A number, name, text, or truth value, never as an object of its own.</summary>
    private static PdfItem? Plain(PdfItem? item) => item switch
    {
        PdfIntegerObject number => new PdfInteger(number.Value),
        PdfRealObject number => new PdfReal(number.Value),
        PdfBooleanObject truth => new PdfBoolean(truth.Value),
        PdfNameObject name => new PdfName(name.Value),
        PdfStringObject text => new PdfString(text.Value),
        null or PdfNull or PdfNullObject or PdfObject => null,
        _ => item.Clone(),
    };
}
