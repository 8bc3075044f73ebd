using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Platform.Bots;

/// <summary>Asks Google reCAPTCHA. A token from another site or form, a low score, or no answer means review.</summary>
public sealed class RecaptchaBotCheck(HttpClient http, RecaptchaOptions options) : IBotCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public async Task<BotVerdict> CheckAsync(BotAnswer answer, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(answer.Honeypot))
            return new BotVerdict.ForReview("A field that people can't see was filled in, which is common with spam.");
        if (string.IsNullOrEmpty(answer.Recaptcha))
            return new BotVerdict.ForReview("No reCAPTCHA token. JavaScript may be off.");
        return await AskAsync(answer.Recaptcha, cancellation) is { } reply
            ? Judge(reply, answer.Action)
            : new BotVerdict.ForReview("We couldn't reach reCAPTCHA.");
    }

    private BotVerdict Judge(Reply reply, string action)
    {
        var errors = reply.ErrorCodes ?? [];
        if (!reply.Success && errors.Contains("invalid-input-response"))
            return new BotVerdict.ForReview("The reCAPTCHA token is invalid.");
        if (!reply.Success)
            return new BotVerdict.ForReview("reCAPTCHA didn't respond.");
        if (options.HostNames.Count > 0 && !options.HostNames.Contains(reply.HostName ?? "", StringComparer.OrdinalIgnoreCase))
            return new BotVerdict.ForReview("The reCAPTCHA token is from another site.");
        if (options.Version >= 3 && reply.Action != action)
            return new BotVerdict.ForReview("The reCAPTCHA token is from another form.");
        if (options.Version >= 3 && (reply.Score ?? 0) < options.LeastScore)
            return new BotVerdict.ForReview("reCAPTCHA rated this request as possible spam.");
        return new BotVerdict.Passed();
    }

    private async Task<Reply?> AskAsync(string token, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Limit);
        try
        {
            using var form = new FormUrlEncodedContent([new("secret", options.Secret), new("response", token)]);
            using var response = await http.PostAsync(options.VerifyAddress, form, timeout.Token);
            return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<Reply>(timeout.Token) : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    private sealed record Reply(
        [property: JsonPropertyName("success")] bool Success,
        [property: JsonPropertyName("hostname")] string? HostName,
        [property: JsonPropertyName("action")] string? Action,
        [property: JsonPropertyName("score")] double? Score,
        [property: JsonPropertyName("error-codes")] string[]? ErrorCodes);
}
