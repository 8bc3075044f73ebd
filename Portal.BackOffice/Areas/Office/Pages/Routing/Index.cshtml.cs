using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Routing;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Routing;

/// <summary>The routing rules in the order in which they narrow down who gets a case.</summary>
public sealed class IndexModel(PortalDb db, SaveRoutingRule save, QueueNames queueNames, StaffActor staff, Translator text) : PageModel
{
    private IReadOnlyDictionary<string, string> _agencies = new Dictionary<string, string>();
    private IReadOnlyDictionary<string, string> _topics = new Dictionary<string, string>();

    /// <summary>In order.</summary>
    public IReadOnlyList<RoutingRule> Rules { get; private set; } = [];

    /// <summary>Names of staff by id.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>Switches a rule on or off.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(Guid rule, int version, bool enabled, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Rules.FirstOrDefault(r => r.Id == rule) is { } stored)
        {
            var outcome = await save.ExecuteAsync(RuleInput.From(stored).ToCommand() with { Version = version, Enabled = enabled }, staff.Current, cancellation);
            if (outcome.Succeeded)
                return this.RedirectWithNotice(Links.Office.Routing, "Rule saved. It applies to new cases from now on.");
            ModelState.AddModelError("", text.Explain(outcome));
        }

        return Page();
    }

    /// <summary>The conditions in words; empty when the rule always applies.</summary>
    public IEnumerable<string> ConditionsOf(RoutingRule rule)
    {
        if (rule.AtLeast is { } priority)
            yield return text["Priority {0} or higher", priority];
        if (rule.Language is { } language)
            yield return text["Language: {0}", text[language == "es" ? "Spanish" : "English"]];
        if (rule.AgencyCode is { } agency)
            yield return text["Agency: {0}", _agencies.GetValueOrDefault(agency, agency)];
        if (rule.TopicPrefix is { } topic)
            yield return _topics.TryGetValue(topic, out var name) ? text["Topic: {0}", name] : text["Topic code starts with {0}", topic];
        if (rule.ZipPrefix is { } zip)
            yield return text["ZIP code starts with {0}", zip];
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Rules = [.. (await db.Set<RoutingRule>().AsNoTracking().ToListAsync(cancellation)).OrderBy(r => r.Aspect).ThenBy(r => r.Position).ThenBy(r => r.Id)];
        (_agencies, _topics, _) = await queueNames.ReadAsync(text.Language, cancellation);
        Names = await db.Set<StaffMember>().ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
    }
}
