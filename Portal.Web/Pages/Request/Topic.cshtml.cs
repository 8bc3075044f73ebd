using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Topics;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Choosing a topic: by search, by agency, or not at all.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class TopicModel(RequestJourney journey, TopicCatalog topics, AgencyDirectory agencies, Translator text) : PageModel
{
    private const int MostFound = 8;
    private const int LongestSearch = 200;

    /// <summary>The search text.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The agency chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>The topic chosen.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>Whether the words may mean that the person needs help right now.</summary>
    public bool NeedsHelpNow => SafetyWords.Find(Q) == SafetyKind.SelfHarm;

    /// <summary>Topics to choose from.</summary>
    public IReadOnlyList<TopicCard> Found { get; private set; } = [];

    /// <summary>Agencies that have topics.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>The topics as choices.</summary>
    public IEnumerable<Choice> Choices => Found.Select(t => new Choice(t.Code, t.Issue.In(text.Language), HintOf(t)));

    private string HintOf(TopicCard topic)
    {
        var agency = Agencies.FirstOrDefault(a => a.Code == topic.Agency)?.ShortNameIn(text.Language);
        string?[] parts = [agency, topic.SubAgency.In(text.Language), topic.Program.In(text.Language)];
        return string.Join(", ", parts.OfType<string>().Distinct());
    }

    /// <summary>Shows the results.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // Coming back, what was typed is still there. It's read from the draft: it may be personal and isn't put in the address.
        Q ??= Agency is null ? (await journey.AnswersAsync(cancellation)).Searched : null;
        await LoadAsync(cancellation);
        Code ??= Answers.TopicCode;
    }

    /// <summary>Shows what fits the words. They may be personal, so they aren't put in the address.</summary>
    public Task OnPostSearchAsync(CancellationToken cancellation)
    {
        Agency = null;
        return LoadAsync(cancellation);
    }

    /// <summary>Saves the choice.</summary>
    public async Task<IActionResult> OnPostAsync(bool chosen, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var topic = await topics.FindAsync(Code, cancellation);
        if (topic is null && RequestJourney.Leaving(this) is { } elsewhere)
            return LocalRedirect(elsewhere);
        // Pressing Enter after typing words searches.
        if (topic is null && Q is { Length: > 0 } && !chosen)
            return Page();
        if (topic is null)
        {
            new FormCheck(this, text).Problem(nameof(Code), "Choose the best match, or tell us you're not sure.");
            return Page();
        }

        var next = await journey.SaveAsync(this, RequestStep.Topic, a => a with
        {
            TopicCode = topic.Code,
            TopicUnsure = false,
            Searched = Kept(a),
            TopicAnswers = a.TopicCode == topic.Code ? a.TopicAnswers : new Dictionary<string, string>(),
        }, cancellation);
        return topic.Outcome == TopicOutcome.Casework || RequestJourney.Leaving(this) is not null ? next : LocalRedirect(Links.Request.Other);
    }

    /// <summary>"I'm not sure" is a complete answer.</summary>
    public Task<IActionResult> OnPostUnsureAsync(CancellationToken cancellation) =>
        journey.SaveAsync(
            this, RequestStep.Topic,
            a => a with { TopicCode = null, TopicUnsure = true, Searched = Kept(a), TopicAnswers = new Dictionary<string, string>() },
            cancellation);

    private string? Kept(RequestAnswers before) =>
        string.IsNullOrWhiteSpace(Q) ? before.Searched : Q.Trim() is var typed && typed.Length > LongestSearch ? typed[..LongestSearch] : typed;

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        var all = await topics.AllAsync(cancellation);
        Found = Q is { Length: > 0 } ? await topics.SearchAsync(Q, MostFound, cancellation)
            : Agency is { Length: > 0 } ? [.. all.Where(t => t.Agency == Agency)]
            : Answers.TopicCode is { } code ? [.. all.Where(t => t.Code == code)]
            : [];
        if (Answers.TopicCode is { } saved && Found.All(t => t.Code != saved))
            Found = [.. Found, .. all.Where(t => t.Code == saved)];
        var used = all.Select(t => t.Agency).ToHashSet();
        Agencies =
        [
            .. (await agencies.ReadAsync(cancellation)).Values.Where(a => used.Contains(a.Code))
                .OrderBy(a => a.Code == Domain.Agencies.Agency.NotFederal)
                .ThenBy(a => a.ShortNameIn(text.Language), StringComparer.CurrentCulture)
        ];
    }
}
