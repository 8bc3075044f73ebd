using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>A letter to an agency's liaison as an email: the text, one PDF with everything in order, and each sealed release as its own file.</summary>
/// <param name="Subject">The subject by rule.</param>
/// <param name="Body">The letter as plain text.</param>
/// <param name="Attached">The files.</param>
public sealed record AgencyLetterMail(string Subject, string Body, IReadOnlyList<MailFile> Attached) : IMailWithFiles
{
    /// <inheritdoc />
    public IReadOnlyList<MailFile> Files => Attached;

    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(Subject, [.. Body.Split("\n\n")]) { WaysBack = WaysBack.Unsaid, IsWritten = true };
}
