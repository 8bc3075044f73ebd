using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Writing;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>What every case page needs: the signed-in user, their language, and the current state of the case.</summary>
public sealed class CasePageContext(
    CasePageHeaderQuery headers, CasePageQuery pages, Timeline timeline, CaseWriting writing, Calendars calendars, PageReader reader)
{
    /// <summary>The signed-in user.</summary>
    public Actor Actor => reader.Actor;

    /// <summary>Text in the reader's language.</summary>
    public Translator Text => reader.Text;

    /// <summary>The time, UTC.</summary>
    public DateTime Now => reader.Now;

    /// <summary>Reads the current case header.</summary>
    public Task<CasePageHeader?> HeaderAsync(string reference, CancellationToken cancellation) =>
        headers.ReadAsync(reference, Actor, Text.Language, cancellation);

    /// <summary>Reads everything on the case page.</summary>
    public Task<CasePage> PageAsync(CasePageHeader head, CancellationToken cancellation) => pages.PageAsync(head, cancellation);

    /// <summary>What happened since a form was shown.</summary>
    public Task<IReadOnlyList<TimelineEntry>> SinceAsync(CasePageHeader head, Guid seen, CancellationToken cancellation) =>
        timeline.SinceAsync(head.Case.Id, seen, Text.Language, head.Names, cancellation);

    /// <summary>Coworkers who have the case open.</summary>
    public Task<IReadOnlyList<Coworker>> CoworkersAsync(Guid caseId, CancellationToken cancellation) => writing.CoworkersAsync(caseId, Actor, cancellation);

    /// <summary>Who else types in each of these cases now.</summary>
    public Task<ILookup<Guid, string>> WritersAsync(IReadOnlyCollection<Guid> cases, CancellationToken cancellation) => writing.WritersAsync(cases, Actor, cancellation);

    /// <summary>The forms in which the signed-in user typed something and sent nothing.</summary>
    public Task<IReadOnlyList<KeptForm>> KeptAsync(Guid caseId, CancellationToken cancellation) => writing.KeptAsync(caseId, Actor, cancellation);

    /// <summary>Dates and times in the office's time zone.</summary>
    public async Task<OfficeDates> DatesAsync(CancellationToken cancellation) =>
        new(await calendars.ReadAsync(cancellation), Now, Text.Language);
}
