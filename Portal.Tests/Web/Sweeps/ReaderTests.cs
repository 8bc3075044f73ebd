using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>
/// Somebody who may only read sends every form of the office with its real fields, as a caseworker or administrator sees it.
/// Nothing may be written. Then the same forms go out with permission, which shows that they would have been.
/// </summary>
public sealed class ReaderTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    // One's own account and sign-in are everybody's; what follows is shown only in a state that no case of the sweep is in.
    private static readonly string[] NotSwept = [];

    [Fact]
    public async Task Read_only_staff_write_nothing_with_the_real_forms()
    {
        var handlers = site.PostHandlers().Where(h => IsSwept(h.Route)).ToList();
        var forms = (await site.Visitors["Administrator"].FormsAsync(handlers.Select(h => site.AddressOf(h.Route, site.Mine)).Distinct())).Where(f => IsSwept(site.HandlerOf(f.Address).Route)).ToList();
        Assert.Equal(NotSwept, handlers.Except(forms.Select(f => site.HandlerOf(f.Address))).Select(h => $"{h.Route} {h.Handler}".Trim()));

        var before = await site.PrintsAsync();
        await SendAllAsync("ReadOnly", forms);
        Assert.Equal(before, await site.PrintsAsync());

        var written = new HashSet<(string, string)>();
        foreach (var form in forms)
        {
            var until = await site.PrintsAsync();
            await SendAllAsync("Administrator", [form]);
            if (!until.SequenceEqual(await site.PrintsAsync()))
                written.Add(site.HandlerOf(form.Address));
        }

        Assert.True(written.Count > 25, $"Only {written.Count} handlers wrote something, so this sweep proves little: {string.Join(", ", written)}");
    }

    private static bool IsSwept(string route) =>
        route.StartsWith("/office", StringComparison.Ordinal) && route is not "/office/account" && !route.StartsWith("/office/sign-", StringComparison.Ordinal) && !route.Contains("{token}", StringComparison.Ordinal);

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
