using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Tests.Domain.PrivacyReleases.Templates;

namespace Portal.Tests.Snapshots;

/// <summary>The legal text people sign, from each template as shipped. Changing it requires a new template version.</summary>
public sealed class ReleaseSnapshots
{
    public static TheoryData<string, string> Documents =>
        [.. TemplateSamples.Shipped.SelectMany(t => new[] { "en", "es" }.Select(language => (t.Code, language)))];

    /// <summary>The person concerned signs in the United States.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Releases_read_as_approved(string template, string language) => Check(template, language, "", TemplateSamples.Ana with
    {
        Identifiers = new Dictionary<string, string> { ["CaseNumber"] = "C-1" },
        MayTalkWith = "Luz García",
    });

    /// <summary>Everything optional: a guardian abroad who signs by mark, an interpreter, protected records.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Releases_with_every_option_read_as_approved(string template, string language) => Check(template, language, "-all", TemplateSamples.Ana with
    {
        BornOn = new DateOnly(2015, 4, 9),
        Role = PartyRole.Beneficiary,
        OtherParty = "Luis García",
        Capacity = template == "service-records" ? SignerCapacity.NextOfKin : SignerCapacity.ParentOrGuardian,
        SignerName = "Luz García",
        OutsideUnitedStates = true,
        ByMark = true,
        InterpreterLanguage = "Mam",
        MedicalRecords = true,
        TaxRecords = true,
        SensitiveRecords = ["Hiv", "SickleCell"],
    });

    private static void Check(string template, string language, string name, ReleaseDetails details)
    {
        var agency = TemplateSamples.Agencies.First(a => a.Rules.TemplateCode == template);
        var text = ReleaseComposition.Compose(TemplateSamples.Template(template), details, agency, TemplateSamples.Recipient, language);
        Snapshot.Matches($"release-{template}-{language}{name}.txt", $"{text.TemplateId} {text.TemplateVersion}, {text.Language}\n\n{text.AsRead()}");
    }
}
