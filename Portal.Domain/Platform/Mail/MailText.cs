using Portal.Domain.Platform.Text;

namespace Portal.Domain.Platform.Mail;

/// <summary>How the reader of an email can respond, stated at its end.</summary>
public enum WaysBack
{
    /// <summary>By phone only, because there's no case or the reader may not see it.</summary>
    Phone,

    /// <summary>On the case page or by phone.</summary>
    CasePage,

    /// <summary>Not stated, because the reader is a staff member.</summary>
    Unsaid,
}

/// <summary>The text of an email: a subject, paragraphs, and at most one code and one link.</summary>
public sealed record MailText(string Subject, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The subject line. It's no HTML and has no marks.</summary>
    public string Subject { get; init; } = Kept.Strip(Subject);

    /// <summary>A code to type, shown large.</summary>
    public string? Code { get; init; }

    /// <summary>The link's label and address.</summary>
    public (string Label, Uri Address)? Link { get; init; }

    /// <summary>Paragraphs after the code and the link.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>Whether a person wrote it and expects an answer, so that it doesn't call itself automatic and has no sender line of ours.</summary>
    public bool IsWritten { get; init; }

    /// <summary>How the reader can respond. Without a mailbox of the office, nobody reads what they answer by email.</summary>
    public WaysBack WaysBack { get; init; } = WaysBack.Phone;
}
