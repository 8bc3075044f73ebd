using System.Text.RegularExpressions;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>
/// Masks identity numbers: the last four characters by default, nothing for users who may not reveal them, and the full
/// number right after it's revealed.
/// </summary>
internal sealed partial record IdentifierMask(Actor Reader, (string Name, string Value)? Revealed)
{
    public bool MayReveal => Reader.May(Permission.RevealIdentifiers);

    public string Number(string name, string value) => Shown(name) ?? (MayReveal ? Identifiers.Mask(value) : "••••");

    public string Text(string name, string? text) => Shown(name) ?? Masked(text ?? "");

    public bool Hides(string name, string? text) => Shown(name) is null && Triage.HoldsSsn(text);

    public string? Shown(string name) => Revealed is { } one && one.Name == name ? one.Value : null;

    private string Masked(string text) => MayReveal ? Triage.MaskSsn(text) : LastFour().Replace(Triage.MaskSsn(text), "•••-••-••••");

    [GeneratedRegex(@"•••-••-\d{4}")]
    private static partial Regex LastFour();
}
