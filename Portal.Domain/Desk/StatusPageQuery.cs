using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Facts;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>What the status page shows of a case.</summary>
/// <param name="Progress">Where it stands.</param>
public sealed record StatusPage(Case Case, CaseProgress Progress)
{
    /// <summary>The case's releases, newest first.</summary>
    public required IReadOnlyList<StatusPageRelease> Releases { get; init; }

    /// <summary>Every agency, by code.</summary>
    public required IReadOnlyDictionary<string, Agency> Agencies { get; init; }

    /// <summary>Uploaded documents, oldest first.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>The newest messages, newest first.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>
    /// What is missing before we may contact the agency, in the order to do it. Empty when nothing is missing
    /// or once an inquiry is open or the case is closed.
    /// </summary>
    public required IReadOnlyList<ReleaseGap> Gaps { get; init; }

    /// <summary>Deadlines that the topic of the case brings with it; empty once the case is closed.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Deadlines that run because of an agency's decision, the soonest first; also once the case is closed.</summary>
    public required IReadOnlyList<RunningDeadline> Running { get; init; }

    /// <summary>The agency's answer to ask about: the newest one that was told and not rated; null when there is none.</summary>
    public required AnswerToRate? ToRate { get; init; }

    /// <summary>Today, in the office's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The case's own agency; null when not known yet.</summary>
    public Agency? Agency => Case.AgencyCode is { } code ? Agencies.GetValueOrDefault(code) : null;

    /// <summary>The office's calendar.</summary>
    public required OfficeCalendar Calendar { get; init; }

    /// <summary>The idempotency key of the next message: posting the same key twice sends one message.</summary>
    public required Guid MessageKey { get; init; }

    /// <summary>Releases waiting for a signature.</summary>
    public IEnumerable<StatusPageRelease> Unsigned => Releases.Where(r => r.Fact.Status == ReleaseStatus.Requested);
}

/// <summary>A release as the status page shows it, without its encrypted parts.</summary>
public sealed record StatusPageRelease(ReleaseFact Fact, string LinkToken, SealedText? SignerEmail, DateTime? EndedAt)
{
    /// <summary>Whether it's about the person who opened the case.</summary>
    public bool IsAboutWriter(Case @case) => Fact.PartyId == @case.Id && !@case.HelperWrites;

    /// <summary>Whether the person who opened the case is the signer.</summary>
    public bool IsOwn(Case @case) => ReleaseAccess.IsOwn(Fact.PartyId, SignerEmail, Fact.CannotSign, @case);

    internal static readonly Expression<Func<PrivacyRelease, StatusPageRelease>> FromRow = Make(ReleaseFact.FromRow);

    private static Expression<Func<PrivacyRelease, StatusPageRelease>> Make(Expression<Func<PrivacyRelease, ReleaseFact>> fact)
    {
        var row = fact.Parameters[0];
        return Expression.Lambda<Func<PrivacyRelease, StatusPageRelease>>(Expression.New(
            typeof(StatusPageRelease).GetConstructors()[0], fact.Body, Expression.Property(row, nameof(PrivacyRelease.LinkToken)),
            Expression.Property(row, nameof(PrivacyRelease.SignerEmail)), Expression.Property(row, nameof(PrivacyRelease.EndedAt))), row);
    }
}

/// <summary>Reads what the status page shows, and nothing that only staff may see.</summary>
public sealed class StatusPageQuery(
    PortalDb db, AgencyDirectory directory, TopicCatalog topics, FactList facts, ProgressQuery progress, Calendars calendars, TimeProvider clock)
{
    private const int MostMessages = 100;

    private static readonly KeptQuery<Guid, Case> CaseOf = new((db, id) => db.Set<Case>().AsNoTracking().Where(c => c.Id == id));

    private static readonly KeptQuery<Guid, StatusPageRelease> ReleasesOf = new KeptQuery<Guid, PrivacyRelease>((db, id) =>
        db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.CaseId == id).OrderByDescending(r => r.Id)).As(StatusPageRelease.FromRow);

    private static readonly KeptQuery<Guid, Document> DocumentsOf = new((db, id) =>
        db.Set<Document>().AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.Id));

    private static readonly KeptQuery<Guid, Message> MessagesOf = new((db, id) =>
        db.Set<Message>().AsNoTracking().Where(m => m.CaseId == id).OrderByDescending(m => m.Id).Take(MostMessages));

    /// <summary>The status page of a case; null when there is no such case.</summary>
    public async Task<StatusPage?> ReadAsync(Guid caseId, CancellationToken cancellation)
    {
        if (await CaseOf.FirstAsync(db, caseId, cancellation) is not { } @case)
            return null;
        var releases = await ReleasesOf.ListAsync(db, caseId, cancellation);
        foreach (var release in releases)
            db.Open<PrivacyRelease>(release.Fact.OpenIn(db).Id, (nameof(PrivacyRelease.SignerEmail), release.SignerEmail));
        var agencies = await directory.ReadAsync(cancellation);
        var documents = (await DocumentsOf.ListAsync(db, caseId, cancellation)).Where(d => d.IsForConstituent).ToList();
        var messages = await MessagesOf.ListAsync(db, caseId, cancellation);
        var where = await progress.ReadAsync(@case, [.. releases.Select(r => r.Fact)], cancellation);
        var agency = @case.AgencyCode is { } code ? agencies.GetValueOrDefault(code) : null;
        var calendar = await calendars.ReadAsync(cancellation);
        return new(@case, where)
        {
            Releases = releases,
            Agencies = agencies,
            Documents = documents,
            Messages = messages,
            // Only until the agency was contacted: after that, the constituent is waiting for the agency, not for us.
            Gaps = @case.IsClosed || agency is null || where.Agencies[0].Stage >= AgencyStage.WithAgency ? []
                : where.Readiness is Readiness.Missing missing ? missing.Gaps
                : [],
            Deadlines = @case.IsClosed ? [] : await facts.DeadlinesAsync(await topics.FindAsync(@case.TopicCode, cancellation), cancellation),
            Running = await RunningDeadlines.OfCase.ListAsync(db, caseId, cancellation),
            ToRate = await AnswersToRate.NewestAsync(db, @case, cancellation),
            Calendar = calendar,
            Today = calendar.DayOf(clock.GetUtcNow().UtcDateTime),
            MessageKey = Guid.CreateVersion7(clock.GetUtcNow()),
        };
    }
}
