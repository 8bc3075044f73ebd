using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Attention;

/// <summary>What the Member and senior staff have to know or decide, on one page to print.</summary>
public sealed class IndexModel(AttentionQuery attention, TopicCatalog topics, AgencyDirectory agencies, Calendars calendars, PageReader reader) : PageModel
{
    private IReadOnlyList<TopicCard> _topics = [];
    private IReadOnlyDictionary<string, Agency> _agencies = new Dictionary<string, Agency>();

    /// <summary>The list.</summary>
    public AttentionList List { get; private set; } = null!;

    /// <summary>Date and time formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>Whether the reader may open letters.</summary>
    public bool MayOpenLetters => reader.Actor.May(Permission.ContactAgencies);

    /// <summary>Whether the reader may read what is asked, which can hold anything a caseworker knows.</summary>
    public bool MayReadQuestions => reader.Actor.May(Permission.WorkCases);

    /// <summary>What a case is about.</summary>
    public string About(Case @case) => string.Join(" · ", new[]
    {
        @case.AgencyCode is { } code && _agencies.TryGetValue(code, out var agency) ? agency.ShortNameIn(reader.Text.Language) : null,
        _topics.FirstOrDefault(t => t.Code == @case.TopicCode)?.Issue.In(reader.Text.Language),
    }.OfType<string>());

    /// <summary>Reads the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (_topics, _agencies) = (await topics.AllAsync(cancellation), await agencies.ReadAsync(cancellation));
        List = await attention.ReadAsync(reader.Actor, cancellation);
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
    }
}
