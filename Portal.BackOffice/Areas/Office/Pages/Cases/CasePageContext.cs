using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>What every page about a case needs: who reads, in which language, and what the case looks like now.</summary>
public sealed class CasePageContext(CasePageQuery view, Timeline timeline, Calendars calendars, TimeProvider clock, StaffActor staff, Translator text)
{
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

    /// <summary>Days and times as the office counts them.</summary>
    public async Task<OfficeDates> DatesAsync(CancellationToken cancellation) =>
        new(await calendars.ReadAsync(cancellation), clock.GetUtcNow().UtcDateTime, text.Language);
}
