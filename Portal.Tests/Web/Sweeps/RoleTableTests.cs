using Portal.Tests.Support;

namespace Portal.Tests.Web.Sweeps;

/// <summary>Checks every address and role against the reviewed table; an address that isn't in it fails.</summary>
[Collection(nameof(SweptSite))]
public sealed class RoleTableTests(SiteWorld site)
{
    [Fact]
    public async Task Every_address_answers_each_role_as_reviewed()
    {
        var actual = new List<string>();
        foreach (var route in site.Routes())
        {
            var cells = new List<string>();
            foreach (var role in RoleTable.Roles)
                cells.Add(await CellAsync(site.Visitors[role], site.AddressOf(route, site.Mine)));
            actual.Add($"{route,-58} {string.Join(' ', cells.Select(c => c.PadRight(12)))}".TrimEnd());
        }

        Assert.True(
            RoleTable.Reviewed.SequenceEqual(actual),
            $"Not as reviewed:\n{string.Join('\n', RoleTable.Reviewed.Except(actual).Select(l => "- " + l))}\nbut:\n{string.Join('\n', actual.Except(RoleTable.Reviewed).Select(l => "+ " + l))}");
    }

    [Fact]
    public async Task Pages_that_a_role_cannot_open_refuse_its_posts()
    {
        var wrong = new List<string>();
        var tokens = new Dictionary<string, string>();
        foreach (var role in RoleTable.Roles)
            tokens[role] = (await site.Visitors[role].GetAsync("/request/story")).Form()["__RequestVerificationToken"];
        foreach (var role in RoleTable.Roles.Skip(2))
            tokens[role] = (await site.Visitors[role].GetAsync("/office/account")).Form()["__RequestVerificationToken"];
        // Undo with nothing to undo redirects any role to the queue.
        foreach (var (route, handler) in site.PostHandlers().Where(h => h.Route.StartsWith("/office", StringComparison.Ordinal) && h.Handler != "Undo"))
        {
            var address = site.AddressOf(route, site.Mine);
            foreach (var role in RoleTable.Roles)
            {
                var get = await CellAsync(site.Visitors[role], address);
                if (get is not ("403" or ">sign-in"))
                    continue;
                using var response = await site.Visitors[role].AskAsync(
                    HttpMethod.Post,
                    address + (address.Contains('?') ? "&" : "?") + "handler=" + handler,
                    new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", tokens[role])]));
                // Without an antiforgery token, a form is refused before permissions are checked.
                if (Cell(response) != get && Cell(response) != "400")
                    wrong.Add($"{role} POST {route} {handler}: {Cell(response)}, but GET {get}");
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<string> CellAsync(SiteBrowser browser, string address)
    {
        // Redirects are not followed: a session that ended on the way would spoil the test of the next address.
        using var response = await browser.AskAsync(HttpMethod.Get, address);
        return Cell(response);
    }

    private static string Cell(HttpResponseMessage response) => response.Headers.Location is { } to
        ? ">" + (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString.Split('?')[0]) is var path
            && path.StartsWith(">/release/", StringComparison.Ordinal)
                ? ">/release/…"
                : path.StartsWith(">/office/cases/", StringComparison.Ordinal) ? ">/office/cases/…" : path.Replace("/office/sign-in", "sign-in")
        : ((int)response.StatusCode).ToString();
}
