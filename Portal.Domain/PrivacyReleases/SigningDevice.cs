namespace Portal.Domain.PrivacyReleases;

/// <summary>Where a signature came from, as evidence.</summary>
/// <param name="RemoteAddress">The signer's IP address.</param>
/// <param name="UserAgent">What the browser says it is.</param>
public sealed record SigningDevice(string RemoteAddress, string UserAgent)
{
    /// <summary>A form signed on paper came from no device.</summary>
    public static SigningDevice None { get; } = new("", "");
}
