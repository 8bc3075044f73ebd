using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>What every page about a case needs: who reads, in which language, and what the case looks like now.</summary>
public sealed class CaseDesk(CasePageQuery view, Timeline timeline, CaseQueue queue, Calendars calendars, TimeProvider clock, StaffActor staff, Translator text)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    /// <summary>Who reads.</summary>
    public Actor Actor => staff.Current;

    /// <summary>The reader's language.</summary>
    public Translator Text => text;

    /// <summary>The top of the case as it is now.</summary>
    public Task<CasePageHeader?> HeaderAsync(string reference, CancellationToken cancellation) => view.HeaderAsync(reference, Actor, text.Language, cancellation);

    /// <summary>Everything on the case page.</summary>
    public Task<CasePage> PageAsync(CasePageHeader head, CancellationToken cancellation) => view.PageAsync(head, cancellation);

    /// <summary>What happened since a form was shown.</summary>
    public Task<IReadOnlyList<TimelineEntry>> SinceAsync(CasePageHeader head, Guid seen, CancellationToken cancellation) =>
        timeline.SinceAsync(head.Case.Id, seen, text.Language, head.Names, cancellation);

    /// <summary>The timeline.</summary>
    public Task<(IReadOnlyList<TimelineEntry> Entries, bool More)> TimelineAsync(CasePageHeader head, bool all, CancellationToken cancellation) =>
        timeline.ReadAsync(head.Case.Id, text.Language, head.Names, all, cancellation);

    /// <summary>A colleague who worked here in the last ten minutes.</summary>
    public Task<(string Name, DateTime At)?> ColleagueAsync(CasePageHeader head, CancellationToken cancellation) =>
        timeline.ColleagueAsync(head.Case.Id, Actor.Id, clock.GetUtcNow().UtcDateTime - JustNow, head.Names, cancellation);

    /// <summary>The case after this one in the list the reader came from.</summary>
    public Task<string?> NextAsync(CasePageHeader head, CaseQueueFilter filter, CancellationToken cancellation) =>
        queue.NextAsync(filter, Actor.Id, CaseQueueCursor.From(head.Case), cancellation);

    /// <summary>Days and times as the office counts them.</summary>
    public async Task<Times> TimesAsync(CancellationToken cancellation) =>
        new(await calendars.ReadAsync(cancellation), clock.GetUtcNow().UtcDateTime, text.Language);
}
