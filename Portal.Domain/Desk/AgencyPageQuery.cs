using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Activity;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A change to an agency or to one of its forms.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">Who made the change; a dash when unknown.</param>
public sealed record AgencyHistoryEntry(DateTime At, string By, IEvent Event);

/// <summary>An agency and the choices its page offers.</summary>
/// <param name="Templates">All release templates.</param>
/// <param name="History">The most recent changes.</param>
public sealed record AgencyPage(Agency Agency, IReadOnlyList<ReleaseTemplate> Templates, IReadOnlyList<AgencyHistoryEntry> History);

/// <summary>Reads an agency for its edit page.</summary>
public sealed class AgencyPageQuery(PortalDb db, StaffDirectory staff)
{
    private const int MaxShown = 20;
    private const int MaxRead = 400;
    private static readonly string[] Events = [nameof(AgencyChanged), nameof(AgencyFormPublished), nameof(AgencyFormRetired)];

    /// <summary>The agency; null when there is none with this code.</summary>
    public async Task<AgencyPage?> ReadAsync(string code, CancellationToken cancellation)
    {
        var upper = code.ToUpperInvariant();
        if (await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == upper, cancellation) is not { } agency)
            return null;
        return new(agency, await db.Set<ReleaseTemplate>().AsNoTracking().ToListAsync(cancellation), await HistoryAsync(upper, cancellation));
    }

    private async Task<IReadOnlyList<AgencyHistoryEntry>> HistoryAsync(string code, CancellationToken cancellation)
    {
        var entries = await db.Set<ActivityEntry>().AsNoTracking()
            .Where(e => Events.Contains(e.EventName))
            .OrderByDescending(e => e.Id)
            .Take(MaxRead)
            .Select(e => new { e.OccurredAt, e.ActorId, e.EventName, e.Payload })
            .ToListAsync(cancellation);
        var names = await staff.NamesAsync(cancellation);
        return [.. entries
            .Select(e => (Entry: e, Event: EventOf(e.EventName, e.Payload, code)))
            .Where(e => e.Event is not null)
            .Take(MaxShown)
            .Select(e => new AgencyHistoryEntry(
                e.Entry.OccurredAt, names.GetValueOrDefault(e.Entry.ActorId ?? Guid.Empty, "–"), e.Event!))];
    }

    private static IEvent? EventOf(string name, string payload, string code)
    {
        T Event<T>() => JsonSerializer.Deserialize<T>(payload, EventJson.Options)!;
        return name switch
        {
            nameof(AgencyChanged) when Event<AgencyChanged>() is var changed && changed.Code == code => changed,
            nameof(AgencyFormPublished) when Event<AgencyFormPublished>() is var published && published.Agency == code => published,
            nameof(AgencyFormRetired) when Event<AgencyFormRetired>() is var retired && retired.Agency == code => retired,
            _ => null,
        };
    }
}
