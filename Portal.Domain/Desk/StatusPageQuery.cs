using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>What the status page shows of a case.</summary>
/// <param name="Agency">The agency we contacted or would contact.</param>
/// <param name="AskedOn">When the open inquiry went out, UTC; null when none is open.</param>
public sealed record StatusPage(Case Case, Agency? Agency, DateTime? AskedOn)
{
    /// <summary>What we asked of the constituent, by due date.</summary>
    public required IReadOnlyList<InformationRequest> Asked { get; init; }

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

    /// <summary>Petition roles with no one named yet; the constituent may name them.</summary>
    public required IReadOnlyList<PartyRole> Unnamed { get; init; }

    /// <summary>The office's calendar.</summary>
    public required OfficeCalendar Calendar { get; init; }

    /// <summary>The idempotency key of the next message: posting the same key twice sends one message.</summary>
    public required Guid MessageKey { get; init; }

    /// <summary>The public stages in order, in English; keys of their translations.</summary>
    public static readonly IReadOnlyList<string> Stages =
        ["We got your request", "We're reviewing your request", "Waiting for you or the agency", "The agency answered", "Closed"];

    /// <summary>The current stage, counted from 1.</summary>
    public int Stage => Case.Status switch
    {
        CaseStatus.Received => 1,
        CaseStatus.InReview => 2,
        CaseStatus.WaitingOnConstituent or CaseStatus.WithAgency => 3,
        CaseStatus.AgencyReplied => 4,
        _ => 5,
    };

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
    PortalDb db, AgencyDirectory directory, TopicCatalog topics, ReadinessCheck readinessCheck, Calendars calendars, TimeProvider clock)
{
    private const int MostMessages = 100;

    private static readonly KeptQuery<Guid, Case> CaseOf = new((db, id) => db.Set<Case>().AsNoTracking().Where(c => c.Id == id));

    private static readonly KeptQuery<Guid, AgencyInquiry> OpenInquiry = new((db, id) =>
        db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.CaseId == id && i.EndedAt == null).OrderBy(i => i.Id).Take(1));

    private static readonly KeptQuery<Guid, StatusPageRelease> ReleasesOf = new KeptQuery<Guid, PrivacyRelease>((db, id) =>
        db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.CaseId == id).OrderByDescending(r => r.Id)).As(StatusPageRelease.FromRow);

    private static readonly KeptQuery<Guid, InformationRequest> RequestsFor = new((db, id) =>
        db.Set<InformationRequest>().AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.DueOn).ThenBy(r => r.Id));

    private static readonly KeptQuery<Guid, Document> DocumentsOf = new((db, id) =>
        db.Set<Document>().AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.Id));

    private static readonly KeptQuery<Guid, Message> MessagesOf = new((db, id) =>
        db.Set<Message>().AsNoTracking().Where(m => m.CaseId == id).OrderByDescending(m => m.Id).Take(MostMessages));

    /// <summary>The status page of a case; null when there is no such case.</summary>
    public async Task<StatusPage?> ReadAsync(Guid caseId, CancellationToken cancellation)
    {
        if (await CaseOf.FirstAsync(db, caseId, cancellation) is not { } @case)
            return null;
        var inquiry = @case.Status == CaseStatus.WithAgency ? await OpenInquiry.FirstAsync(db, caseId, cancellation) : null;
        var releases = await ReleasesOf.ListAsync(db, caseId, cancellation);
        foreach (var release in releases)
            db.Open<PrivacyRelease>(release.Fact.OpenIn(db).Id, (nameof(PrivacyRelease.SignerEmail), release.SignerEmail));
        var agencies = await directory.ReadAsync(cancellation);
        var asked = await RequestsFor.ListAsync(db, caseId, cancellation);
        var documents = await DocumentsOf.ListAsync(db, caseId, cancellation);
        var messages = await MessagesOf.ListAsync(db, caseId, cancellation);
        var agency = (inquiry?.AgencyCode ?? @case.AgencyCode) is { } code ? agencies.GetValueOrDefault(code) : null;
        return new(@case, agency, inquiry?.SentAt)
        {
            Asked = asked,
            Releases = releases,
            Agencies = agencies,
            Documents = documents,
            Messages = messages,
            // Only while no inquiry is open: after that, the constituent is waiting for the agency, not for us.
            Gaps = @case.IsClosed || inquiry is not null || agency is null ? []
                : await readinessCheck.OfAsync(@case, agency, releases.Select(r => r.Fact), cancellation) is Readiness.Missing missing
                    ? missing.Gaps
                    : [],
            Calendar = await calendars.ReadAsync(cancellation),
            MessageKey = Guid.CreateVersion7(clock.GetUtcNow()),
            Unnamed = agency is not { Rules.EachPartySigns: true } || agency.Rules.Signature == SignatureClass.None ? []
                : [.. ((await topics.FindAsync(@case.TopicCode, cancellation))?.Parties ?? []).Where(role => releases.All(r =>
                    r.Fact.AgencyCode != agency.Code || r.Fact.Role != role || r.Fact.Status == ReleaseStatus.Dropped))],
        };
    }
}
