namespace Portal.Domain.Platform.Mail.Incoming;

/// <summary>An email that someone sent us, as it was read. Nothing in it can be trusted: anyone can write any sender.</summary>
/// <param name="From">The sender's address; empty when it can't be read.</param>
/// <param name="Subject">The subject; may be empty.</param>
/// <param name="Text">What it says, as plain text; what it quotes is part of it.</param>
public sealed record IncomingEmail(string From, string Subject, string Text)
{
    /// <summary>The sender's name as given.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Its Message-ID without brackets; null when it has none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The Message-IDs it answers, the nearest first, without brackets.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>When the sender says it was written, UTC; null when that can't be read.</summary>
    public DateTime? WrittenAt { get; init; }

    /// <summary>Its files, without pictures that belong to a signature.</summary>
    public IReadOnlyList<MailAttachment> Files { get; init; } = [];

    /// <summary>Whether a program wrote it, such as a vacation note. Never answer it (RFC 3834).</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether the receiving server found that the sender isn't who it says (DMARC).</summary>
    public bool IsForged { get; init; }

    /// <summary>What a mail server reports about an email of ours; null when it's no report.</summary>
    public DeliveryReport? Report { get; init; }

    /// <summary>SHA-256 over what it says and holds, hexadecimal: the same email delivered twice has the same.</summary>
    public required string Digest { get; init; }
}

/// <summary>A mail server's report about an email of ours (RFC 3464).</summary>
/// <param name="MessageId">The Message-ID of our email, without brackets; null when the report doesn't say.</param>
/// <param name="HasFailed">Whether it was given up; false for a delay or a delivery.</param>
/// <param name="Reason">The server's words, without addresses.</param>
public sealed record DeliveryReport(string? MessageId, bool HasFailed, string Reason)
{
    /// <summary>The address that couldn't be reached; null when the report doesn't say.</summary>
    public string? Recipient { get; init; }
}
