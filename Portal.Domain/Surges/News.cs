using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Surges;

/// <summary>Somebody confirmed that they want the news of an event.</summary>
public sealed record NewsConfirmed(Guid SurgeId) : IEvent;

/// <summary>Somebody left the news of an event. What we had of them was deleted.</summary>
public sealed record NewsLeft(Guid SurgeId) : IEvent;

/// <summary>
/// Somebody asks for the news of an event. The answer is the same for an address that's already on the list, so nobody learns who is.
/// </summary>
public sealed class JoinNews(PortalDb db, SecretCode secrets, SystemCipher cipher, SurgeList surges, MailLimit limit, TimeProvider clock)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The event, and who asks.</summary>
    public sealed record Command(Guid SurgeId, string Name, string Email, string Language);

    /// <summary>Takes the wish and emails a link to confirm it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        if ((await surges.ShownAsync(cancellation)).FirstOrDefault(s => s.Id == command.SurgeId) is not { } surge)
            return new Outcome.Refused("This list is closed.");
        var name = PlainText.Line(command.Name);
        if (!TextLength.Fits(name, LongestName))
            return new Outcome.Refused("Enter your name in 100 characters or fewer.");
        if (!EmailAddress.TryParse(command.Email, out var email))
            return new Outcome.Refused("Enter an email address such as name@example.com.");
        var now = clock.GetUtcNow().UtcDateTime;
        var index = db.IndexOf("news", email.Normalized);
        var known = await db.Set<NewsSubscriber>().SingleOrDefaultAsync(s => s.SurgeId == surge.Id && s.EmailIndex == index, cancellation);
        // Somebody who confirmed gets no second email, and an address nobody confirmed isn't flooded.
        if (known?.ConfirmedAt is not null || !await WithinLimitAsync(email.Text, now, cancellation))
            return Outcome.Done;
        var token = SecretCode.NewToken();
        var hash = secrets.Hash(NewsSubscriber.ConfirmPurpose, "", token);
        // Asking again, perhaps in the other language, replaces what was asked before.
        if (known is null)
            db.Add(known = new NewsSubscriber { Id = Guid.CreateVersion7(new DateTimeOffset(now)), SurgeId = surge.Id, Name = name, Email = email.Text, EmailIndex = index, Language = "" });
        (known.Name, known.Email, known.Language, known.AskedAt, known.TokenHash) = (name, email.Text, command.Language, now, hash);
        var mail = new NewsConfirmMail(cipher.Seal(token, MailDesk.CodePurpose), surge.NameIn(command.Language));
        db.Queue(now, mail, new(email.Text, command.Language), null, Guid.CreateVersion7(new DateTimeOffset(now)));
        return await db.CommitAsync(cancellation);
    }

    private async Task<bool> WithinLimitAsync(string email, DateTime now, CancellationToken cancellation)
    {
        var (recipient, since) = (db.RecipientIndexOf(email), now - limit.Window);
        return await db.Set<OutgoingMail>().CountAsync(m => m.Kind == nameof(NewsConfirmMail) && m.RecipientIndex == recipient && m.QueuedAt > since, cancellation) < limit.Most;
    }
}

/// <summary>Somebody confirms, by the link in our email, that they want the news of an event.</summary>
public sealed class ConfirmNews(PortalDb db, SecretCode secrets, TimeProvider clock)
{
    /// <summary>The event whose news they get now.</summary>
    public sealed record Confirmed(Surge Surge) : Outcome.Success;

    /// <summary>What the link is for; null when it opens nothing. Looking doesn't confirm, because email scanners follow links.</summary>
    public async Task<Surge?> FindAsync(string token, CancellationToken cancellation) => (await LoadAsync(token, cancellation))?.Surge;

    /// <summary>Confirms it.</summary>
    public async Task<Outcome> ExecuteAsync(string token, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        if (await LoadAsync(token, cancellation) is not (var subscriber, var surge))
            return new Outcome.NotFound();
        var now = clock.GetUtcNow().UtcDateTime;
        (subscriber.ConfirmedAt, subscriber.TokenHash) = (now, null);
        db.Record(this, now, actor, null, new NewsConfirmed(surge.Id));
        return await db.CommitAsync(cancellation, new Confirmed(surge));
    }

    private sealed record Found(NewsSubscriber Subscriber, Surge Surge);

    private async Task<Found?> LoadAsync(string token, CancellationToken cancellation)
    {
        var (hash, since) = (secrets.Hash(NewsSubscriber.ConfirmPurpose, "", token), clock.GetUtcNow().UtcDateTime - NewsSubscriber.TimeToConfirm);
        if (await db.Set<NewsSubscriber>().SingleOrDefaultAsync(s => s.TokenHash == hash && s.AskedAt > since, cancellation) is not { } subscriber)
            return null;
        var surge = await db.Set<Surge>().SingleAsync(s => s.Id == subscriber.SurgeId, cancellation);
        return surge.ClosedAt is null ? new(subscriber, surge) : null;
    }
}

/// <summary>Somebody leaves the news of an event, by the link in every email. What we had of them is deleted.</summary>
public sealed class LeaveNews(PortalDb db, SecretCode secrets, TimeProvider clock)
{
    /// <summary>The link, which names the subscriber and proves that we wrote it.</summary>
    public sealed record Command(Guid SubscriberId, string Key);

    /// <summary>The key of a subscriber's link.</summary>
    public static string KeyOf(SecretCode secrets, Guid subscriberId) => secrets.Hash(NewsSubscriber.LeavePurpose, subscriberId.ToString("N"), "");

    /// <summary>Leaves. Leaving twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(KeyOf(secrets, command.SubscriberId)), Encoding.UTF8.GetBytes(command.Key)))
            return new Outcome.NotFound();
        if (await db.Set<NewsSubscriber>().SingleOrDefaultAsync(s => s.Id == command.SubscriberId, cancellation) is not { } subscriber)
            return Outcome.Done;
        db.Remove(subscriber);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new NewsLeft(subscriber.SurgeId));
        return await db.CommitAsync(cancellation);
    }
}
