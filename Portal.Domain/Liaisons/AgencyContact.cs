using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Liaisons;

/// <summary>
/// A place at an agency that answers congressional offices: a liaison desk or a regional office, and never the person who decides a
/// case. Caseworkers keep these up to date themselves.
/// </summary>
public sealed class AgencyContact : IVersioned
{
    /// <summary>Months after which a contact has to be verified again.</summary>
    public const int MonthsVerified = 6;

    /// <summary>A version-7 id, created with the form.</summary>
    public Guid Id { get; init; }

    /// <summary>The agency's code.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>What is known about it.</summary>
    public required ContactCard Card { get; set; }

    /// <summary>The day someone in the office last verified it; null when no one has since it changed.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    /// <summary>Who verified it.</summary>
    public Guid? VerifiedById { get; private set; }

    /// <summary>When it was removed from the directory, UTC; null while it's in use. Letters sent to it keep its address.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether no one has verified it for six months.</summary>
    public bool IsStale(DateOnly today) => VerifiedOn is not { } day || day.AddMonths(MonthsVerified) < today;

    /// <summary>Someone compared it with the agency's own word.</summary>
    public void Verify(DateOnly day, Guid by) => (VerifiedOn, VerifiedById) = (day, by);

    /// <summary>Gives it other data, which no one has verified yet.</summary>
    public void Change(ContactCard card) => (Card, VerifiedOn, VerifiedById) = (card, null, null);

    /// <summary>Removes it. Removing it twice changes nothing.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>How to reach a contact, and for what.</summary>
public sealed record ContactCard
{
    /// <summary>The longest line, in characters.</summary>
    public const int MaxLine = 200;

    /// <summary>The longest text of several lines, in characters.</summary>
    public const int MaxText = 1000;

    /// <summary>The part of the agency; null for the agency itself.</summary>
    public string? SubAgency { get; init; }

    /// <summary>The regional or field office; null for headquarters.</summary>
    public string? Office { get; init; }

    /// <summary>The desk or person, such as "Congressional liaison desk".</summary>
    public required string Name { get; init; }

    /// <summary>How it prefers to be reached.</summary>
    public InquiryMethod Preferred { get; init; }

    /// <summary>Email address.</summary>
    public string? Email { get; init; }

    /// <summary>Phone number, as the agency writes it.</summary>
    public string? Phone { get; init; }

    /// <summary>Fax number, as the agency writes it.</summary>
    public string? Fax { get; init; }

    /// <summary>Mailing address, without the agency's name, in several lines.</summary>
    public string? Address { get; init; }

    /// <summary>Address of the agency's web form; https.</summary>
    public string? WebForm { get; init; }

    /// <summary>When it can be reached, in words.</summary>
    public string? Hours { get; init; }

    /// <summary>What staff should know.</summary>
    public string? Note { get; init; }

    /// <summary>Codes of the topics it deals with; empty for all of the agency's.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Postal codes of the states it serves; empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Whether it can be reached this way.</summary>
    public bool Takes(InquiryMethod method) => method switch
    {
        InquiryMethod.Email => Email is not null,
        InquiryMethod.Fax => Fax is not null,
        InquiryMethod.Phone => Phone is not null,
        InquiryMethod.AgencyPortal => WebForm is not null,
        _ => Address is not null,
    };

    /// <summary>Where it is within the agency, such as "Office of Hearings Operations, Denver"; null for the agency itself.</summary>
    public string? Place => (SubAgency, Office) switch
    {
        ({ } part, { } office) => $"{part}, {office}",
        var (part, office) => part ?? office,
    };

    // Records compare lists by reference.
    /// <inheritdoc />
    public bool Equals(ContactCard? other) =>
        other is not null && Lines.SequenceEqual(other.Lines) && Preferred == other.Preferred
        && Topics.SequenceEqual(other.Topics) && States.SequenceEqual(other.States);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(SubAgency, Office, Name, Email, Phone);

    private string?[] Lines => [SubAgency, Office, Name, Email, Phone, Fax, Address, WebForm, Hours, Note];
}

internal sealed class AgencyContactMapping : IEntityTypeConfiguration<AgencyContact>
{
    public void Configure(EntityTypeBuilder<AgencyContact> contact)
    {
        contact.ToTable("AgencyContact");
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.Property(c => c.AgencyCode).HasMaxLength(8);
        contact.ComplexProperty(c => c.Card, card => card.Property(x => x.Name).HasMaxLength(ContactCard.MaxLine));
        contact.HasIndex(c => c.AgencyCode).HasFilter("\"EndedAt\" IS NULL");
        contact.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}
