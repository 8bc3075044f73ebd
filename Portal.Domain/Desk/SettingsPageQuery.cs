using Microsoft.EntityFrameworkCore;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.MassMail;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Routing;

namespace Portal.Domain.Desk;

/// <summary>What the settings page shows besides the settings of the server.</summary>
public sealed record SettingsPage
{
    /// <summary>The office; null before it's set up.</summary>
    public required Office? Office { get; init; }

    /// <summary>The next day the office is closed besides weekends and federal holidays; null for none.</summary>
    public required OfficeClosure? NextClosure { get; init; }

    /// <summary>How many routing rules are on.</summary>
    public required int RulesOn { get; init; }

    /// <summary>How many routing rules there are.</summary>
    public required int Rules { get; init; }

    /// <summary>The latest changes of settings, newest first.</summary>
    public required IReadOnlyList<ActivityEntry> Changes { get; init; }
}

/// <summary>Reads the office's settings and who changed them.</summary>
public sealed class SettingsPageQuery(PortalDb db, OfficeHolidays holidays)
{
    private const int MostChanges = 10;

    private static readonly List<string> Settings =
    [
        nameof(OfficeSetUp), nameof(LetterheadChanged), nameof(OfficeClosureAdded), nameof(OfficeClosureRemoved), nameof(RoutingRuleSaved),
        nameof(RoutingRuleRemoved), nameof(RoutingRulesImported),
        nameof(ElectionRecorded), nameof(ElectionRemoved), nameof(MassApprovalRecorded), nameof(DisasterExceptionRecorded),
    ];

    /// <summary>Reads the page.</summary>
    public async Task<SettingsPage> ReadAsync(CancellationToken cancellation) => new()
    {
        Office = await db.Set<Office>().AsNoTracking().Include(o => o.Locations).SingleOrDefaultAsync(cancellation),
        NextClosure = (await holidays.ReadAsync(cancellation)).Own is [var next, ..] ? next : null,
        RulesOn = await db.Set<RoutingRule>().CountAsync(r => r.Enabled, cancellation),
        Rules = await db.Set<RoutingRule>().CountAsync(cancellation),
        Changes = await db.Set<ActivityEntry>().AsNoTracking()
            .Where(e => Settings.Contains(e.EventName)).OrderByDescending(e => e.Id).Take(MostChanges).ToListAsync(cancellation),
    };
}
