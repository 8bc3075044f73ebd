using Microsoft.EntityFrameworkCore;
using Portal.Domain.Districts;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.Domain.Surges;

/// <summary>A surge was opened or changed.</summary>
public sealed record SurgeSaved(Guid SurgeId, bool Opened, string TopicCode) : IEvent;

/// <summary>A surge was closed.</summary>
public sealed record SurgeClosed(Guid SurgeId) : IEvent;

/// <summary>Opens a surge or changes it.</summary>
public sealed class SaveSurge(PortalDb db, TopicCatalog topics, TimeProvider clock)
{
    private const int MostZips = 300;

    /// <summary>The surge as entered; each new form gets a new id.</summary>
    /// <param name="Version">The version the form was made from; null for a new one.</param>
    public sealed record Command(Guid Id, int? Version, Bilingual Name, Bilingual Banner, string TopicCode, DateOnly StartsOn)
    {
        /// <summary>The last day of the banner; null for until it's closed.</summary>
        public DateOnly? EndsOn { get; init; }

        /// <summary>The ZIP codes concerned, separated in any way; blank for everywhere.</summary>
        public string? Zips { get; init; }
    }

    /// <summary>Saves it. Saving the same again changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteToMany) is { } refusal)
            return refusal;
        var surge = await db.Set<Surge>().SingleOrDefaultAsync(s => s.Id == command.Id, cancellation);
        if (surge is null && command.Version is not null)
            return new Outcome.NotFound();
        // A double click sends a new surge twice.
        if (surge is not null && command.Version is null)
            return Outcome.Done;
        if (surge is not null && surge.Version != command.Version)
            return new Outcome.Stale();
        if (surge?.ClosedAt is not null)
            return new Outcome.Refused("This surge is closed. Open a new one.");
        var (name, banner) = (Clean(command.Name, PlainText.Line), Clean(command.Banner, PlainText.Lines));
        string[] zips = [.. (command.Zips ?? "").Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (await BrokenAsync(command, name, banner, zips, cancellation) is { } broken)
            return broken;
        var opened = surge is null;
        if (surge is null)
            db.Add(surge = new Surge { Id = command.Id, Name = name.En, NameEs = name.Es, Banner = banner.En, BannerEs = banner.Es, TopicCode = command.TopicCode });
        (surge.Name, surge.NameEs, surge.Banner, surge.BannerEs) = (name.En, name.Es, banner.En, banner.Es);
        (surge.TopicCode, surge.StartsOn, surge.EndsOn) = (command.TopicCode, command.StartsOn, command.EndsOn);
        if (!surge.Zips.SequenceEqual(zips))
            surge.Zips = [.. zips];
        if (!db.ChangeTracker.HasChanges())
            return Outcome.Done;
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new SurgeSaved(surge.Id, opened, surge.TopicCode));
        return await db.CommitAsync(cancellation);
    }

    private async Task<Outcome.Refused?> BrokenAsync(Command command, Bilingual name, Bilingual banner, string[] zips, CancellationToken cancellation)
    {
        if (!Fits(name, Surge.LongestName))
            return new Outcome.Refused("Enter the name in both languages, in 80 characters or fewer.");
        if (!Fits(banner, Surge.LongestBanner))
            return new Outcome.Refused("Enter the text of the banner in both languages, in 300 characters or fewer.");
        if (await topics.FindAsync(command.TopicCode, cancellation) is not { Outcome: TopicOutcome.Casework })
            return new Outcome.Refused("Choose a topic that your office can ask an agency about.");
        if (command.EndsOn < command.StartsOn)
            return new Outcome.Refused("The last day is before the first. Check both dates.");
        if (zips.FirstOrDefault(z => z.Length != 5 || !z.All(char.IsAsciiDigit)) is { } wrong)
            return new Outcome.Refused("“{0}” isn't a ZIP code. Enter ZIP codes with 5 digits.", wrong);
        if (zips.Length > MostZips)
            return new Outcome.Refused("Enter {0} ZIP codes or fewer, or none for everywhere.", MostZips);
        var unknown = zips.Except(await db.Set<ZipDistrict>().Where(z => zips.Contains(z.Zip)).Select(z => z.Zip).ToListAsync(cancellation)).FirstOrDefault();
        return unknown is null ? null : new Outcome.Refused("We don't know the ZIP code {0}. Check it.", unknown);
    }

    private static Bilingual Clean(Bilingual text, Func<string?, string> clean) => new(clean(text.En), clean(text.Es));

    private static bool Fits(Bilingual text, int most) => TextLength.Fits(text.En, most) && TextLength.Fits(text.Es, most);
}

/// <summary>Closes a surge: the banner goes, and nobody can join its news any more. Its cases go on.</summary>
public sealed class CloseSurge(PortalDb db, TimeProvider clock)
{
    /// <summary>Closes it. Closing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid surgeId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteToMany) is { } refusal)
            return refusal;
        if (await db.Set<Surge>().SingleOrDefaultAsync(s => s.Id == surgeId, cancellation) is not { } surge)
            return new Outcome.NotFound();
        if (surge.ClosedAt is not null)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        surge.ClosedAt = now;
        db.Record(this, now, actor, null, new SurgeClosed(surge.Id));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Reads surges. Never writes.</summary>
public sealed class SurgeList(PortalDb db, Offices.Calendars calendars, TimeProvider clock)
{
    private const int MostClosed = 20;

    /// <summary>Open ones first, then those closed last.</summary>
    public async Task<IReadOnlyList<Surge>> ReadAsync(CancellationToken cancellation) =>
    [
        .. await db.Set<Surge>().AsNoTracking().Where(s => s.ClosedAt == null).OrderByDescending(s => s.Id).ToListAsync(cancellation),
        .. await db.Set<Surge>().AsNoTracking().Where(s => s.ClosedAt != null).OrderByDescending(s => s.ClosedAt).Take(MostClosed).ToListAsync(cancellation),
    ];

    /// <summary>Those that the public site shows today.</summary>
    public async Task<IReadOnlyList<Surge>> ShownAsync(CancellationToken cancellation)
    {
        var open = await db.Set<Surge>().AsNoTracking().Where(s => s.ClosedAt == null).OrderByDescending(s => s.Id).ToListAsync(cancellation);
        if (open.Count == 0)
            return [];
        var today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
        return [.. open.Where(s => s.IsShown(today))];
    }

    /// <summary>One of them; null when there's none with this id.</summary>
    public Task<Surge?> FindAsync(Guid id, CancellationToken cancellation) => db.Set<Surge>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);
}
