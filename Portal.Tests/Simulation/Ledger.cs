using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Simulation;

/// <summary>
/// What every person was promised, and what really reached them: an email that the mail server accepted for a mailbox that exists, a call,
/// or a letter. It's kept apart from the product's own dates, so that moving a date without telling anyone counts as silence.
/// </summary>
internal sealed class Ledger(DomainHost office)
{
    private readonly Dictionary<Guid, Followed> _people = [];
    private readonly List<MailEnvelope> _arrived = [];
    private readonly HashSet<Guid> _told = [];
    private readonly List<DateTime> _rounds = [];

    public Totals Result { get; } = new();

    /// <summary>Cases in which somebody was silent longer than the outage explains, for the message of a failure.</summary>
    public List<string> Silent { get; } = [];

    /// <summary>Somebody opened a case.</summary>
    public void Opened(Guid caseId, string? mailbox) => _people[caseId] = new(mailbox);

    /// <summary>The person has another mailbox, or theirs no longer exists.</summary>
    public void Moved(Guid caseId, string? mailbox) => _people[caseId].Mailbox = mailbox;

    /// <summary>An email arrived in a mailbox.</summary>
    public void Arrived(MailEnvelope mail) => _arrived.Add(mail);

    /// <summary>Somebody talked to the person, or mailed a letter.</summary>
    public void Told(Guid caseId) => _told.Add(caseId);

    /// <summary>At this local time, updates and email were sent, and nothing interfered.</summary>
    public void Ran(DateTime local) => _rounds.Add(local);

    /// <summary>Looks at every open case at the end of a day.</summary>
    /// <param name="closedWithoutNotice">Whether the office closed that day without notice.</param>
    /// <param name="isNobodyThere">Whether nobody worked on this day.</param>
    public async Task CloseDayAsync(Func<DateOnly, bool> closedWithoutNotice, bool isNobodyThere)
    {
        var today = office.Clock.Today;
        var calendar = await office.WithAsync<Calendars, OfficeCalendar>(c => c.ReadAsync(default));
        await ReadMailAsync();
        var open = await office.ReadAsync(db => db.Set<Case>().AsNoTracking().Where(c => c.ClosedAt == null)
            .Select(c => new OpenCase(c.Id, c.Reference, c.PromisedOn!.Value, c.UpdateDueOn!.Value, c.AssignedToId)).ToListAsync());
        foreach (var closed in _people.Where(p => p.Value.Owed is not null).Select(p => p.Key).Except(open.Select(c => c.Id)).ToList())
            _people[closed].Owed = null;
        foreach (var @case in open)
        {
            var person = _people[@case.Id];
            Result.CaseDays++;
            Result.Cases.Add(@case.Id);
            if (person.Owed is null || _told.Contains(@case.Id))
            {
                if (person.Owed is { } owed && owed != @case.PromisedOn)
                    Result.Kept(today.DayNumber - owed.DayNumber, person.Mailbox is not null);
                person.Owed = @case.PromisedOn;
                continue;
            }

            if (@case.PromisedOn < person.Owed)
                person.Owed = @case.PromisedOn;
            if (person.Owed > today)
                continue;
            if (person.Mailbox is null)
                await ByHandAsync(@case, person.Owed.Value, today, isNobodyThere);
            else if (HadChance(person.Owed.Value, calendar, closedWithoutNotice))
                Silent.Add($"{today}: {@case.Reference} was promised an update by {person.Owed}, now by {@case.PromisedOn}, and heard nothing.");
            else
                Result.InOutage++;
        }

        _told.Clear();
        _rounds.RemoveAll(r => r < today.AddDays(-20).ToDateTime(default));
    }

    // Reminders and copies to other people aren't updates.
    private async Task ReadMailAsync()
    {
        var ids = _arrived.Select(m => Guid.ParseExact(m.Id, "N")).ToList();
        var kinds = await office.ReadAsync(db => db.Set<OutgoingMail>().AsNoTracking().Where(m => ids.Contains(m.Id) && m.CaseId != null)
            .Select(m => new { m.Id, m.CaseId, m.Kind }).ToDictionaryAsync(m => m.Id));
        Result.Mails += ids.Distinct().Count();
        Result.SentTwice += ids.Count - ids.Distinct().Count();
        foreach (var mail in _arrived)
            if (kinds.TryGetValue(Guid.ParseExact(mail.Id, "N"), out var row) && !row.Kind.Contains("Reminder", StringComparison.Ordinal)
                && !row.Kind.Contains("Renewal", StringComparison.Ordinal) && _people.TryGetValue(row.CaseId!.Value, out var person) && person.Mailbox == mail.To)
                _told.Add(row.CaseId.Value);
        _arrived.Clear();
    }

    // The last moment at which the promise can be kept by itself is closing time of its day, or of the last day before it that's open.
    private bool HadChance(DateOnly promised, OfficeCalendar calendar, Func<DateOnly, bool> closedWithoutNotice)
    {
        var day = closedWithoutNotice(promised) ? calendar.OnOrAfter(promised) : calendar.OnOrBefore(promised);
        return _rounds.Exists(r => DateOnly.FromDateTime(r) == day
            ? calendar.IsClosing(calendar.Utc(r))
            : DateOnly.FromDateTime(r) > day && calendar.IsOpen(calendar.Utc(r)));
    }

    // Only a person can reach them. The product has to show them to somebody until it's done.
    private async Task ByHandAsync(OpenCase @case, DateOnly owed, DateOnly today, bool isNobodyThere)
    {
        if (isNobodyThere)
            Result.NobodyThere++;
        else
            Result.ByHandLate++;
        var turn = @case.AssignedToId is { } who
            ? await office.WithAsync<MyTurnQuery, MyTurnPage>(q => q.ReadAsync(who, Reader, default))
            : null;
        var isShown = turn is null
            ? @case.UpdateDueOn <= today
            : turn.Rows.Any(r => r.Case.Id == @case.Id && r.Group is DueGroup.Late or DueGroup.Today);
        if (!isShown)
            Silent.Add($"{today}: {@case.Reference} can't be reached by email, was promised an update by {owed}, and nobody is shown that it's due.");
    }

    private static Portal.Domain.Platform.Access.Actor Reader { get; } =
        Portal.Domain.Platform.Access.Actor.Staff(Guid.Empty, "Ledger", Portal.Domain.Platform.Access.StaffRole.CaseworkManager);

    private sealed record OpenCase(Guid Id, string Reference, DateOnly PromisedOn, DateOnly UpdateDueOn, Guid? AssignedToId);

    private sealed class Followed(string? mailbox)
    {
        /// <summary>The mailbox that exists; null when email can't reach them.</summary>
        public string? Mailbox { get; set; } = mailbox;

        /// <summary>The day by which they have to hear from the office; null while the case is closed.</summary>
        public DateOnly? Owed { get; set; }
    }
}

/// <summary>What was counted.</summary>
internal sealed class Totals
{
    public HashSet<Guid> Cases { get; } = [];

    public int CaseDays { get; set; }

    public int OnTime { get; private set; }

    public int LateAfterOutage { get; private set; }

    public int ByHandOnTime { get; private set; }

    public int ByHandLateKept { get; private set; }

    /// <summary>Days on which a case waited because the mail server or the site had been down ever since the update was due.</summary>
    public int InOutage { get; set; }

    /// <summary>Days on which somebody whom only a person can reach waited, and people worked.</summary>
    public int ByHandLate { get; set; }

    /// <summary>The same, while nobody worked.</summary>
    public int NobodyThere { get; set; }

    public int Mails { get; set; }

    public int SentTwice { get; set; }

    public void Kept(int daysLate, bool byEmail)
    {
        if (byEmail && daysLate > 0)
            LateAfterOutage++;
        else if (byEmail)
            OnTime++;
        else if (daysLate > 0)
            ByHandLateKept++;
        else
            ByHandOnTime++;
    }
}
