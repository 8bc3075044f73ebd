using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Portal.Tests.Support;

/// <summary>A browser without JavaScript that keeps cookies, follows redirects and parses pages.</summary>
public sealed class SiteBrowser : IDisposable
{
    private const int MostRedirects = 10;
    private readonly HttpMessageHandler _transport;
    private readonly HttpClient _client;

    public SiteBrowser(Uri address, HttpMessageHandler transport, CookieContainer? cookies = null)
    {
        (Cookies, _transport) = (cookies ?? new(), transport);
        _client = new HttpClient(new CookieContainerHandler(Cookies) { InnerHandler = transport }, disposeHandler: false) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public Uri Address => _client.BaseAddress!;

    public CookieContainer Cookies { get; }

    /// <summary>Another window with a copy of the cookies.</summary>
    public SiteBrowser Tab()
    {
        var copy = new CookieContainer();
        copy.Add(Cookies.GetAllCookies());
        return new(Address, _transport, copy);
    }

    public Task<SitePage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<SitePage> PostAsync(string path, HttpContent content) => SendAsync(new(HttpMethod.Post, path) { Content = content });

    /// <summary>Sends a request and follows redirects.</summary>
    public async Task<SitePage> SendAsync(HttpRequestMessage request)
    {
        var response = await _client.SendAsync(request);
        for (var i = 0; i < MostRedirects && Location(response) is { } next; i++)
        {
            response.Dispose();
            response = await _client.GetAsync(next);
        }

        return await SitePage.ReadAsync(this, response);
    }

    /// <summary>Sends a request without following redirects.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, HttpContent? content = null) =>
        _client.SendAsync(new(method, path) { Content = content });

    /// <summary>Downloads a file.</summary>
    public async Task<byte[]> DownloadAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Deletes a cookie, as people do who clear their data.</summary>
    public void Lose(string name)
    {
        var cookie = Cookies.GetAllCookies().SingleOrDefault(c => c.Name == name);
        Assert.NotNull(cookie);
        cookie.Expired = true;
    }

    public void Dispose() => _client.Dispose();

    private static Uri? Location(HttpResponseMessage response) =>
        (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next ? new Uri(response.RequestMessage!.RequestUri!, next) : null;
}
