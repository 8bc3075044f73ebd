using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Routing;
using Portal.Domain.Topics;
using Portal.Domain.Updates;

namespace Portal.Web.Hosting;

/// <summary>Makes the database ready: migrations, triggers, and the data that every office starts with.</summary>
public sealed class StartUp(DatabaseUpgrade upgrade, AgencySeed agencies, TopicSeed topics, HolidaySeed holidays, RoutingSeed routing, ReleaseTemplateSeed templates, PortalDb db)
{
    /// <summary>Safe to run again at every start.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await upgrade.ExecuteAsync(cancellation);
        await agencies.AddMissingAsync(cancellation);
        await topics.AddMissingAsync(cancellation);
        await holidays.AddMissingAsync(cancellation);
        await routing.AddMissingAsync(cancellation);
        await templates.AddMissingAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
