using System.Net;
using System.Text;
using Portal.Domain.Platform.Bots;

namespace Portal.Tests.Domain.Platform.Bots;

public sealed class RecaptchaBotCheckTests
{
    private const string Good = """{"success":true,"hostname":"help.example","action":"request","score":0.9}""";

    [Theory]
    [InlineData(Good, typeof(BotVerdict.Passed))]
    [InlineData("""{"success":true,"hostname":"evil.example","action":"request","score":0.9}""", typeof(BotVerdict.ForReview))]
    [InlineData("""{"success":true,"hostname":"help.example","action":"other","score":0.9}""", typeof(BotVerdict.ForReview))]
    [InlineData("""{"success":true,"hostname":"help.example","action":"request","score":0.1}""", typeof(BotVerdict.ForReview))]
    [InlineData("""{"success":false,"error-codes":["invalid-input-response"]}""", typeof(BotVerdict.ForReview))]
    [InlineData("""{"success":false,"error-codes":["timeout-or-duplicate"]}""", typeof(BotVerdict.ForReview))]
    [InlineData("""<html>""", typeof(BotVerdict.ForReview))]
    public async Task The_reply_decides_the_verdict(string reply, Type verdict) =>
        Assert.IsType(verdict, await Ask(_ => new(HttpStatusCode.OK) { Content = new StringContent(reply, Encoding.UTF8, "application/json") }, "token"));

    [Fact]
    public async Task An_unreachable_service_leads_to_review() =>
        Assert.IsType<BotVerdict.ForReview>(await Ask(_ => throw new HttpRequestException("down"), "token"));

    [Fact]
    public async Task A_missing_token_leads_to_review_without_a_call() =>
        Assert.IsType<BotVerdict.ForReview>(await Ask(_ => throw new InvalidOperationException(), null));

    private static async Task<BotVerdict> Ask(Func<HttpRequestMessage, HttpResponseMessage> reply, string? token)
    {
        using var handler = new Canned(reply);
        using var http = new HttpClient(handler);
        var options = new RecaptchaOptions { Secret = "s", SiteKey = "k", HostNames = { "help.example" } };
        return await new RecaptchaBotCheck(http, options).CheckAsync(new("request", null, null, null, token), default);
    }

    private sealed class Canned(Func<HttpRequestMessage, HttpResponseMessage> reply) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(reply(request));
    }
}
