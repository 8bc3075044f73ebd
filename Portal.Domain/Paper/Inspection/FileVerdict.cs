namespace Portal.Domain.Paper.Inspection;

/// <summary>The result of an inspection.</summary>
public abstract record FileVerdict
{
    private FileVerdict()
    {
    }

    /// <summary>It's a whole file of this kind.</summary>
    public sealed record Accepted(FileKind Kind) : FileVerdict;

    /// <summary>It was read, and there's a copy for people.</summary>
    public sealed record Usable(Harmless.IncomingFile File) : FileVerdict;

    /// <summary>The file was refused.</summary>
    /// <param name="Reason">The reason, for code and statistics.</param>
    /// <param name="Sentence">For people: what's wrong and what to do, in English; also its translation key.</param>
    /// <param name="Arguments">The values for the sentence's placeholders.</param>
    public sealed record Refused(FileRefusal Reason, string Sentence, params object[] Arguments) : FileVerdict;
}
