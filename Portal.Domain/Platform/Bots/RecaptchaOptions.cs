namespace Portal.Domain.Platform.Bots;

/// <summary>Google reCAPTCHA, used only when both keys are set.</summary>
public sealed class RecaptchaOptions
{
    /// <summary>The public key used in the page.</summary>
    public string SiteKey { get; set; } = "";

    /// <summary>The office's secret key.</summary>
    public string Secret { get; set; } = "";

    /// <summary>2 (no action, no score) or 3.</summary>
    public int Version { get; set; } = 3;

    /// <summary>From 0 (a bot) to 1 (a person). Requests with a lower score go to review.</summary>
    public double LeastScore { get; set; } = 0.5;

    /// <summary>The site's host names; empty accepts any.</summary>
    public IList<string> HostNames { get; } = [];

    /// <summary>Where tokens are checked.</summary>
    public Uri VerifyAddress { get; set; } = new("https://www.google.com/recaptcha/api/siteverify");

    /// <summary>Both keys are set.</summary>
    public bool IsConfigured => SiteKey.Length > 0 && Secret.Length > 0;
}
