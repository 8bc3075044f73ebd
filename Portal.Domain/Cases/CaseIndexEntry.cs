using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Cases;

/// <summary>
/// A prefix-search entry for a case. A name is entered once for each of its words, starting at that word; the reference is
/// entered once for each of its halves.
/// </summary>
public sealed class CaseIndexEntry
{
    // More than any real name has. Keeps text pasted into the name field from flooding the index.
    private const int MostWords = 12;

    /// <summary>The text, as normalized by <see cref="PersonName.Normalize"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The entries of a new case.</summary>
    public static IEnumerable<CaseIndexEntry> For(Guid caseId, string reference, string name) =>
        new[] { reference, name }.SelectMany(Beginnings).Distinct().Select(text => new CaseIndexEntry { Text = text, CaseId = caseId });

    private static IEnumerable<string> Beginnings(string words)
    {
        var parts = PersonName.Normalize(words).Split(' ');
        return Enumerable.Range(0, Math.Min(parts.Length, MostWords)).Select(i => string.Join(' ', parts[i..]));
    }
}

internal sealed class CaseIndexEntryMapping : IEntityTypeConfiguration<CaseIndexEntry>
{
    public void Configure(EntityTypeBuilder<CaseIndexEntry> entry)
    {
        entry.ToTable("CaseIndexEntry");
        entry.HasKey(e => new { e.Text, e.CaseId });
        entry.Property(e => e.Text).HasMaxLength(260).UseCollation(ByteOrder.Collation);
        entry.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
