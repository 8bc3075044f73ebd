using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>What every case page needs: the signed-in user, their language, and the current state of the case.</summary>
public sealed class CasePageContext(
    CasePageHeaderQuery headers, CasePageQuery pages, Timeline timeline, Calendars calendars, TimeProvider clock, StaffActor staff, Translator text)
{
    /// <summary>The signed-in user.</summary>
    public Actor Actor => staff.Current;

    /// <summary>Text in the reader's language.</summary>
    public Translator Text => text;

    /// <summary>The time, UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Reads the current case header.</summary>
    public Task<CasePageHeader?> HeaderAsync(string reference, CancellationToken cancellation) =>
        headers.ReadAsync(reference, Actor, text.Language, cancellation);

    /// <summary>Reads everything on the case page.</summary>
    public Task<CasePage> PageAsync(CasePageHeader head, CancellationToken cancellation) => pages.PageAsync(head, cancellation);

    /// <summary>What happened since a form was shown.</summary>
    public Task<IReadOnlyList<TimelineEntry>> SinceAsync(CasePageHeader head, Guid seen, CancellationToken cancellation) =>
        timeline.SinceAsync(head.Case.Id, seen, text.Language, head.Names, cancellation);

    /// <summary>Dates and times in the office's time zone.</summary>
    public async Task<OfficeDates> DatesAsync(CancellationToken cancellation) =>
        new(await calendars.ReadAsync(cancellation), Now, text.Language);
}
