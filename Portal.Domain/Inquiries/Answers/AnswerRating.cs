using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Inquiries.Answers;

/// <summary>How far an agency's answer helped the person.</summary>
public enum AnswerHelp
{
    /// <summary>The problem is solved.</summary>
    Solved,

    /// <summary>It helped, but something is still wrong or missing.</summary>
    Partly,

    /// <summary>It didn't help.</summary>
    NotAtAll,
}

/// <summary>What the person said about one final answer of an agency. Each answer is asked about once.</summary>
public sealed class AnswerRating
{
    /// <summary>Also the id of the <see cref="AgencyResponse"/>, so an answer has one rating at most.</summary>
    public Guid Id { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The agency whose answer it was.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>How far it helped; null when the person skipped the question.</summary>
    public AnswerHelp? Help { get; init; }

    /// <summary>The message with what is still wrong; null when the person wrote nothing.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime RatedAt { get; init; }
}

/// <summary>A final answer that the person was told and hasn't rated.</summary>
/// <param name="ResponseId">The answer.</param>
/// <param name="AgencyCode">Whose it is.</param>
/// <param name="ReceivedOn">The day it arrived.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
public sealed record AnswerToRate(Guid ResponseId, string AgencyCode, DateOnly ReceivedOn, DateTime RecordedAt);

/// <summary>Reads which answer to ask about.</summary>
public static class AnswersToRate
{
    private static readonly KeptQuery<Guid, AnswerToRate> Final = new((db, id) =>
        from inquiry in db.Set<AgencyInquiry>().Where(i => i.CaseId == id)
        from response in inquiry.Responses
        where response.Kind == ResponseKind.Final && !db.Set<AnswerRating>().Any(r => r.Id == response.Id)
        orderby response.RecordedAt descending
        select new AnswerToRate(response.Id, inquiry.AgencyCode, response.ReceivedOn, response.RecordedAt));

    /// <summary>The newest answer that was told and not rated; null when there is none.</summary>
    public static async Task<AnswerToRate?> NewestAsync(PortalDb db, Case @case, CancellationToken cancellation) =>
        (await Final.ListAsync(db, @case.Id, cancellation)).Find(a => !(a.RecordedAt >= @case.AnswerUntoldSince));
}

internal sealed class AnswerRatingMapping : IEntityTypeConfiguration<AnswerRating>
{
    public void Configure(EntityTypeBuilder<AnswerRating> rating)
    {
        rating.ToTable("AnswerRating");
        rating.Property(r => r.Id).ValueGeneratedNever();
        rating.Property(r => r.AgencyCode).HasMaxLength(8);
        rating.HasIndex(r => r.CaseId);
        rating.HasIndex(r => new { r.AgencyCode, r.RatedAt });
        rating.HasOne<AgencyResponse>().WithOne().HasForeignKey<AnswerRating>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
        rating.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
