namespace Portal.Domain.Platform.Mail;

/// <summary>What a mail says: a subject, paragraphs, and at most one code and one link.</summary>
public sealed record MailText(string Subject, IReadOnlyList<string> Paragraphs)
{
    /// <summary>A code to type, shown large.</summary>
    public string? Code { get; init; }

    /// <summary>What the link says, and where it leads.</summary>
    public (string Label, Uri Address)? Link { get; init; }

    /// <summary>Paragraphs after the code and the link.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];
}
