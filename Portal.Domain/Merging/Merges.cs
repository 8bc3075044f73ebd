using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Merging;

/// <summary>Somebody on staff said that the people of some cases are one person. What was changed is kept, so that it can be undone.</summary>
public sealed class PeopleJoin : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person the cases belong to from then on.</summary>
    public Guid IntoId { get; init; }

    /// <summary>The person they belonged to.</summary>
    public Guid FromId { get; init; }

    /// <summary>The cases that were moved.</summary>
    public List<Guid> CaseIds { get; init; } = [];

    /// <summary>Who said so.</summary>
    public Guid ById { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>When it was undone, UTC; null while it holds.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>They're two people after all.</summary>
    public void Undo(DateTime now) => UndoneAt ??= now;
}

/// <summary>A case was closed because another one of the same person is about the same matter and goes on.</summary>
public sealed class CaseMerge : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case that was closed.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The case that goes on.</summary>
    public Guid IntoId { get; init; }

    /// <summary>Who merged them.</summary>
    public Guid ById { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>When it was undone, UTC; null while it holds.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>They're two matters after all.</summary>
    public void Undo(DateTime now) => UndoneAt ??= now;
}

/// <summary>The people of two cases were said to be one.</summary>
public sealed record PeopleJoined(Guid JoinId) : IEvent;

/// <summary>The people of two cases were said to be two after all.</summary>
public sealed record PeopleSplit(Guid JoinId) : IEvent;

/// <summary>A case was merged into another, or another into it.</summary>
/// <param name="IntoThis">Whether it's the case that goes on.</param>
public sealed record CaseMerged(Guid MergeId, bool IntoThis) : IEvent;

/// <summary>A merge was undone.</summary>
public sealed record CaseMergeUndone(Guid MergeId) : IEvent;

/// <summary>Tells the person that we go on with one of their two cases.</summary>
/// <param name="Reference">The case that was closed.</param>
/// <param name="Into">The case that goes on; null when its email goes to another address.</param>
/// <param name="NextOn">The day by which they hear from us.</param>
public sealed record CaseMergedMail(string Reference, string? Into, DateOnly NextOn) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your two cases are one now"),
    [
        desk.T("Case {0} is about the same thing as another case of yours, so we work on them together. Nothing you sent is lost.", Reference),
        Into is null
            ? desk.T("You'll hear from us about the other case by {0}.", desk.Day(NextOn))
            : desk.T("From now on, check case {0}. You'll hear from us there by {1}.", Into, desk.Day(NextOn)),
        desk.T("Are your cases about different things? Reply there or call us, and we'll separate them."),
    ])
    {
        Link = (desk.T("See my case"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

internal sealed class MergeMapping : IEntityTypeConfiguration<PeopleJoin>, IEntityTypeConfiguration<CaseMerge>
{
    public void Configure(EntityTypeBuilder<PeopleJoin> join)
    {
        join.ToTable("PeopleJoin");
        join.Property(j => j.Id).ValueGeneratedNever();
        join.HasIndex(j => j.IntoId);
    }

    public void Configure(EntityTypeBuilder<CaseMerge> merge)
    {
        merge.ToTable("CaseMerge");
        merge.Property(m => m.Id).ValueGeneratedNever();
        merge.HasIndex(m => m.CaseId);
        merge.HasIndex(m => m.IntoId);
        merge.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<Case>().WithMany().HasForeignKey(m => m.IntoId).OnDelete(DeleteBehavior.Restrict);
    }
}
