using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Keeps the sessions of both sites on the server, so signing out, deactivating an account, or changing a role ends
/// them at once (ASVS 7.4.1).
/// </summary>
public sealed class SessionStore(IServiceScopeFactory scopes, SecretCode secrets, SystemCipher cipher, TimeProvider clock) : ITicketStore, IDisposable
{
    /// <summary>The claim of a constituent's session that names the case.</summary>
    public const string CaseClaim = "case";

    private const string Purpose = "session/key";
    private const string Place = "Session/SealedTicket";
    private static readonly TimeSpan CacheDuration = TimeSpan.FromSeconds(10);

    private static readonly KeptQuery<string, Session> ByKey = new((db, hash) => db.Set<Session>().AsNoTracking().Where(s => s.KeyHash == hash));

    // Constituents only: a deactivated staff member must be signed out on the next request.
    private readonly MemoryCache _constituents = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <inheritdoc />
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var (key, row) = Make(ticket);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(row);
        await db.SaveChangesAsync();
        return key;
    }

    /// <summary>
    /// Stores a session now, or leaves it to the request's own next save if there's a <see cref="PendingSession"/>.
    /// </summary>
    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<PendingSession>() is not { Row: null } pending)
            return await StoreAsync(ticket);
        var (key, row) = Make(ticket);
        httpContext.RequestServices.GetRequiredService<PortalDb>().Add(pending.Row = row);
        return key;
    }

    /// <summary>Stores the pending session unless a save already did.</summary>
    public static async Task StorePendingAsync(HttpContext context)
    {
        var db = context.RequestServices.GetRequiredService<PortalDb>();
        if (context.Features.Get<PendingSession>()?.Row is not { } row || db.Entry(row).State == EntityState.Unchanged)
            return;
        db.ChangeTracker.Clear();
        db.Add(row);
        await db.SaveChangesAsync();
    }

    private (string Key, Session Row) Make(AuthenticationTicket ticket)
    {
        var key = SecretCode.NewToken();
        return (key, new Session { KeyHash = Hash(key), StaffId = StaffIdOf(ticket), CaseId = CaseIdOf(ticket), SealedTicket = Seal(ticket), ExpiresAt = EndOf(ticket) });
    }

    /// <inheritdoc />
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (hash, ends, text) = (Hash(key), EndOf(ticket), Seal(ticket));
        _constituents.Remove(hash);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Session>().Where(s => s.KeyHash == hash)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, ends).SetProperty(x => x.SealedTicket, text));
    }

    /// <inheritdoc />
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (hash, now) = (Hash(key), clock.GetUtcNow().UtcDateTime);
        if (_constituents.TryGetValue<byte[]>(hash, out var remembered))
            return TicketSerializer.Default.Deserialize(remembered!);
        await using var scope = scopes.CreateAsyncScope();
        if (await ByKey.FirstAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), hash, CancellationToken.None) is not { } session
            || session.ExpiresAt <= now)
            return null;
        var ticket = cipher.UnsealBytes(session.SealedTicket, Place);
        if (session.StaffId is null)
            _constituents.Set(hash, ticket, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = CacheDuration, Size = 1 });
        return TicketSerializer.Default.Deserialize(ticket);
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string key)
    {
        var hash = Hash(key);
        _constituents.Remove(hash);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Session>().Where(s => s.KeyHash == hash).ExecuteDeleteAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _constituents.Dispose();

    private static Guid? CaseIdOf(AuthenticationTicket ticket) =>
        Guid.TryParse(ticket.Principal.FindFirstValue(CaseClaim), out var id) ? id : null;

    private string Hash(string key) => secrets.Hash(Purpose, "", key);

    private string Seal(AuthenticationTicket ticket) => cipher.Seal(TicketSerializer.Default.Serialize(ticket), Place);

    private DateTime EndOf(AuthenticationTicket ticket) => (ticket.Properties.ExpiresUtc ?? clock.GetUtcNow().AddHours(1)).UtcDateTime;

    // A constituent's ticket has a case ID but no user ID.
    private static Guid? StaffIdOf(AuthenticationTicket ticket) =>
        Guid.TryParse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
