using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Harmless;

/// <summary>What people get of a file: the same to look at, with nothing in it that could act, and without place and camera.</summary>
/// <param name="Bytes">A PDF, JPEG, or PNG file.</param>
/// <param name="Kind">Which of these it is.</param>
public sealed record HarmlessCopy(byte[] Bytes, FileKind Kind)
{
    /// <summary>The largest copy, in bytes. A copy of a PDF may be larger than the original, because its objects aren't packed.</summary>
    public const long MaxBytes = 60 * 1024 * 1024;

    /// <summary>Whether attached files, video, or sound were left out.</summary>
    public bool LeavesOut { get; init; }
}

/// <summary>The result of making a harmless copy.</summary>
public abstract record CopyVerdict
{
    private CopyVerdict()
    {
    }

    /// <summary>The copy was made.</summary>
    public sealed record Made(HarmlessCopy Copy) : CopyVerdict;

    /// <summary>No copy could be made.</summary>
    public sealed record Refused(FileVerdict.Refused Why) : CopyVerdict;
}
