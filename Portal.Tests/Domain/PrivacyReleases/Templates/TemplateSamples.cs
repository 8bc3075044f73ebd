using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.Tests.Domain.PrivacyReleases.Templates;

/// <summary>The shipped templates and agencies, and a signer.</summary>
internal static class TemplateSamples
{
    public static readonly IReadOnlyList<ReleaseTemplateVersion> Shipped =
        [.. ReleaseTemplateSeed.Read(new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc)).Select(t => t.Version)];

    public static readonly IReadOnlyList<Agency> Agencies = [.. AgencySeed.Read()];

    public static readonly ReleaseRecipient Recipient =
        new("Representative Ana M. Núñez", 12, "212-555-0100, help@nunez.example.gov") { MemberNameEs = "Representante Ana M. Núñez" };

    public static ReleaseTemplateVersion Template(string code) => Shipped.Single(t => t.Code == code);

    public static Agency Agency(string code) => Agencies.Single(a => a.Code == code);

    public static ReleaseDetails Ana => new()
    {
        LegalName = "Ana Lucía García",
        OtherNames = "Anne Garcia",
        BornOn = new DateOnly(1957, 4, 9),
        BirthPlace = "Ponce",
        Address = "500 Broadway, New York, NY 10025",
        Phone = "212-555-0188",
        Email = "ana.garcia@example.org",
        Records = "My payments of 2026",
        Purpose = "To find the payment of October",
    };

    public static ReleaseText Compose(string template, ReleaseDetails details, Agency agency, string language = "en") =>
        ReleaseComposition.Compose(Template(template), details, agency, Recipient, language);

    /// <summary>One of the office's own templates, with this wording.</summary>
    public static ReleaseTemplateVersion Of(TemplateWording words) =>
        ReleaseTemplateVersion.From(new() { Code = "own", Name = "", NameEs = "", Source = "", Wording = TemplateJson.Write(words) }, 1, default, null);
}
