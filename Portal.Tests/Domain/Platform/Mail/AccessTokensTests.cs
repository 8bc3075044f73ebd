using System.Net;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Mail;

/// <summary>Access tokens for the mail server, from a fake endpoint.</summary>
public sealed class AccessTokensTests : HttpMessageHandler
{
    private readonly TestClock _clock = new();
    private readonly List<string> _asked = [];
    private Func<HttpResponseMessage> _answer = () => Json(HttpStatusCode.OK, """{"access_token":"t1","expires_in":3600,"token_type":"Bearer"}""");

    [Fact]
    public async Task A_token_is_requested_with_our_credentials_and_kept_until_shortly_before_it_expires()
    {
        var tokens = Tokens(new() { ClientSecret = "hush", Scope = "https://outlook.office365.com/.default" });
        Assert.Equal("t1", await tokens.ReadAsync(default));
        _clock.Advance(TimeSpan.FromMinutes(58));
        Assert.Equal("t1", await tokens.ReadAsync(default));
        Assert.Equal(
            "grant_type=client_credentials&client_id=portal&client_secret=hush&scope=https%3A%2F%2Foutlook.office365.com%2F.default",
            Assert.Single(_asked));
        _clock.Advance(TimeSpan.FromMinutes(2));
        await tokens.ReadAsync(default);
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task A_refresh_token_is_used_when_there_is_one()
    {
        await Tokens(new() { RefreshToken = "lasting" }).ReadAsync(default);
        Assert.Equal("grant_type=refresh_token&client_id=portal&refresh_token=lasting", Assert.Single(_asked));
    }

    [Fact]
    public async Task A_token_the_mail_server_refused_is_replaced()
    {
        var tokens = Tokens(new() { ClientSecret = "hush" });
        await tokens.ReadAsync(default);
        tokens.Forget();
        await tokens.ReadAsync(default);
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task A_refusal_names_its_reason_but_no_secret()
    {
        _answer = () => Json(HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"hush is wrong"}""");
        Assert.Equal("401 invalid_client", await FailureAsync());
        _answer = () => Json(HttpStatusCode.OK, "{}");
        Assert.Equal("200", await FailureAsync());
        _answer = () => Json(HttpStatusCode.BadGateway, "<html>");
        Assert.NotEmpty(await FailureAsync());
        _answer = () => throw new HttpRequestException("no route");
        Assert.Equal("no route", await FailureAsync());
        _answer = () => throw new TaskCanceledException("took too long");
        Assert.Equal("took too long", await FailureAsync());
    }

    [Theory]
    [InlineData(null, "portal", "hush", "MissingSetting: Portal:Mail:Token:Endpoint")]
    [InlineData("http://login.example.org/token", "portal", "hush", "BadSetting: Portal:Mail:Token:Endpoint")]
    [InlineData("https://login.example.org/token", null, "hush", "MissingSetting: Portal:Mail:Token:ClientId")]
    [InlineData("https://login.example.org/token", "portal", null, "MissingSetting: Portal:Mail:Token:ClientSecret")]
    [InlineData("https://login.example.org/token", "portal", "hush", null)]
    public void Settings_that_cannot_work_are_reported(string? endpoint, string? id, string? secret, string? problem)
    {
        var settings = new TokenSettings { Endpoint = endpoint is null ? null : new(endpoint), ClientId = id, ClientSecret = secret };
        Assert.Equal(problem, settings.ProblemIn(MailFailure.Sending)?.ToString());
        Assert.DoesNotContain("hush", settings.ToString(), StringComparison.Ordinal);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        return _answer();
    }

    private AccessTokens Tokens(TokenSettings settings) =>
        new(
            settings with { Endpoint = new("https://login.example.org/token"), ClientId = "portal" },
            () => new HttpClient(this, disposeHandler: false),
            _clock);

    private async Task<string> FailureAsync() =>
        (await Assert.ThrowsAsync<MailException>(() => Tokens(new() { ClientSecret = "hush" }).ReadAsync(default))).Failure.Detail;

    private static HttpResponseMessage Json(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, null, "application/json") };
}
