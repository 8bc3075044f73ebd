namespace Portal.Domain.Paper.Inspection;

/// <summary>What inspection found.</summary>
public abstract record FileVerdict
{
    private FileVerdict()
    {
    }

    /// <summary>Name, first bytes and structure agree.</summary>
    public sealed record Accepted(FileKind Kind) : FileVerdict;

    /// <summary>Not taken.</summary>
    /// <param name="Reason">For code and counts.</param>
    /// <param name="Sentence">For people: what is wrong and what to do; an English text key.</param>
    /// <param name="Arguments">What goes into the sentence's placeholders.</param>
    public sealed record Refused(FileRefusal Reason, string Sentence, params object[] Arguments) : FileVerdict;
}
