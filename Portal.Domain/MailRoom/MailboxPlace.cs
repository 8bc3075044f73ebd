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

    /// <summary>When an email was last read from it, UTC.</summary>
    public DateTime ReadAt { get; set; }

    /// <summary>The last email stored under this numbering; null when the numbering is new.</summary>
    public uint? LastUnder(uint numbering) => Numbering == numbering ? (uint?)Last : null;

    /// <summary>The email that was tried last without being stored; null when none was.</summary>
    public long? Trying { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; private set; }

    /// <summary>
    /// The first day to read under this numbering. After a new one, days that were read long ago stay out: email that was erased since
    /// mustn't come back.
    /// </summary>
    public DateOnly SinceUnder(uint numbering, int daysBefore) =>
        Numbering == numbering || Last is null || DateOnly.FromDateTime(ReadAt).AddDays(-daysBefore) is var recent && recent < Since ? Since : recent;

    /// <summary>An email is about to be read. Returns how often it has been.</summary>
    public int Try(uint numbering, uint number)
    {
        Tries = Numbering == numbering && Trying == number ? Tries + 1 : 1;
        (Numbering, Last, Trying) = (numbering, Numbering == numbering ? Last : null, number);
        return Tries;
    }

    /// <summary>An email was stored, or had been stored before.</summary>
    public void Pass(uint numbering, uint number) => (Numbering, Last, Trying, Tries) = (numbering, number, null, 0);
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
