using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Tests.Domain.Paper.Forms;

namespace Portal.Tests.Support;

/// <summary>The site for sweeps: two people's cases, one of them with the agency, and a signed-in browser for every role.</summary>
public sealed class SiteWorld : SiteHost
{
    public const string Story = "a story nobody else may read";

    private Dictionary<string, SiteBrowser>? _visitors;

    /// <summary>Anonymous, Constituent (of the first case) and every staff role.</summary>
    public IReadOnlyDictionary<string, SiteBrowser> Visitors => _visitors!;

    public Facts Mine { get; private set; } = null!;

    public Facts Theirs { get; private set; } = null!;

    /// <summary>The constituent whose case is <see cref="Theirs"/>.</summary>
    public SiteBrowser Owner { get; private set; } = null!;

    public Guid StaffId { get; private set; }

    /// <summary>The antiforgery token of a visitor's browser.</summary>
    public async Task<string> TokenAsync(string visitor) =>
        (await Visitors[visitor].GetAsync(visitor is "Anonymous" or "Constituent" ? "/request/story" : "/office/account")).Form()["__RequestVerificationToken"];

    /// <summary>What the addresses of a case are made of.</summary>
    public sealed record Facts(Guid CaseId, string Reference, string Unsigned, Guid Release, string Signed, Guid Request, Guid Inquiry, Guid Document)
    {
        /// <summary>Everything that names it or something of it in an address or a field.</summary>
        public IEnumerable<string> Names { get; } =
            [CaseId.ToString(), Reference, Unsigned, Signed, .. new[] { Release, Request, Inquiry, Document }.Select(id => id.ToString())];
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (worker, actor) = await this.StaffAsync(StaffRole.Caseworker);
        (var constituent, Mine) = await CaseAsync("mine@example.org", actor);
        (Owner, Theirs) = await CaseAsync("theirs@example.org", actor);
        _visitors = new() { ["Anonymous"] = Browser(), ["Constituent"] = constituent };
        foreach (var role in Enum.GetValues<StaffRole>())
            _visitors[role.ToString()] = role == StaffRole.Caseworker ? worker : (await this.StaffAsync(role)).Browser;
        StaffId = actor.Id!.Value;
        await DoAsync<UploadAgencyForm>(o => o.ExecuteAsync(
            new("SSA", "form.pdf", new MemoryStream(FormSamples.Small())) { Title = "A form", Source = "A source" }, Actor.System("test"), default));
    }

    /// <summary>An address of a route, with the facts of a case in place of its parameters.</summary>
    public string AddressOf(string route, Facts facts)
    {
        var query = route switch { "/office/jobs/history" => "?job=MailDue", "/office/queue/assign" => $"?to={StaffId}", _ => "" };
        var parts = route.Split('/').Select(part => part.StartsWith('{') ? ValueOf(route, part.Trim('{', '}'), facts) : part);
        return string.Join('/', parts).TrimEnd('/') is { Length: > 0 } path ? path + query : "/";
    }

    private string ValueOf(string route, string parameter, Facts facts) => parameter switch
    {
        "reference" => facts.Reference,
        "inquiryId:guid" => facts.Inquiry.ToString(),
        "letterId:guid" => Guid.Empty.ToString(),
        "letterId:guid?" or "decisionId:guid?" => "",
        "releaseId:guid" => facts.Release.ToString(),
        "token?" => facts.Unsigned,
        "token" when route is "/release/{token}/done" or "/release/{token}/pdf" or "/release/{token}/withdraw" => facts.Signed,
        "token" when route.StartsWith("/release/{token}/", StringComparison.Ordinal) => facts.Unsigned,
        "token" => "unknown-token",
        "id:guid" when route.StartsWith("/status/withdraw/", StringComparison.Ordinal) => facts.Release.ToString(),
        "id:guid" when route.StartsWith("/office/staff/", StringComparison.Ordinal)
            || route.StartsWith("/office/queue/hand-over/", StringComparison.Ordinal) => StaffId.ToString(),
        "id:guid" when route.StartsWith("/office/procedures/", StringComparison.Ordinal) => "0193a001-0000-7000-8000-000000000001",
        "id:guid" => Guid.Empty.ToString(),
        "surge:guid" or "subscriber:guid" => Guid.Empty.ToString(),
        "key" => "unknown-key",
        "id:guid?" or "message:guid?" => "",
        "code:int" => "500",
        "code" when route.StartsWith("/office/templates/", StringComparison.Ordinal) => "tax",
        "code" => "SSA",
        "number:int" or "edition:int" => "1",
        "language" => "en",
        "**path" => "",
        _ => $"{{{parameter}}}",
    };

    private async Task<(SiteBrowser Browser, Facts Facts)> CaseAsync(string email, Actor worker)
    {
        var browser = Browser();
        await browser.AskForHelpAsync(new() { Email = email, Happened = Story, FirstName = "Zenobia" });
        var @case = (await ReadAsync(db => db.Set<Case>().AsNoTracking().ToListAsync())).Single(c => c.ContactEmail == email);
        var signed = await ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().SingleAsync(r => r.CaseId == @case.Id));
        await browser.SignAsync("/release/" + signed.LinkToken, "Zenobia García");
        await (await browser.GetAsync("/status/case")).Form("Add this file").Attach("Upload", "secret.png", Domain.Paper.Inspection.Sample.Png()).SendAsync();
        var (inquiry, request) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await DoAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), worker, default));
        await DoAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "VA"), worker, default));
        await DoAsync<RequestInformation>(o => o.ExecuteAsync(
            new(@case.Id, null, Story, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(9), request), worker, default));
        await DoAsync<SendInquiry>(o => o.ExecuteAsync(
            new(@case.Id, null, "SSA", PermittedAsk.InformationOrStatus, InquiryMethod.Email, Story) { Key = inquiry }, worker, default));
        var unsigned = await ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().SingleAsync(r => r.CaseId == @case.Id && r.AgencyCode == "VA"));
        var document = await ReadAsync(db => db.Set<Portal.Domain.Documents.Document>().Where(d => d.CaseId == @case.Id).Select(d => d.Id).SingleAsync());
        return (browser, new(@case.Id, @case.Reference, unsigned.LinkToken, signed.Id, signed.LinkToken, request, inquiry, document));
    }

    private async Task DoAsync<TOperation>(Func<TOperation, Task<Outcome>> act)
        where TOperation : notnull
    {
        var outcome = await WithAsync(act);
        Assert.True(outcome.Succeeded, $"{typeof(TOperation).Name}: {outcome}");
    }
}
