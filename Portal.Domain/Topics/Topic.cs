using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Topics;

/// <summary>What happens with a request about a topic.</summary>
public enum TopicOutcome
{
    /// <summary>The office can ask a federal agency.</summary>
    Casework,

    /// <summary>Someone else can help; the topic says who.</summary>
    Referral,

    /// <summary>The office provides it itself: nominations, flags, tours.</summary>
    OfficeService,
}

/// <summary>
/// An issue, the lowest of the four levels agency › sub-agency › program › issue. Its wording, questions, and documents are
/// stored as the seed file's JSON, so an office can edit them as a whole.
/// </summary>
public sealed class Topic
{
    /// <summary>The code, such as ssa-missing-payment.</summary>
    public required string Code { get; init; }

    /// <summary>The agency's code.</summary>
    public required string AgencyCode { get; set; }

    /// <summary>What happens with a request about it.</summary>
    public TopicOutcome Outcome { get; set; }

    /// <summary>The order in which topics are listed.</summary>
    public int Position { get; set; }

    /// <summary>The <see cref="TopicCard"/> as JSON.</summary>
    public required string Card { get; set; }
}

internal sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.ToTable("Topic").HasKey(t => t.Code);
        topic.Property(t => t.Code).HasMaxLength(80);
        topic.Property(t => t.AgencyCode).HasMaxLength(8);
    }
}
