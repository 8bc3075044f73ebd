using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Facts;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Facts;

/// <summary>What the office tells people and relies on, with its source: who verified it, and what no one has.</summary>
public sealed class IndexModel(
    FactList list, AgencyDirectory directory, VerifyFacts verify, StaffDirectory colleagues, StaffActor staff, Translator text) : PageModel
{
    /// <summary>The place in the address of organizations that aren't agencies.</summary>
    public const string Others = "other";

    private static readonly FactKind[] Order = [FactKind.AppealPeriod, FactKind.Agency, FactKind.Channel, FactKind.Topic, FactKind.Resource];

    private IReadOnlyList<Fact> _all = [];
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    /// <summary>How many facts of an agency there are and how many were never verified.</summary>
    public sealed record Count(string Code, string Name, int All, int Never);

    /// <summary>The agency whose facts are shown; null for the overview.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>The facts chosen, by key.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Each agency with facts, most unverified first.</summary>
    public IReadOnlyList<Count> Counts { get; private set; } = [];

    /// <summary>The name of the agency shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How many facts there are.</summary>
    public int All => _all.Count;

    /// <summary>How many no one has verified.</summary>
    public int Never => _all.Count(f => f.VerifiedOn is null);

    /// <summary>The facts of the agency shown, by kind; those never verified first.</summary>
    public IEnumerable<IGrouping<FactKind, Fact>> Groups => _all.Where(f => CodeOf(f) == Agency)
        .OrderBy(f => f.VerifiedOn is not null).GroupBy(f => f.Kind).OrderBy(g => Array.IndexOf(Order, g.Key));

    /// <summary>The heading of a kind.</summary>
    public static string Heading(FactKind kind) => kind switch
    {
        FactKind.Agency => "Release rules and times",
        FactKind.AppealPeriod => "Deadlines",
        FactKind.Channel => "Whom to ask",
        FactKind.Topic => "Topics",
        _ => "Organizations we refer people to",
    };

    /// <summary>Who verified it and when, such as "November 30, 2026, Ana Ruiz".</summary>
    public string? VerifiedLine(Fact fact) => fact.VerifiedOn is not { } day ? null
        : fact.VerifiedById is { } by && _names.TryGetValue(by, out var name) ? $"{OfficeText.Day(day)}, {name}" : OfficeText.Day(day);

    /// <summary>Shows the overview or the facts of one agency.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Verifies the chosen facts.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await verify.ExecuteAsync(new(Chosen), staff.Current, cancellation);
        if (outcome is VerifyFacts.Verified { Changed: 0, Count: var count })
            return this.RedirectWithNotice(Links.Office.Facts(Agency), "Verified: {0}.", count);
        if (outcome is VerifyFacts.Verified verified)
            return this.RedirectWithNotice(
                Links.Office.Facts(Agency),
                "Verified: {0}. Changed in the meantime and not verified: {1}. Compare those again.",
                verified.Count, verified.Changed);
        await LoadAsync(cancellation);
        new FormCheck(this, text).Refusal(outcome);
        return Page();
    }

    private static string CodeOf(Fact fact) => fact.AgencyCode ?? Others;

    private async Task LoadAsync(CancellationToken cancellation)
    {
        _all = await list.ReadAsync(cancellation);
        var agencies = await directory.ReadAsync(cancellation);
        _names = await colleagues.NamesAsync(cancellation);
        string NameOf(string code) => agencies.TryGetValue(code, out var agency) ? agency.NameIn(text.Language) : text["Other organizations"];
        Counts = [.. _all.GroupBy(CodeOf)
            .Select(g => new Count(g.Key, NameOf(g.Key), g.Count(), g.Count(f => f.VerifiedOn is null)))
            .OrderByDescending(c => c.Never).ThenBy(c => c.Code, StringComparer.Ordinal)];
        if (Agency is not null && Counts.All(c => c.Code != Agency))
            Agency = null;
        Name = Agency is null ? "" : NameOf(Agency);
    }
}
