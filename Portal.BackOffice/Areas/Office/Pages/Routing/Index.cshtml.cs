using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Routing;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Routing;

/// <summary>The routing rules, in the order they narrow down who gets a case.</summary>
public sealed class IndexModel(
    RoutingRules rules, StaffDirectory colleagues, AgencyAndTopicNames lists, SaveRoutingRule save, StaffActor staff, Translator text) : PageModel
{
    private AgencyAndTopicNames.Names _names = null!;

    /// <summary>Rules in order.</summary>
    public IReadOnlyList<RoutingRule> Rules { get; private set; } = [];

    /// <summary>Staff names by ID.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows the rules.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>The rules as a file for spreadsheets.</summary>
    public async Task<IActionResult> OnGetFileAsync([FromServices] RoutingExport export, CancellationToken cancellation) => File(
        SpreadsheetFile.Write([.. RoutingExport.Columns], await export.RowsAsync(cancellation)), SpreadsheetFile.Type, "routing-rules.csv");

    /// <summary>Turns a rule on or off.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(Guid rule, int version, bool enabled, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Rules.FirstOrDefault(r => r.Id == rule) is { } stored)
        {
            var outcome = await save.ExecuteAsync(
                RuleInput.From(stored).ToCommand() with { Version = version, Enabled = enabled }, staff.Current, cancellation);
            if (outcome.Succeeded)
                return this.RedirectWithNotice(Links.Office.Routing, "Rule saved. It applies to new cases from now on.");
            new FormCheck(this, text).Refusal(outcome);
        }

        return Page();
    }

    /// <summary>Describes the conditions; empty when the rule always applies.</summary>
    public IEnumerable<string> ConditionsOf(RoutingRule rule)
    {
        if (rule.AtLeast is { } priority)
            yield return text["Priority {0} or higher", priority];
        if (rule.Language is { } language)
            yield return text["Language: {0}", text[OfficeText.LanguageOf(language)]];
        if (rule.AgencyCode is { } agency)
            yield return text["Agency: {0}", _names.Agencies.GetValueOrDefault(agency, agency)];
        if (rule.TopicPrefix is { } topic)
            yield return _names.Topics.TryGetValue(topic, out var name) ? text["Topic: {0}", name] : text["Topic code starts with {0}", topic];
        if (rule.ZipPrefix is { } zip)
            yield return text["ZIP code starts with {0}", zip];
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Rules = await rules.AllAsync(cancellation);
        _names = await lists.ReadAsync(text.Language, cancellation);
        Names = await colleagues.NamesAsync(cancellation);
    }
}
