namespace Portal.Domain.Platform.Bots;

/// <summary>What a form posted for its bot check; every part may be missing.</summary>
/// <param name="Action">Which form it is, such as <c>request</c>.</param>
/// <param name="Honeypot">A field hidden from people that bots fill in.</param>
/// <param name="Started">The sealed time at which the form was first shown.</param>
/// <param name="Altcha">The solved proof of work, as the widget encodes it.</param>
/// <param name="Recaptcha">Google's token, when the office uses reCAPTCHA.</param>
public sealed record BotAnswer(string Action, string? Honeypot, string? Started, string? Altcha, string? Recaptcha);
