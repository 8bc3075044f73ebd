using Portal.Domain.Documents;
using Portal.Domain.Paper.Reading;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Files;

namespace Portal.Domain.Inquiries.Answers;

/// <summary>Reads the text of a document in which an agency answered, and records that it was opened.</summary>
public sealed class ReadAnswer(OpenDocument open)
{
    /// <summary>What the document says.</summary>
    public sealed record Read(AnswerReading Reading) : Outcome.Success;

    /// <summary>Reads the document. A picture or a scan has no text.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Guid documentId, Actor actor, CancellationToken cancellation)
    {
        var outcome = await open.ExecuteAsync(caseId, documentId, actor, cancellation);
        if (outcome is not OpenDocument.Opened opened)
            return outcome;
        await using var content = opened.Content;
        return new Read(new(opened.ContentType == "application/pdf" ? PdfText.Of(await content.ReadBytesAsync(cancellation)) : ""));
    }
}
