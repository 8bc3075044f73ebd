using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>
/// Read-only staff send every form of the office with its real fields, as a caseworker or administrator sees it. Nothing
/// may be written. Then the same forms are sent with permission, which shows that they would have been accepted.
/// </summary>
public sealed class ReaderTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    [Fact]
    public async Task Read_only_staff_write_nothing_with_the_real_forms()
    {
        var handlers = site.PostHandlers().Where(h => IsSwept(h.Route)).ToList();
        var forms = (await site.Visitors["Administrator"].FormsAsync(handlers.Select(h => site.AddressOf(h.Route, site.Mine)).Distinct()))
            .Where(f => IsSwept(site.HandlerOf(f.Address).Route))
            .ToList();
        Assert.True(forms.Count > 20, $"Only {forms.Count} forms were found.");

        var before = await site.PrintsAsync();
        await SendAllAsync("ReadOnly", forms);
        // Handlers whose form no page shows in this site's state are posted to as well.
        foreach (var (route, handler) in handlers.Except(forms.Select(f => site.HandlerOf(f.Address))))
            await SendPlainAsync(route, handler);
        Assert.Equal(before, await site.PrintsAsync());

        var written = new HashSet<(string, string)>();
        foreach (var form in forms)
        {
            await SendAllAsync("Administrator", [form]);
            var after = await site.PrintsAsync();
            if (!before.SequenceEqual(after))
                written.Add(site.HandlerOf(form.Address));
            before = after;
        }

        Assert.True(written.Count > 10, $"Only {written.Count} handlers wrote something, so this sweep proves little: {string.Join(", ", written)}");
    }

    private async Task SendPlainAsync(string route, string handler)
    {
        var address = site.AddressOf(route, site.Mine);
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await site.TokenAsync("ReadOnly"),
            ["agency"] = "SSA",
            ["request"] = site.Mine.Request.ToString(),
            ["wish"] = site.Mine.Request.ToString(),
            ["name"] = "Ssn",
            ["document"] = site.Mine.Document.ToString(),
            ["release"] = site.Mine.Release.ToString(),
            ["Input.Body"] = "text",
            ["Input.Text"] = "text",
            ["Input.Reason"] = "Duplicate",
            ["To"] = site.StaffId.ToString(),
        };
        var query = handler.Length == 0 ? "" : (address.Contains('?') ? "&" : "?") + "handler=" + handler;
        using var response = await site.Visitors["ReadOnly"].AskAsync(HttpMethod.Post, address + query, new FormUrlEncodedContent(fields));
        Assert.True(response.StatusCode != HttpStatusCode.InternalServerError, $"{address}{query} crashed.");
    }

    private static bool IsSwept(string route) =>
        route.StartsWith("/office", StringComparison.Ordinal)
        && route is not "/office/account"
        && !route.StartsWith("/office/sign-", StringComparison.Ordinal)
        && !route.Contains("{token}", StringComparison.Ordinal);

    private async Task SendAllAsync(string who, IEnumerable<SiteForm> forms)
    {
        var token = await site.TokenAsync(who);
        foreach (var form in forms)
        {
            using var response = await site.Visitors[who].AskAsync(HttpMethod.Post, form.Address, form.WithToken(token).Content());
            Assert.True(response.StatusCode != HttpStatusCode.InternalServerError, $"{form.Address} crashed.");
        }
    }
}
