using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Topics;

/// <summary>What becomes of a request about a topic.</summary>
public enum TopicOutcome
{
    /// <summary>The office can ask a federal agency.</summary>
    Casework,

    /// <summary>Somebody else can help; the topic says who.</summary>
    Referral,

    /// <summary>The office does it itself: nominations, flags, tours.</summary>
    OfficeService,
}

/// <summary>
/// One issue, the lowest of the four levels agency › sub-agency › program › issue. The wording, questions and documents
/// are the JSON of the seed file, so that an office can edit them as a whole.
/// </summary>
public sealed class Topic
{
    /// <summary>Such as ssa-missing-payment.</summary>
    public required string Code { get; init; }

    /// <summary>The agency's code.</summary>
    public required string AgencyCode { get; set; }

    /// <summary>What becomes of it.</summary>
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
