using Portal.Domain.Paper.Inspection;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>PdfPig's filters, which decompress without limits, wrapped with a limit on the total per PDF.</summary>
internal sealed class BoundedFilters(TimeLimit time) : BaseFilterProvider(All(new Budget(time)))
{
    private const long MaxUnpacked = 400_000_000;
    // A color page at 600 dots per inch.
    private const int MaxUnpackedAtOnce = 110_000_000;
    // PdfPig needs four times the memory to undo a predictor.
    private const int MaxPredicted = 40_000_000;
    private const int MaxPackedOtherwise = 4_000_000;
    private const int LongestSide = 20_000;

    private static Dictionary<string, IFilter> All(Budget budget)
    {
        IFilter flate = new Flate(budget);
        IFilter lzw = new Short(new LzwFilter());
        IFilter runs = new Short(new RunLengthFilter());
        IFilter fax = new Fax();
        IFilter jpeg = new DctDecodeFilter();
        IFilter base85 = new Ascii85Filter();
        IFilter hexadecimal = new AsciiHexDecodeFilter();
        return new()
        {
            ["FlateDecode"] = flate,
            ["Fl"] = flate,
            ["LZWDecode"] = lzw,
            ["LZW"] = lzw,
            ["RunLengthDecode"] = runs,
            ["RL"] = runs,
            ["CCITTFaxDecode"] = fax,
            ["CCF"] = fax,
            ["DCTDecode"] = jpeg,
            ["DCT"] = jpeg,
            ["ASCII85Decode"] = base85,
            ["A85"] = base85,
            ["ASCIIHexDecode"] = hexadecimal,
            ["AHx"] = hexadecimal,
            ["JBIG2Decode"] = new Jbig2DecodeFilter(),
            ["JPXDecode"] = new JpxDecodeFilter(),
        };
    }

    private sealed class Budget(TimeLimit time)
    {
        private long _left = MaxUnpacked;

        public void Spend(long bytes)
        {
            time.Check();
            if ((_left -= bytes) < 0)
                throw new InvalidDataException("This PDF is too large when decompressed.");
        }
    }

    /// <summary>Decompresses it once only to measure it: no more than the image it claims to be.</summary>
    private sealed class Flate(Budget budget) : IFilter
    {
        private readonly FlateFilter _inner = new();

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var isPredicted = streamDictionary.Data.Any(entry => entry.Key is "DecodeParms" or "DP");
            var packed = input.ToArray();
            var length = Measure(packed, Math.Min(Claimed(streamDictionary), isPredicted ? MaxPredicted : MaxUnpackedAtOnce));
            if (isPredicted)
                return _inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            var plain = new byte[length];
            Inflation.Of(packed, length, new MemoryStream(plain));
            return plain;
        }

        // A pixel has at most four one-byte samples, and a predictor adds one byte per row.
        private static long Claimed(DictionaryToken dictionary) =>
            dictionary.TryGet(NameToken.Width, out NumericToken width) && dictionary.TryGet(NameToken.Height, out NumericToken height)
            && width.Double >= 0 && height.Double >= 0
                ? (long)Math.Min((width.Double * height.Double * 4) + height.Double, MaxUnpackedAtOnce) : MaxUnpackedAtOnce;

        /// <summary>Data damaged at the end, which is common, counts as far as it can be decompressed.</summary>
        private long Measure(byte[] packed, long most)
        {
            var inflation = Inflation.Of(packed, most);
            budget.Spend(inflation.Length);
            return inflation is { Length: 0, IsDamaged: true } || inflation.Length > most
                ? throw new InvalidDataException("This can't be decompressed, or it's larger than the picture it claims to be.") : inflation.Length;
        }
    }

    /// <summary>Old, rare compression methods, for which no scan of a page is long.</summary>
    private sealed class Short(IFilter inner) : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) =>
            input.Length <= MaxPackedOtherwise
                ? inner.Decode(input, streamDictionary, filterProvider, filterIndex)
                : throw new InvalidDataException("This compression method isn't supported at this length.");
    }

    /// <summary>A filter that allocates memory for as many pixels as the dictionary claims, so the claim is checked first.</summary>
    private sealed class Fax : IFilter
    {
        private readonly CcittFaxDecodeFilter _inner = new();

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (HasHugeNumber(streamDictionary))
                throw new InvalidDataException("This picture claims to be larger than any page.");
            return _inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static bool HasHugeNumber(DictionaryToken dictionary) => dictionary.Data.Any(entry => entry.Key is "Width" or "Height" or "Columns" or "Items"
            ? entry.Value is not NumericToken { Double: >= 0 and <= LongestSide }
            : entry.Value switch
            {
                DictionaryToken inner => HasHugeNumber(inner),
                ArrayToken list => list.Data.OfType<DictionaryToken>().Any(HasHugeNumber),
                _ => false,
            });
    }
}
