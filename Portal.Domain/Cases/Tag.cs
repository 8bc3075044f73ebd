using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Cases;

/// <summary>A word of the office's own that marks cases, such as "flood 2026".</summary>
public sealed class Tag : IVersioned
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 40;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The word.</summary>
    public required string Name { get; set; }

    /// <summary>When it was retired, UTC; null while it's used. Cases that have it keep it.</summary>
    public DateTime? EndedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }
}

/// <summary>A case has a tag.</summary>
public sealed class CaseTag
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The tag.</summary>
    public Guid TagId { get; init; }
}

/// <summary>A tag was added or renamed.</summary>
public sealed record TagSaved(Guid TagId, bool Added) : IEvent;

/// <summary>A tag was retired.</summary>
public sealed record TagEnded(Guid TagId) : IEvent;

/// <summary>A case got tags, or lost some.</summary>
public sealed record CaseTagsChanged(IReadOnlyList<Guid> Added, IReadOnlyList<Guid> Removed) : IEvent;

/// <summary>Adds a tag or renames one.</summary>
public sealed class SaveTag(PortalDb db, TimeProvider clock)
{
    /// <summary>The tag's id, created with the form, and its name.</summary>
    /// <param name="Version">The version the form was made from; null for a new one.</param>
    public sealed record Command(Guid Id, int? Version, string Name);

    /// <summary>Saves it. Saving the same name twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.AssignCases) is { } refusal)
            return refusal;
        var name = PlainText.Line(command.Name);
        if (name.Length == 0 || TextLength.Of(name) > Tag.LongestName)
            return new Outcome.Refused("Enter a tag of 40 characters or fewer.");
        var used = await db.Set<Tag>().Where(t => t.EndedAt == null).ToListAsync(cancellation);
        if (used.Exists(t => t.Id != command.Id && string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase)))
            return new Outcome.Refused("There's a tag with this name already.");
        var tag = used.Find(t => t.Id == command.Id);
        if (tag is null && command.Version is not null)
            return new Outcome.NotFound();
        if (tag?.Name == name)
            return Outcome.Done;
        if (tag is not null && tag.Version != command.Version)
            return new Outcome.Stale();
        if (tag is null)
            db.Add(new Tag { Id = command.Id, Name = name });
        else
            tag.Name = name;
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new TagSaved(command.Id, tag is null));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Retires a tag. Cases that have it keep it.</summary>
public sealed class EndTag(PortalDb db, TimeProvider clock)
{
    /// <summary>Retires it. Retiring it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid tagId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.AssignCases) is { } refusal)
            return refusal;
        if (await db.Set<Tag>().SingleOrDefaultAsync(t => t.Id == tagId && t.EndedAt == null, cancellation) is not { } tag)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        tag.EndedAt = now;
        db.Record(this, now, actor, null, new TagEnded(tag.Id));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Reads tags. Never writes.</summary>
public sealed class TagList(PortalDb db)
{
    /// <summary>Those in use, by name.</summary>
    public async Task<IReadOnlyList<Tag>> ReadAsync(CancellationToken cancellation) =>
        [.. (await db.Set<Tag>().AsNoTracking().Where(t => t.EndedAt == null).ToListAsync(cancellation)).OrderBy(t => t.Name, StringComparer.CurrentCulture)];

    /// <summary>The tags of these cases, by name; retired ones, too.</summary>
    public async Task<ILookup<Guid, Tag>> OfAsync(IReadOnlyCollection<Guid> cases, CancellationToken cancellation) =>
        (await db.Set<CaseTag>().AsNoTracking().Where(c => cases.Contains(c.CaseId)).Join(db.Set<Tag>(), c => c.TagId, t => t.Id, (c, t) => new { c.CaseId, Tag = t }).ToListAsync(cancellation))
        .OrderBy(c => c.Tag.Name, StringComparer.CurrentCulture).ToLookup(c => c.CaseId, c => c.Tag);
}

internal sealed class TagMapping : IEntityTypeConfiguration<Tag>, IEntityTypeConfiguration<CaseTag>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.ToTable("Tag");
        tag.Property(t => t.Id).ValueGeneratedNever();
        tag.Property(t => t.Name).HasMaxLength(Tag.LongestName * 2);
    }

    public void Configure(EntityTypeBuilder<CaseTag> tag)
    {
        tag.ToTable("CaseTag");
        tag.HasKey(t => new { t.CaseId, t.TagId });
        tag.HasIndex(t => new { t.TagId, t.CaseId });
        tag.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Restrict);
        tag.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
    }
}
