using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Converting;

/// <summary>What the converter writes: whether there's a copy, its kind or why there's none, whether it leaves out something, and its bytes.</summary>
internal static class ConverterAnswer
{
    public const int HeaderLength = 3;

    private static readonly FileVerdict.Refused[] Reasons =
    [
        Refusals.Broken, Refusals.Locked, Refusals.Dynamic, Refusals.Portfolio, Refusals.Elsewhere, Refusals.NoConverter,
        Refusals.OverPixels(FileLimits.Default.MaxPixels),
        Refusals.OverPages(SourcePages.Most), Refusals.OverPages(PdfPages.MostPages), Refusals.OverSize(FileLimits.Default.MaxBytes),
    ];

    public static void Write(Stream to, CopyVerdict verdict)
    {
        if (verdict is CopyVerdict.Made { Copy: var copy })
        {
            to.Write([1, (byte)copy.Kind, copy.LeavesOut ? (byte)1 : (byte)0]);
            to.Write(copy.Bytes);
            return;
        }

        var why = ((CopyVerdict.Refused)verdict).Why;
        var reason = Array.FindIndex(Reasons, known => known.Sentence == why.Sentence && known.Arguments.SequenceEqual(why.Arguments));
        to.Write([0, (byte)Math.Max(0, reason), 0]);
    }

    public static CopyVerdict Read(byte[] answer) => answer switch
    {
        [1, var kind, var leavesOut, .. var bytes] when kind <= (byte)FileKind.Png =>
            new CopyVerdict.Made(new(bytes, (FileKind)kind) { LeavesOut = leavesOut == 1 }),
        [0, var reason, _] when reason < Reasons.Length => new CopyVerdict.Refused(Reasons[reason]),
        _ => new CopyVerdict.Refused(Refusals.Broken),
    };
}
