using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Desk;

/// <summary>A case's events, messages, and notes in one list.</summary>
public sealed class Timeline(PortalDb db)
{
    /// <summary>How many entries are read unless the reader asks for all.</summary>
    public const int Usual = 100;

    private const int Everything = 5_000;

    // Left out, because the list shows the message or note itself.
    private static readonly string[] Written = [nameof(MessageSent), nameof(MessageReceived), nameof(NoteWritten), nameof(CallLogged)];
    private const int MostMails = 500;

    /// <summary>Newest first, in the reader's language; the second value says whether there is more.</summary>
    public async Task<(IReadOnlyList<TimelineEntry> Entries, bool More)> ReadAsync(
        Guid caseId, string language, TimelineNames names, bool all, CancellationToken cancellation)
    {
        var most = all ? Everything : Usual;
        var events = await Events(caseId)
            .Where(e => !Written.Contains(e.EventName))
            .OrderByDescending(e => e.Id)
            .Take(most + 1)
            .ToListAsync(cancellation);
        var messages = await db.Set<Message>().AsNoTracking()
            .Where(m => m.CaseId == caseId)
            .OrderByDescending(m => m.Id)
            .Take(most + 1)
            .ToListAsync(cancellation);
        var notes = await db.Set<CaseNote>().AsNoTracking()
            .Where(n => n.CaseId == caseId)
            .OrderByDescending(n => n.Id)
            .Take(most + 1)
            .ToListAsync(cancellation);
        var calls = await db.Set<PhoneCall>().AsNoTracking()
            .Where(c => c.CaseId == caseId)
            .OrderByDescending(c => c.Id)
            .Take(most + 1)
            .ToListAsync(cancellation);
        // All events of a submission share one timestamp; the sort is stable, so the submission itself goes last (oldest).
        var entries = events.OrderBy(e => e.EventName == nameof(RequestSubmitted)).Select(e => EntryOf(e, language, names))
            .Concat(messages.Select(m =>
                new TimelineEntry(m.Id, m.SentAt, KindOf(m.From), names.Of(m.From, m.AuthorId, language), m.Body) { EmailedFrom = m.EmailedFrom?.Text }))
            .Concat(notes.Select(n =>
                new TimelineEntry(n.Id, n.WrittenAt, TimelineKind.Note, names.Of(ActorKind.Staff, n.AuthorId, language), n.Body)))
            .Concat(calls.Select(c =>
                new TimelineEntry(c.Id, c.At, TimelineKind.Call, names.Of(ActorKind.Staff, c.ById, language), c.Body) { Call = c }))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Kind).ToList();
        return (await WithMailsAsync(caseId, [.. entries.Take(most)], cancellation), entries.Count > most);
    }

    // What became of each message: whether its email went out, and whether the person has opened the page since.
    private async Task<IReadOnlyList<TimelineEntry>> WithMailsAsync(Guid caseId, List<TimelineEntry> entries, CancellationToken cancellation)
    {
        if (!entries.Exists(e => e.Kind is TimelineKind.ToConstituent or TimelineKind.Automatic))
            return entries;
        var mails = (await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.CaseId == caseId).OrderByDescending(m => m.Id).Take(MostMails)
            .Select(m => new { m.Key, m.QueuedAt, m.SentAt, m.FailedAt, m.LastError }).ToListAsync(cancellation))
            .Where(m => OutgoingMail.CauseOf(m.Key) is not null).ToLookup(m => OutgoingMail.CauseOf(m.Key)!.Value);
        var opened = await db.Set<ActivityEntry>().Where(e => e.CaseId == caseId && e.EventName == nameof(CasePageOpened)).OrderByDescending(e => e.Id).Take(MostMails).Select(e => e.OccurredAt).ToListAsync(cancellation);
        return entries.ConvertAll(e => e.Kind is not (TimelineKind.ToConstituent or TimelineKind.Automatic) ? e : e with
        {
            Mail = mails[e.Id].Select(m => new MessageMail(m.QueuedAt) { SentAt = m.SentAt, FailedAt = m.FailedAt, LastError = m.LastError }).FirstOrDefault(),
            OpenedAt = opened.Where(at => at >= e.At).OrderBy(at => at).Select(at => (DateTime?)at).FirstOrDefault(),
        });
    }

    /// <summary>The id of the newest event; forms send it back.</summary>
    public Task<Guid> NewestAsync(Guid caseId, CancellationToken cancellation) =>
        Events(caseId).OrderByDescending(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>What happened after the form with <paramref name="seen"/> was shown, newest first.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> SinceAsync(
        Guid caseId, Guid seen, string language, TimelineNames names, CancellationToken cancellation)
    {
        var newest = await Events(caseId).OrderByDescending(e => e.Id).Take(20).ToListAsync(cancellation);
        return [.. newest.TakeWhile(e => e.Id != seen).Select(e => EntryOf(e, language, names))];
    }

    /// <summary>Who of the reader's coworkers last acted on the case since this time, and when; null when no one did.</summary>
    public async Task<(string Name, DateTime At)?> ColleagueAsync(
        Guid caseId, Guid? reader, DateTime since, TimelineNames names, CancellationToken cancellation)
    {
        var last = await Events(caseId).Where(e => e.ActorKind == ActorKind.Staff && e.ActorId != reader && e.OccurredAt >= since)
            .OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancellation);
        return last is null ? null : (names.Of(last.ActorKind, last.ActorId, "en"), last.OccurredAt);
    }

    // That the person looked changes nothing, so it's said at what they could read.
    private IQueryable<ActivityEntry> Events(Guid caseId) =>
        db.Set<ActivityEntry>().AsNoTracking().Where(e => e.CaseId == caseId && e.EventName != nameof(CasePageOpened));

    private static TimelineEntry EntryOf(ActivityEntry entry, string language, TimelineNames names) => new(
        entry.Id, entry.OccurredAt, TimelineKind.Event, names.Of(entry.ActorKind, entry.ActorId, language),
        TimelineSentence.Describe(entry, language, names));

    private static TimelineKind KindOf(ActorKind from) => from switch
    {
        ActorKind.Constituent => TimelineKind.FromConstituent,
        ActorKind.Staff => TimelineKind.ToConstituent,
        _ => TimelineKind.Automatic,
    };
}

/// <summary>Resolves a timeline's ids and codes to names, and its times to the office's days.</summary>
public sealed record TimelineNames(
    IReadOnlyDictionary<Guid, string> Staff, IReadOnlyDictionary<string, string> Agencies,
    IReadOnlyDictionary<string, string> Topics, OfficeCalendar Calendar)
{
    /// <summary>The agencies' short names as used in a sentence, such as "the IRS".</summary>
    public IReadOnlyDictionary<string, string> AgenciesWithArticle { get; init; } = Agencies;

    /// <summary>Colleagues who are away today or no longer work here.</summary>
    public IReadOnlySet<Guid> Away { get; init; } = new HashSet<Guid>();

    /// <summary>Who did something.</summary>
    public string Of(ActorKind kind, Guid? id, string language) => kind switch
    {
        ActorKind.Staff => Person(id, language),
        ActorKind.Constituent => Texts.Get(language, "The constituent"),
        _ => Texts.Get(language, "Automatic"),
    };

    /// <summary>A staff member's name.</summary>
    public string Person(Guid? id, string language) =>
        id is { } who && Staff.GetValueOrDefault(who) is { } name ? name : Texts.Get(language, id is null ? "nobody" : "a former coworker");

    /// <summary>An agency's short name.</summary>
    public string Agency(string? code, string language) =>
        code is null ? Texts.Get(language, "no agency") : Agencies.GetValueOrDefault(code, code);

    /// <summary>An agency's short name as used in a sentence, such as "the IRS".</summary>
    public string AgencyWithArticle(string code) => AgenciesWithArticle.GetValueOrDefault(code, code);

    /// <summary>A topic's name.</summary>
    public string Topic(string? code, string language) =>
        code is null ? Texts.Get(language, "no topic") : Topics.GetValueOrDefault(code, code);
}
