using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>Reads the header that every page about a case shows. Never writes.</summary>
public sealed class CasePageHeaderQuery(
    PortalDb db, AgencyDirectory directory, TopicCatalog topics, StaffDirectory staff, Calendars calendars, Timeline timeline, TimeProvider clock)
{
    /// <summary>The header of a case; null when there is no such case or the reader may not see cases.</summary>
    public async Task<CasePageHeader?> ReadAsync(string? typed, Actor reader, string language, CancellationToken cancellation)
    {
        if (!reader.May(Permission.ReadCases) || !CaseReference.TryParse(typed, out var reference))
            return null;
        var text = reference.ToString();
        var @case = await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Reference == text, cancellation);
        if (@case is null)
            return null;
        var agencies = await directory.ReadAsync(cancellation);
        var cards = await topics.AllAsync(cancellation);
        var colleagues = await staff.ReadAsync(cancellation);
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(clock.GetUtcNow().UtcDateTime);
        var names = new TimelineNames(
            colleagues.ToDictionary(c => c.Id, c => c.Name),
            agencies.ToDictionary(a => a.Key, a => a.Value.ShortNameIn(language)),
            cards.ToDictionary(t => t.Code, t => t.Issue.In(language)),
            calendar)
        {
            Away = colleagues.Where(c => c.CannotWorkOn(today)).Select(c => c.Id).ToHashSet(),
            AgenciesWithArticle = agencies.ToDictionary(a => a.Key, a => a.Value.ShortWithArticle(language)),
        };
        return new(@case, cards.FirstOrDefault(t => t.Code == @case.TopicCode),
            @case.AgencyCode is { } code ? agencies.GetValueOrDefault(code) : null, names, await timeline.NewestAsync(@case.Id, cancellation))
        {
            Mail = await db.MailOfAsync(@case, cancellation),
        };
    }
}
