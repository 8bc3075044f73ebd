using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.MassMail;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Surges;

/// <summary>A message to many people was sent.</summary>
public sealed record SurgeMessageSent(Guid SurgeId, Guid MessageId, SurgeMessageKind Kind, int People) : IEvent
{
    /// <summary>Whether the people asked for it.</summary>
    public bool AsAsked { get; init; }
}

/// <summary>Keeps a message to many people as a draft.</summary>
public sealed class WriteSurgeMessage(PortalDb db, TimeProvider clock)
{
    /// <summary>The message as written; each new form gets a new id.</summary>
    /// <param name="Version">The version the form was made from; null for a new one.</param>
    public sealed record Command(Guid Id, int? Version, Guid SurgeId, SurgeMessageKind Kind, Bilingual Text)
    {
        /// <summary>The email's subject; only for news.</summary>
        public Bilingual? Subject { get; init; }

        /// <summary>Whether it's about what the people asked for.</summary>
        public bool AsAsked { get; init; }
    }

    /// <summary>Keeps it. Keeping the same again changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteToMany) is { } refusal)
            return refusal;
        if (await db.Set<Surge>().SingleOrDefaultAsync(s => s.Id == command.SurgeId, cancellation) is not { } surge)
            return new Outcome.NotFound();
        if (surge.ClosedAt is not null)
            return new Outcome.Refused("This surge is closed. Open a new one.");
        var message = await db.Set<SurgeMessage>().SingleOrDefaultAsync(m => m.Id == command.Id, cancellation);
        if (message is not null && await db.Set<SurgeSending>().AnyAsync(s => s.MessageId == message.Id, cancellation))
            return new Outcome.Refused("This message was already sent. Write a new one.");
        if (message is not null && command.Version is { } seen && seen != message.Version)
            return new Outcome.Stale();
        var (text, subject) = (new Bilingual(PlainText.Lines(command.Text.En), PlainText.Lines(command.Text.Es)), Subject(command));
        if (!TextLength.Fits(text.En, SurgeMessage.LongestText) || !TextLength.Fits(text.Es, SurgeMessage.LongestText))
            return new Outcome.Refused("Enter the text in both languages, in 4,000 characters or fewer.");
        if (subject is not null && !(TextLength.Fits(subject.En, SurgeMessage.LongestSubject) && TextLength.Fits(subject.Es, SurgeMessage.LongestSubject)))
            return new Outcome.Refused("Enter the subject in both languages, in 100 characters or fewer.");
        if (message is not null && (message.Text.Text, message.TextEs.Text, message.Subject?.Text, message.SubjectEs?.Text, message.AsAsked)
            == (text.En, text.Es, subject?.En, subject?.Es, command.AsAsked))
            return Outcome.Done;
        var mark = TextMark.Of(text.En, text.Es);
        if (message is null)
            db.Add(message = new SurgeMessage { Id = command.Id, SurgeId = surge.Id, Kind = command.Kind, Text = text.En, TextEs = text.Es, TextMark = mark });
        (message.Subject, message.SubjectEs, message.Text, message.TextEs, message.TextMark) = (subject?.En, subject?.Es, text.En, text.Es, mark);
        (message.AsAsked, message.WrittenById, message.WrittenAt) = (command.AsAsked, actor.Id ?? Guid.Empty, clock.GetUtcNow().UtcDateTime);
        return await db.CommitAsync(cancellation);
    }

    private static Bilingual? Subject(Command command) =>
        command.Kind == SurgeMessageKind.News ? new(PlainText.Line(command.Subject?.En), PlainText.Line(command.Subject?.Es)) : null;
}

/// <summary>
/// Sends a message to many people. This only decides who gets it and counts the pieces; a job then brings it to each of them, so nothing
/// is lost when the page is closed or the server stops.
/// </summary>
public sealed class SendSurgeMessage(PortalDb db, SurgePeople people, MassMailGuard guard, TimeProvider clock)
{
    private const int LongestTitle = 80;

    /// <summary>The message as it was seen, and the cases to leave out.</summary>
    /// <param name="People">How many people the preview showed; more or fewer stop it, because nobody has seen them.</param>
    public sealed record Command(Guid MessageId, int Version, int People)
    {
        /// <summary>Cases that somebody took off the list.</summary>
        public IReadOnlyCollection<Guid> Without { get; init; } = [];
    }

    /// <summary>Sends it. Sending it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WriteToMany) is { } refusal)
            return refusal;
        if (await db.Set<SurgeMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == command.MessageId, cancellation) is not { } message)
            return new Outcome.NotFound();
        if (await db.Set<SurgeSending>().AnyAsync(s => s.MessageId == message.Id, cancellation))
            return Outcome.Done;
        if (message.Version != command.Version)
            return new Outcome.Stale();
        var surge = await db.Set<Surge>().AsNoTracking().SingleAsync(s => s.Id == message.SurgeId, cancellation);
        if (surge.ClosedAt is not null)
            return new Outcome.Refused("This surge is closed. Open a new one.");
        var everybody = await people.ReadAsync(surge, message.Kind, cancellation);
        var leaving = everybody.Where(p => p.Why is not null || command.Without.Contains(p.Id)).ToList();
        var reached = everybody.Count - leaving.Count;
        if (everybody.Count(p => p.Why is null) != command.People)
            return new Outcome.Stale();
        // Nobody is left out silently.
        if (everybody.Count > SurgePeople.Most)
            return new Outcome.Refused("A message can go to {0} people at most. Narrow the surge by its ZIP codes.", SurgePeople.Most);
        if (reached == 0)
            return new Outcome.Refused("No one would get this message.");
        var now = clock.GetUtcNow().UtcDateTime;
        var pieces = new MassPieces(message.TextMark, reached, message.AsAsked, surge.Id);
        var finding = await guard.CheckAsync(pieces, now, cancellation);
        if (finding.Stop is { } stop)
            return stop;
        if (!await guard.CountAsync(pieces, finding, TitleOf(message), now, cancellation))
            return new Outcome.Stale();
        db.Add(new SurgeSending { MessageId = message.Id, SentById = actor.Id ?? Guid.Empty, SentAt = now, People = reached });
        db.AddRange(everybody.Select(p => new SurgePiece
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            MessageId = message.Id,
            PersonId = p.Id,
            LeftOut = p.Why ?? (command.Without.Contains(p.Id) ? LeftOut.ByHand : null),
        }));
        db.Record(this, now, actor, null, new SurgeMessageSent(surge.Id, message.Id, message.Kind, reached) { AsAsked = message.AsAsked });
        return await db.CommitAsync(cancellation);
    }

    private static string TitleOf(SurgeMessage message)
    {
        var title = PlainText.Line(message.Subject?.Text ?? message.Text.Text);
        return title.Length <= LongestTitle ? title : title[..LongestTitle] + "…";
    }
}

/// <summary>Somebody a message of a surge could go to.</summary>
/// <param name="Id">The case or the subscriber.</param>
/// <param name="Language">The language they read.</param>
/// <param name="Why">Why they don't get it; null when they do.</param>
public sealed record SurgePerson(Guid Id, string Language, LeftOut? Why)
{
    /// <summary>The case's reference; null for a subscriber.</summary>
    public string? Reference { get; init; }

    /// <summary>The name, for the preview; null for a subscriber, who nobody in the office needs to see.</summary>
    public Platform.Protection.SealedText? Name { get; init; }
}

/// <summary>Reads who a message of a surge would go to. Never writes.</summary>
public sealed class SurgePeople(PortalDb db, Calendars calendars)
{
    /// <summary>The most people of one message.</summary>
    public const int Most = 5_000;

    /// <summary>The start of a surge's first day, UTC.</summary>
    public async Task<DateTime> FromAsync(Surge surge, CancellationToken cancellation) =>
        (await calendars.ReadAsync(cancellation)).Utc(surge.StartsOn.ToDateTime(TimeOnly.MinValue));

    /// <summary>The surge's cases.</summary>
    public async Task<IQueryable<Case>> CasesAsync(Surge surge, CancellationToken cancellation) =>
        surge.In(db.Set<Case>().AsNoTracking(), await FromAsync(surge, cancellation));

    /// <summary>Everybody, the oldest first. Closed cases are left out, but counted.</summary>
    public async Task<IReadOnlyList<SurgePerson>> ReadAsync(Surge surge, SurgeMessageKind kind, CancellationToken cancellation)
    {
        if (kind == SurgeMessageKind.News)
            return await db.Set<NewsSubscriber>().Where(s => s.SurgeId == surge.Id && s.ConfirmedAt != null).OrderBy(s => s.Id).Take(Most + 1)
                .Select(s => new SurgePerson(s.Id, s.Language, null)).ToListAsync(cancellation);
        var cases = await (await CasesAsync(surge, cancellation)).OrderBy(c => c.Id).Take(Most + 1).ToListAsync(cancellation);
        return [.. cases.Select(c => new SurgePerson(c.Id, c.Language, SurgePiece.ReasonFor(c)) { Reference = c.Reference, Name = c.PersonName })];
    }
}
