namespace Portal.Domain.Paper.Inspection;

/// <summary>What matters in a PDF stream's dictionary: whether it contains or locates objects, and how it's compressed.</summary>
internal sealed class PdfStreamDictionary
{
    private readonly HashSet<string> _names = [];
    private int _filters;

    /// <summary>Some viewers look only for /First and /N, so a missing /Type must not hide anything.</summary>
    public bool HoldsObjects => _names.Contains("ObjStm") || (_names.Contains("First") && _names.Contains("N"));

    /// <summary>A cross-reference stream, which readers decompress whole. They recognize it by /Size and /W, not by /Type.</summary>
    public bool IsTable => _names.Contains("XRef") || (_names.Contains("Size") && _names.Contains("W"));

    public bool IsPacked => _names.Contains("Filter");

    /// <summary>Compressed the way real producers do it; anything else could hide something. Cross-reference streams often use a predictor too.</summary>
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
