using System.Collections.Concurrent;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Protection;

namespace Portal.BackOffice.Security;

/// <summary>One-time links that sign someone in to a demo without a password. Their page exists only in Development.</summary>
public sealed class DemoLinks(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, (Guid StaffId, DateTimeOffset Until)> links = new();

    /// <summary>Creates a path that works once, for 24 hours or until the process stops.</summary>
    public string LinkFor(Guid staffId)
    {
        var token = SecretCode.NewToken();
        links[token] = (staffId, clock.GetUtcNow() + Lifetime);
        return Links.Office.Demo(token);
    }

    /// <summary>Owner of the link. Looking it up doesn't use it up.</summary>
    public Guid? Find(string token) => links.TryGetValue(token, out var link) && link.Until > clock.GetUtcNow() ? link.StaffId : null;

    /// <summary>Uses up the link.</summary>
    public Guid? Consume(string token) => links.TryRemove(token, out var link) && link.Until > clock.GetUtcNow() ? link.StaffId : null;
}
