using Portal.Domain.Agencies;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>What of a form is known only when it is signed.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="SignedOn">The day of signing in the office's time zone; null to be written by hand.</param>
/// <param name="SignatureName">The name as typed; null to be signed by hand.</param>
/// <param name="CornerCode">Text of a QR code on every page; null for none.</param>
public sealed record FormMoment(string Reference, DateOnly? SignedOn = null, string? SignatureName = null, string? CornerCode = null);

/// <summary>Everything that can go into a form.</summary>
public sealed record FormFacts(ReleaseDetails Details, Agency Agency, ReleaseRecipient To, FormMoment Moment)
{
    /// <summary>The relative or attorney; nobody where the agency takes no other name.</summary>
    public string? OtherPerson => Agency.Rules.OnlyOfficeNamed || string.IsNullOrWhiteSpace(Details.MayTalkWith) ? null : Details.MayTalkWith;
}
