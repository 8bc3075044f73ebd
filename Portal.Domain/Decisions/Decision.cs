using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Decisions;

/// <summary>Who decides.</summary>
public enum DecisionBy
{
    /// <summary>A casework manager or the chief of staff.</summary>
    SeniorStaff,

    /// <summary>The Member.</summary>
    Member,
}

/// <summary>What was decided.</summary>
public enum DecisionChoice
{
    /// <summary>Send the agency a letter that the Member signs.</summary>
    MemberLetter,

    /// <summary>The Member or senior staff call the agency.</summary>
    Call,

    /// <summary>Go on with the agency's liaison as before.</summary>
    GoOn,

    /// <summary>Try another way, such as another agency, an ombudsman, or legal aid.</summary>
    OtherWay,

    /// <summary>Ask no further, because there is nothing more the office can do.</summary>
    Stop,
}

/// <summary>A question about a case that a caseworker can't settle alone, and what was decided.</summary>
public sealed class Decision : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case, whose key protects the question and the words of the decision.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The inquiry it's about; null when it's about the case as a whole.</summary>
    public Guid? InquiryId { get; init; }

    /// <summary>Who is asked.</summary>
    public DecisionBy By { get; init; }

    /// <summary>What is asked, with what the one who decides has to know; staff only.</summary>
    public required SealedText Question { get; init; }

    /// <summary>The day by which it's needed.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Who asked.</summary>
    public Guid AskedById { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>What was decided; null until then.</summary>
    public DecisionChoice? Choice { get; private set; }

    /// <summary>What the caseworker has to know about it; staff only.</summary>
    public SealedText? Words { get; private set; }

    /// <summary>Who recorded the decision.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When it was decided, UTC; null until then.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>When it was carried out or no longer needed, UTC; null until then.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Decides.</summary>
    public void Decide(DecisionChoice choice, string? words, Guid by, DateTime now) =>
        (Choice, Words, DecidedById, DecidedAt) = (choice, words is null ? null : (SealedText)words, by, now);

    /// <summary>It was carried out, or is no longer needed. Ending it twice changes nothing.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>What decides where a question stands: none of its text.</summary>
/// <param name="Choice">What was decided; null while nobody has.</param>
public sealed record DecisionFact(Guid Id, DecisionBy By, DateOnly DueOn, DecisionChoice? Choice)
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The inquiry it's about; null when it's about the case as a whole.</summary>
    public Guid? InquiryId { get; init; }

    /// <summary>The database projection; it reads no sealed column.</summary>
    public static readonly Expression<Func<Decision, DecisionFact>> FromRow = d =>
        new DecisionFact(d.Id, d.By, d.DueOn, d.Choice) { CaseId = d.CaseId, InquiryId = d.InquiryId };

    /// <summary>A case's questions that aren't settled, the first to be due first.</summary>
    public static readonly KeptQuery<Guid, DecisionFact> OfCase = new KeptQuery<Guid, Decision>((db, id) =>
        db.Set<Decision>().AsNoTracking().Where(d => d.CaseId == id && d.EndedAt == null).OrderBy(d => d.DueOn).ThenBy(d => d.Id)).As(FromRow);
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("Decision");
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.HasIndex(d => d.CaseId);
        decision.HasIndex(d => d.DueOn).HasFilter("\"DecidedAt\" IS NULL AND \"EndedAt\" IS NULL");
        decision.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
