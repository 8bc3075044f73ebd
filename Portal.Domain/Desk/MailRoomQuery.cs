using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.MailRoom;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Domain.Desk;

/// <summary>An email in the mail room's list.</summary>
/// <param name="From">The sender's address as given.</param>
/// <param name="Subject">The subject.</param>
/// <param name="ArrivedAt">UTC.</param>
public sealed record MailRow(Guid Id, string From, string Subject, DateTime ArrivedAt)
{
    /// <summary>Why it waits; null when it doesn't.</summary>
    public WaitReason? Why { get; init; }

    /// <summary>What it was filed as; null when it wasn't.</summary>
    public FiledAs? As { get; init; }

    /// <summary>The case it was filed on; null when it wasn't.</summary>
    public string? Reference { get; init; }
}

/// <summary>A case that an email may belong to, with what helps to tell.</summary>
/// <param name="Person">The name the case goes by.</param>
/// <param name="AgencyCode">The agency that would have answered, or the case's own; null when not known.</param>
public sealed record MailChoice(MailProposal Proposal, string Reference, string Person, string? AgencyCode)
{
    /// <summary>The case's topic.</summary>
    public string? TopicCode { get; init; }

    /// <summary>Whether the case is closed.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>The mail room: the list, and one email opened beside what can be done with it.</summary>
/// <param name="Rows">Waiting email, the oldest first; in the other views, the latest first.</param>
/// <param name="Waiting">How many wait, counted up to 1,000.</param>
/// <param name="FiledToday">How many filed themselves today.</param>
public sealed record MailRoomPage(IReadOnlyList<MailRow> Rows, int Waiting, int FiledToday)
{
    /// <summary>The last email of this page, when there are more.</summary>
    public Guid? NextBefore { get; init; }

    /// <summary>The opened email; null when there is none.</summary>
    public ReceivedMail? Open { get; init; }

    /// <summary>The cases it may belong to, the likeliest first.</summary>
    public IReadOnlyList<MailChoice> Choices { get; init; } = [];

    /// <summary>The reference of the case it was filed on.</summary>
    public string? FiledOn { get; init; }

    /// <summary>When the mailbox was last read, UTC; null when it never was.</summary>
    public DateTime? ReadAt { get; init; }

    /// <summary>Whether the office has set up a mailbox.</summary>
    public bool IsSetUp { get; init; }
}

/// <summary>Reads the mail room. Never writes.</summary>
public sealed class MailRoomQuery(PortalDb db, IOfficeMailbox mailbox, Calendars calendars, TimeProvider clock)
{
    private const int Most = 100;
    private const int MostCounted = 1_000;

    private static readonly string Reader = RecurringJob.From(typeof(MailboxJob)).Name;

    /// <summary>The page.</summary>
    /// <param name="view">Which emails are listed.</param>
    /// <param name="open">The opened one; null opens the first that waits.</param>
    /// <param name="before">The last email of the page before; null for the first page.</param>
    public async Task<MailRoomPage> ReadAsync(MailState view, Guid? open, Guid? before, CancellationToken cancellation)
    {
        var mails = db.Set<ReceivedMail>().AsNoTracking();
        var rows = await RowsAsync(mails.Where(m => m.State == view), view, before, cancellation);
        var opened = (open ?? (view == MailState.Waiting ? rows.FirstOrDefault()?.Id : null)) is { } id ? await mails.SingleOrDefaultAsync(m => m.Id == id, cancellation) : null;
        var midnight = (await calendars.ReadAsync(cancellation)).MidnightBefore(clock.GetUtcNow().UtcDateTime);
        return new(
            [.. rows.Take(Most)],
            await mails.Where(m => m.State == MailState.Waiting).Take(MostCounted).CountAsync(cancellation),
            await mails.Where(m => m.State == MailState.Filed && m.SettledAt >= midnight && m.SettledById == null).CountAsync(cancellation))
        {
            NextBefore = rows.Count > Most ? rows[Most - 1].Id : null,
            Open = opened,
            Choices = opened is null ? [] : await ChoicesAsync(opened.Id, cancellation),
            FiledOn = opened?.CaseId is { } its ? await db.Set<Case>().Where(c => c.Id == its).Select(c => c.Reference).SingleAsync(cancellation) : null,
            ReadAt = await db.Set<JobState>().Where(s => s.Job == Reader).Select(s => s.LastEndedAt).SingleOrDefaultAsync(cancellation),
            IsSetUp = mailbox.IsSetUp,
        };
    }

    // Without the texts, which are long.
    private async Task<List<MailRow>> RowsAsync(IQueryable<ReceivedMail> listed, MailState view, Guid? before, CancellationToken cancellation)
    {
        var last = before is { } id ? await db.Set<ReceivedMail>().Where(m => m.Id == id).Select(m => new { m.Id, m.SettledAt }).SingleOrDefaultAsync(cancellation) : null;
        var page = view == MailState.Waiting
            ? listed.Where(m => last == null || m.Id.CompareTo(last.Id) > 0).OrderBy(m => m.Id)
            : listed.Where(m => last == null || m.SettledAt < last.SettledAt || (m.SettledAt == last.SettledAt && m.Id.CompareTo(last.Id) < 0))
                .OrderByDescending(m => m.SettledAt).ThenByDescending(m => m.Id);
        var rows = await page.Take(Most + 1).Select(m => new { m.Id, m.From, m.Subject, m.ArrivedAt, m.Why, m.As, m.CaseId }).ToListAsync(cancellation);
        await db.ReadKeysAsync(rows.Select(r => r.Id), cancellation);
        var ids = rows.Select(r => r.CaseId).OfType<Guid>().Distinct().ToList();
        var references = await db.Set<Case>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Reference, cancellation);
        foreach (var row in rows)
            db.Open<ReceivedMail>(row.Id, (nameof(ReceivedMail.From), row.From), (nameof(ReceivedMail.Subject), row.Subject));
        return [.. rows.Select(r => new MailRow(r.Id, r.From, r.Subject, r.ArrivedAt) { Why = r.Why, As = r.As, Reference = r.CaseId is { } on ? references[on] : null })];
    }

    private async Task<IReadOnlyList<MailChoice>> ChoicesAsync(Guid mailId, CancellationToken cancellation)
    {
        var rows = await db.Set<MailProposal>().AsNoTracking().Where(p => p.MailId == mailId)
            .Join(db.Set<Case>(), p => p.CaseId, c => c.Id, (p, c) => new { Proposal = p, Case = c }).OrderBy(x => x.Proposal.Rank).ToListAsync(cancellation);
        await db.ReadKeysAsync(rows.Select(r => r.Case.Id), cancellation);
        var inquiries = rows.Select(r => r.Proposal.InquiryId).OfType<Guid>().ToList();
        var agencies = await db.Set<AgencyInquiry>().Where(i => inquiries.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.AgencyCode, cancellation);
        return
        [
            .. rows.Select(r => new MailChoice(
                r.Proposal, r.Case.Reference, r.Case.PersonName,
                r.Proposal.InquiryId is { } inquiry ? agencies.GetValueOrDefault(inquiry) : r.Case.AgencyCode)
            {
                TopicCode = r.Case.TopicCode,
                IsClosed = r.Case.IsClosed,
            }),
        ];
    }
}
