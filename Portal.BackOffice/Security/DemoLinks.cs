using System.Collections.Concurrent;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Protection;

namespace Portal.BackOffice.Security;

/// <summary>One-time links that sign somebody in without a password, for looking at a demonstration. Their page exists in Development only.</summary>
public sealed class DemoLinks(TimeProvider clock)
{
    private static readonly TimeSpan Lives = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, (Guid StaffId, DateTimeOffset Until)> links = new();

    /// <summary>A new path; it works once, for 24 hours, until the program stops.</summary>
    public string LinkFor(Guid staffId)
    {
        var token = SecretCode.NewToken();
        links[token] = (staffId, clock.GetUtcNow() + Lives);
        return Links.Office.Demo(token);
    }

    /// <summary>Whose link it is; looking consumes nothing.</summary>
    public Guid? Find(string token) => links.TryGetValue(token, out var link) && link.Until > clock.GetUtcNow() ? link.StaffId : null;

    /// <summary>Uses it up.</summary>
    public Guid? Consume(string token) => links.TryRemove(token, out var link) && link.Until > clock.GetUtcNow() ? link.StaffId : null;
}
