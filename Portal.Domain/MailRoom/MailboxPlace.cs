using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.MailRoom;

/// <summary>How far a mailbox was read.</summary>
public sealed class MailboxPlace
{
    /// <summary>The blind index of server and account.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The server's numbering; another one means that all numbers are new.</summary>
    public long Numbering { get; private set; }

    /// <summary>The last email that was stored; null when none was.</summary>
    public long? Last { get; private set; }

    /// <summary>The first day that's read; older email stays unread by us.</summary>
    public DateOnly Since { get; init; }

    /// <summary>When the mailbox was last looked into, UTC.</summary>
    public DateTime ReadAt { get; set; }

    /// <summary>The last email stored under this numbering; null when the numbering is new.</summary>
    public uint? LastUnder(uint numbering) => Numbering == numbering ? (uint?)Last : null;

    /// <summary>An email was stored, or had been stored before.</summary>
    public void Pass(uint numbering, uint number) => (Numbering, Last) = (numbering, number);
}

internal sealed class MailboxPlaceMapping : IEntityTypeConfiguration<MailboxPlace>
{
    public void Configure(EntityTypeBuilder<MailboxPlace> place)
    {
        place.ToTable("MailboxPlace");
        place.HasKey(p => p.Mailbox);
        place.Property(p => p.Mailbox).HasMaxLength(64);
    }
}
