using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Platform.Mail;

/// <summary>Provides the current access token. One from the endpoint is cached until shortly before it expires.</summary>
public sealed class AccessTokens(TokenSettings settings, Func<HttpClient> http, TimeProvider clock)
{
    // Lifetime of a token whose response doesn't state one: enough for one connection.
    private const int UnnamedSeconds = 120;
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private Kept? _kept;

    /// <summary>Reads or requests a token.</summary>
    /// <exception cref="MailException">No token is available.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            if (settings.File is { Length: > 0 } file)
                return (await File.ReadAllTextAsync(file, cancellation)).Trim() is { Length: > 0 } token ? token : throw NoToken("the file is empty");
            if (_kept is { } kept && clock.GetUtcNow() < kept.Until)
                return kept.Token;
            return await RequestAsync(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested
            && fault is IOException or UnauthorizedAccessException or HttpRequestException or JsonException or OperationCanceledException)
        {
            throw NoToken(fault.Message, fault);
        }
    }

    /// <summary>Discards the cached token when the mail server no longer accepts it.</summary>
    public void Forget() => _kept = null;

    private async Task<string> RequestAsync(CancellationToken cancellation)
    {
        using var client = http();
        using var form = new FormUrlEncodedContent(Form());
        using var response = await client.PostAsync(settings.Endpoint, form, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellation);
        if (!response.IsSuccessStatusCode || answer is not { Token: { Length: > 0 } token })
            throw NoToken($"{(int)response.StatusCode} {answer?.Error}".TrimEnd());
        _kept = new(token, clock.GetUtcNow().AddSeconds(answer.Seconds ?? UnnamedSeconds) - Margin);
        return token;
    }

    private IEnumerable<KeyValuePair<string, string>> Form() => new Dictionary<string, string?>
    {
        ["grant_type"] = settings.RefreshToken is null or "" ? "client_credentials" : "refresh_token",
        ["client_id"] = settings.ClientId,
        ["client_secret"] = settings.ClientSecret,
        ["refresh_token"] = settings.RefreshToken,
        ["scope"] = settings.Scope,
    }.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => KeyValuePair.Create(field.Key, field.Value!));

    private static MailException NoToken(string why, Exception? fault = null) => new(new(MailFailureKind.NoAccessToken, why), fault);

    private sealed record Kept(string Token, DateTimeOffset Until);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string? Token,
        [property: JsonPropertyName("expires_in")] int? Seconds,
        [property: JsonPropertyName("error")] string? Error);
}
