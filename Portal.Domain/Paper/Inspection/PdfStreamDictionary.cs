namespace Portal.Domain.Paper.Inspection;

/// <summary>What matters about a PDF stream's dictionary: whether it holds objects or says where they are, and how it is packed.</summary>
internal sealed class PdfStreamDictionary
{
    private readonly HashSet<string> _names = [];
    private int _filters;

    /// <summary>Some viewers look for /First and /N only, so a missing /Type hides nothing.</summary>
    public bool HoldsObjects => _names.Contains("ObjStm") || (_names.Contains("First") && _names.Contains("N"));

    /// <summary>A table of objects, which readers unpack whole; they go by /Size and /W, not by /Type.</summary>
    public bool IsTable => _names.Contains("XRef") || (_names.Contains("Size") && _names.Contains("W"));

    public bool IsPacked => _names.Contains("Filter");

    /// <summary>Packed the one way that producers use; any other could hide something from us. Tables are often packed row by row as well.</summary>
    public bool IsPlainFlate => _filters == 1 && (_names.Contains("FlateDecode") || _names.Contains("Fl")) && (!HoldsObjects || !_names.Contains("Predictor"));

    public static PdfStreamDictionary Read(ReadOnlySpan<byte> bytes)
    {
        var dictionary = new PdfStreamDictionary();
        PdfNames.Any(bytes, (name, _) =>
        {
            dictionary.Add(name);
            return false;
        });
        return dictionary;
    }

    private void Add(string name)
    {
        var isFilter = name == "Fl" || name.EndsWith("Decode", StringComparison.Ordinal);
        if (isFilter)
            _filters++;
        if (isFilter || name is "ObjStm" or "First" or "N" or "XRef" or "Size" or "W" or "Filter" or "Predictor")
            _names.Add(name);
    }
}
