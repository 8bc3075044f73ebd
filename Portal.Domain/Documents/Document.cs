using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Documents;

/// <summary>How far the check of a document got.</summary>
public enum DocumentState
{
    /// <summary>Being checked.</summary>
    Pending,

    /// <summary>The scanner found nothing.</summary>
    Clean,

    /// <summary>No scanner is set up: staff are told.</summary>
    Unscanned,

    /// <summary>The scanner found something; nobody can open it.</summary>
    Suspect,

    /// <summary>The check did not come to an end; it is tried again.</summary>
    Failed,
}

/// <summary>A file somebody gave us. Its bytes lie encrypted in the document store.</summary>
public sealed class Document : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case, or the draft it belongs to.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The name it came with, made safe.</summary>
    public required string FileName { get; init; }

    /// <summary>The type its bytes were found to have.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>SHA-256 of the bytes, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The stored name; null once removed.</summary>
    public string? StoredName { get; set; }

    /// <summary>How far the check got.</summary>
    public DocumentState State { get; set; }

    /// <summary>What the scanner said; shown to staff.</summary>
    public string? ScanNote { get; set; }

    /// <summary>Who gave it.</summary>
    public ActorKind UploadedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime UploadedAt { get; init; }

    /// <summary>When it was searched for the printed code of a release, UTC; null until it was.</summary>
    public DateTime? SearchedForCodeAt { get; set; }

    /// <summary>The release whose signed paper it is a page of; null for other files.</summary>
    public Guid? PaperOfReleaseId { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether somebody may open it.</summary>
    public bool CanOpen => StoredName is not null && State is (DocumentState.Clean or DocumentState.Unscanned);
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("Document");
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.FileName).HasMaxLength(200);
        document.Property(d => d.ContentType).HasMaxLength(80);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.Property(d => d.StoredName).HasMaxLength(80);
        document.Property(d => d.ScanNote).HasMaxLength(200);
        document.HasIndex(d => new { d.CaseId, d.Id });
        document.HasIndex(d => d.StoredName);
        document.HasIndex(d => d.Id).HasFilter("\"SearchedForCodeAt\" IS NULL").HasDatabaseName("IX_Document_SearchedForCodeAt");
        document.HasIndex(d => d.State).HasFilter("\"State\" IN ('Pending','Failed')");
    }
}
