using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Documents;

/// <summary>The state of a document's virus check.</summary>
public enum DocumentState
{
    /// <summary>Waiting to be checked.</summary>
    Pending,

    /// <summary>The scanner found nothing.</summary>
    Clean,

    /// <summary>Not checked, because no scanner is set up; staff are told.</summary>
    Unscanned,

    /// <summary>The scanner found something; no one can open it.</summary>
    Suspect,

    /// <summary>The check failed and will be retried.</summary>
    Failed,
}

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>Something the constituent sent, or something not told apart.</summary>
    Unsorted,

    /// <summary>A letter of an agency.</summary>
    AgencyLetter,

    /// <summary>Proof of something in the case.</summary>
    Proof,

    /// <summary>Anything else the office filed.</summary>
    Other,

    /// <summary>An email that was printed, with everything it quotes.</summary>
    Email,
}

/// <summary>An uploaded file. Its bytes are stored encrypted in the document store.</summary>
public sealed class Document : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case or draft it belongs to.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The uploaded file's name, made safe, with the ending of what people get.</summary>
    public required SealedText FileName { get; init; }

    /// <summary>The media type of what people get.</summary>
    public required string ContentType { get; init; }

    /// <summary>The length in bytes, as uploaded.</summary>
    public long Length { get; init; }

    /// <summary>SHA-256 of the bytes as uploaded, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The name in the document store of the bytes as uploaded, which no one gets; null once removed.</summary>
    public string? StoredName { get; set; }

    /// <summary>
    /// The name in the document store of the copy that people get: the same to look at, without anything that could act and without
    /// place and camera. The same as <see cref="StoredName"/> when there was nothing to leave out.
    /// </summary>
    public string? CopyName { get; set; }

    /// <summary>Whether the copy leaves out files, video, or sound that were attached.</summary>
    public bool LeavesOut { get; init; }

    /// <summary>The state of the virus check.</summary>
    public DocumentState State { get; set; }

    /// <summary>What the scanner said; shown to staff.</summary>
    public string? ScanNote { get; set; }

    /// <summary>Who uploaded it.</summary>
    public ActorKind UploadedBy { get; init; }

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTime UploadedAt { get; init; }

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; set; }

    /// <summary>The date written on it; null when no one entered one.</summary>
    public DateOnly? DatedOn { get; set; }

    /// <summary>When the office let the constituent see a file that it had added, UTC; null while only staff see it.</summary>
    public DateTime? SharedAt { get; private set; }

    /// <summary>When it was searched for the printed code of a release, UTC; null until then.</summary>
    public DateTime? SearchedForCodeAt { get; set; }

    /// <summary>The release this is a scanned page of; null for other documents.</summary>
    public Guid? PaperOfReleaseId { get; set; }

    /// <summary>The email it came with; null for other documents.</summary>
    public Guid? CameWith { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Everything of it in the document store.</summary>
    public IEnumerable<string> StoredNames => new[] { StoredName, CopyName }.OfType<string>().Distinct();

    /// <summary>Whether the constituent may see it: what they sent, their own signed forms, and what the office shared with them.</summary>
    public bool IsForConstituent => UploadedBy == ActorKind.Constituent || PaperOfReleaseId is not null || SharedAt is not null;

    /// <summary>Lets the constituent see it. Sharing it twice changes nothing.</summary>
    public void Share(DateTime now) => SharedAt ??= now;

    /// <summary>Whether it can be opened.</summary>
    public bool CanOpen => CopyName is not null && State is (DocumentState.Clean or DocumentState.Unscanned);
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("Document");
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.ContentType).HasMaxLength(80);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.Property(d => d.StoredName).HasMaxLength(80);
        document.Property(d => d.CopyName).HasMaxLength(80);
        document.Property(d => d.ScanNote).HasMaxLength(200);
        document.HasIndex(d => new { d.CaseId, d.Id });
        document.HasIndex(d => d.StoredName);
        document.HasIndex(d => d.CopyName);
        document.Ignore(d => d.StoredNames).Ignore(d => d.IsForConstituent);
        document.HasIndex(d => d.Id).HasFilter("\"SearchedForCodeAt\" IS NULL").HasDatabaseName("IX_Document_SearchedForCodeAt");
        document.HasIndex(d => d.State).HasFilter("\"State\" IN ('Pending','Failed')");
    }
}
