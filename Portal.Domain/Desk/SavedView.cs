using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A filter of the queue that somebody gave a name, for themselves or for everyone.</summary>
public sealed class SavedView
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 40;

    /// <summary>The longest filter, in characters.</summary>
    public const int LongestQuery = 400;

    /// <summary>The most that one person, or everyone together, can have.</summary>
    public const int Most = 12;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose it is; null when it's everyone's.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The filter as the queue's address says it, such as "view=open&amp;agency=SSA".</summary>
    public required string Query { get; init; }
}

/// <summary>A view of the queue was saved.</summary>
public sealed record ViewSaved(Guid ViewId, bool Shared) : IEvent;

/// <summary>A saved view of the queue was deleted.</summary>
public sealed record ViewDeleted(Guid ViewId, bool Shared) : IEvent;

/// <summary>Saves a filter of the queue under a name.</summary>
public sealed class SaveView(PortalDb db, TimeProvider clock)
{
    /// <summary>The name, and the filter as the queue's address says it.</summary>
    /// <param name="Shared">Whether everyone sees it; only those who assign cases may share.</param>
    public sealed record Command(string Name, string Query, bool Shared);

    /// <summary>Saves it. The same name replaces the view that has it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(command.Shared ? Permission.AssignCases : Permission.ReadCases) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Name) || !TextLength.Fits(command.Name, SavedView.LongestName))
            return new Outcome.Refused("Enter a name for this view, in 40 characters or fewer.");
        if (command.Query.Length is 0 or > SavedView.LongestQuery)
            return new Outcome.Refused("This filter is too long to save. Choose fewer filters.");
        var owner = command.Shared ? null : actor.Id;
        var name = PlainText.Line(command.Name);
        var views = await db.Set<SavedView>().Where(v => v.OwnerId == owner).ToListAsync(cancellation);
        if (views.Find(v => v.Name == name && v.Query == command.Query) is not null)
            return Outcome.Done;
        db.RemoveRange(views.Where(v => v.Name == name));
        if (views.Count(v => v.Name != name) >= SavedView.Most)
            return new Outcome.Refused("You can save up to 12 views. Delete one first.");
        var now = clock.GetUtcNow().UtcDateTime;
        var view = new SavedView { Id = Guid.CreateVersion7(new DateTimeOffset(now)), OwnerId = owner, Name = name, Query = command.Query };
        db.Add(view);
        db.Record(this, now, actor, null, new ViewSaved(view.Id, command.Shared));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Deletes a saved view: one's own, or a shared one for those who assign cases.</summary>
public sealed class DeleteView(PortalDb db, TimeProvider clock)
{
    /// <summary>Deletes it. Deleting it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid viewId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ReadCases) is { } refusal)
            return refusal;
        var view = await db.Set<SavedView>().SingleOrDefaultAsync(v => v.Id == viewId && (v.OwnerId == null || v.OwnerId == actor.Id), cancellation);
        if (view is null)
            return Outcome.Done;
        if (view.OwnerId is null && actor.Demand(Permission.AssignCases) is { } denied)
            return denied;
        db.Remove(view);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ViewDeleted(view.Id, view.OwnerId is null));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Reads saved views. Never writes.</summary>
public sealed class SavedViews(PortalDb db)
{
    /// <summary>Everyone's, then the reader's own, each by name.</summary>
    public async Task<IReadOnlyList<SavedView>> ReadAsync(Actor reader, CancellationToken cancellation) =>
        [.. (await db.Set<SavedView>().AsNoTracking().Where(v => v.OwnerId == null || v.OwnerId == reader.Id).ToListAsync(cancellation))
            .OrderBy(v => v.OwnerId is not null).ThenBy(v => v.Name, StringComparer.CurrentCulture)];
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("SavedView");
        view.Property(v => v.Id).ValueGeneratedNever();
        view.Property(v => v.Name).HasMaxLength(SavedView.LongestName * 2);
        view.Property(v => v.Query).HasMaxLength(SavedView.LongestQuery);
        view.HasIndex(v => v.OwnerId);
        view.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
