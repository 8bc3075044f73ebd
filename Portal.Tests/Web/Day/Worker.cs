using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Portal.BackOffice.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Day;

/// <summary>What the site told somebody, or may have done without telling.</summary>
internal enum Kept
{
    Case, Note, Call, Message, Task, TaskDone, Request, Closing, Letter, Answer, Draft, Assignment, Closure,
}

/// <summary>
/// A member of staff at a browser without JavaScript. When the site is gone in the middle of something, they wait and send the same form once
/// more, as people do; it mustn't act twice.
/// </summary>
internal sealed class Worker(KilledSite site, string name) : IDisposable
{
    private readonly SocketsHttpHandler _transport = new() { UseCookies = false, AllowAutoRedirect = false };
    private SiteBrowser? _browser;

    /// <summary>The person.</summary>
    public string Name => name;

    /// <summary>What a notice confirmed.</summary>
    public ConcurrentBag<(Kept Kind, string Mark)> Confirmed { get; } = [];

    /// <summary>What was sent at all.</summary>
    public ConcurrentBag<(Kept Kind, string Mark)> Sent { get; } = [];

    /// <summary>How often a form was sent again after the site had gone away.</summary>
    public int Resent { get; private set; }

    private SiteBrowser Browser => _browser ??= new(site.Address, _transport);

    /// <summary>Sets up a password and an authenticator app, and is signed in.</summary>
    public async Task EnrollAsync(string token)
    {
        var page = await Browser.GetAsync("/office/enroll/" + token);
        page = await page.Form("Continue").Fill("Input.Password", SiteStaff.Password).Fill("Input.Again", SiteStaff.Password).SendAsync();
        var key = page.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        page = await page.Form("Finish").Fill("Input.Code", Totp.CodeAt(key, TimeProvider.System.GetUtcNow().UtcDateTime)).SendAsync();
        Assert.Contains("recovery", page.Title, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Opens a page.</summary>
    public Task<SitePage> OpenAsync(string path) => InsistAsync(() => Browser.GetAsync(path));

    /// <summary>Fills in a form of a page and sends it.</summary>
    /// <param name="kind">What comes of it.</param>
    /// <param name="mark">Words that are found in it and nowhere else.</param>
    /// <param name="path">The page.</param>
    /// <param name="fill">Fills in the form; null leaves it.</param>
    /// <param name="says">What the notice has to match to confirm it; null if any notice does.</param>
    /// <returns>The page that confirmed it; null when none did.</returns>
    public async Task<SitePage?> SendAsync(Kept kind, string mark, string path, Func<SitePage, SiteForm?> fill, string? says = null)
    {
        var page = await OpenAsync(path);
        if (page.Status != HttpStatusCode.OK || fill(page) is not { } form)
            return null;
        Sent.Add((kind, mark));
        page = await InsistAsync(() => form.SendAsync(), isForm: true);
        if (page.Status != HttpStatusCode.OK || page.Errors.Count > 0 || page.Document.QuerySelector(".notice") is not { } notice
            || (says is not null && !Regex.IsMatch(notice.TextContent, says)))
            return null;
        Confirmed.Add((kind, mark));
        return page;
    }

    public void Dispose()
    {
        _browser?.Dispose();
        _transport.Dispose();
    }

    private async Task<SitePage> InsistAsync(Func<Task<SitePage>> act, bool isForm = false)
    {
        while (true)
        {
            await site.UntilUpAsync();
            try
            {
                return await act();
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
            {
                Resent += isForm ? 1 : 0;
                await Task.Delay(50);
            }
        }
    }
}
