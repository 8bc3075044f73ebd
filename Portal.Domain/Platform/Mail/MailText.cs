namespace Portal.Domain.Platform.Mail;

/// <summary>How the reader of a mail can answer, said at its end.</summary>
public enum WaysBack
{
    /// <summary>By phone alone: there is no case, or the reader may not see it.</summary>
    Phone,

    /// <summary>On the page of the case, or by phone.</summary>
    CasePage,

    /// <summary>Nothing is said: a member of staff knows.</summary>
    Unsaid,
}

/// <summary>What a mail says: a subject, paragraphs, and at most one code and one link.</summary>
public sealed record MailText(string Subject, IReadOnlyList<string> Paragraphs)
{
    /// <summary>A code to type, shown large.</summary>
    public string? Code { get; init; }

    /// <summary>What the link says, and where it leads.</summary>
    public (string Label, Uri Address)? Link { get; init; }

    /// <summary>Paragraphs after the code and the link.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>How the reader can write or talk back; the mailbox it comes from is not read.</summary>
    public WaysBack WaysBack { get; init; } = WaysBack.Phone;
}
