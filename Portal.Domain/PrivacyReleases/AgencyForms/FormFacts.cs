using Portal.Domain.Agencies;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>What a form contains that is known only when it's printed or signed.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="SignedOn">The day of signing in the office's time zone; null when it will be written by hand.</param>
/// <param name="SignatureName">The name as typed; null when it will be signed by hand.</param>
/// <param name="CornerCode">The text of a QR code on every page; null for none.</param>
public sealed record FormMoment(string Reference, DateOnly? SignedOn = null, string? SignatureName = null, string? CornerCode = null);

/// <summary>Everything that can go in a form.</summary>
public sealed record FormFacts(ReleaseDetails Details, Agency Agency, ReleaseRecipient To, FormMoment Moment)
{
    /// <summary>The relative or attorney; null when there's none or the agency allows no other name.</summary>
    public string? OtherPerson => Agency.Rules.OnlyOfficeNamed || string.IsNullOrWhiteSpace(Details.MayTalkWith) ? null : Details.MayTalkWith;
}
