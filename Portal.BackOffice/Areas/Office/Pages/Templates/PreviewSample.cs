using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>The signer in a preview: what the user typed about themselves, and a fictional person for the rest.</summary>
internal static class PreviewSample
{
    public static ReleaseDetails Compose(PreviewChoice choice, Agency agency, PreviewOwn own, string readerName)
    {
        var ownName = Typed(own.Name) ?? readerName;
        string T(string english, params object[] arguments) => Texts.Get(choice.Language, english, arguments);
        var signsForSelf = choice.Capacity == SignerCapacity.Self;
        return new()
        {
            LegalName = signsForSelf ? ownName : T("Alex Sample"),
            SignerName = signsForSelf ? null : ownName,
            Capacity = choice.Capacity,
            BornOn = own.BornOn.TryGet(out var born) ? born : new DateOnly(1980, 1, 31),
            BirthPlace = Typed(own.BirthPlace) ?? "Springfield",
            Address = Typed(own.Address) ?? "12 Sample Street, Springfield, OH 45501",
            Phone = PhoneNumber.Show(Typed(own.Phone)) ?? "(202) 555-0100",
            Email = Typed(own.Email) ?? "sample@example.org",
            Identifiers = agency.Rules.RequiredIdentifiers.ToDictionary(i => i, _ => T("(sample number)")),
            Records = Typed(own.Records)
                ?? (agency.Rules.EnglishAuthoritative && choice.Language != "en"
                    ? $"{Records("en", agency)} / {Records(choice.Language, agency)}"
                    : Records(choice.Language, agency)),
            Purpose = Typed(own.Purpose) ?? T("I would like to know where my payment is."),
            MayTalkWith = choice.Other ? T("Kim Sample, my sister") : null,
            Role = choice.Role,
            OtherParty = choice.Role == PartyRole.Subject ? null : T("Kim Sample"),
            OutsideUnitedStates = choice.Abroad,
            ByMark = choice.Mark,
            InterpreterLanguage = choice.Interpreter ? T("Vietnamese") : null,
            MedicalRecords = choice.Medical,
            TaxRecords = choice.Tax,
            SensitiveRecords = choice.Sensitive ? agency.Rules.SensitiveRecords : [],
        };
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // The state of a release just before the signer reads it.
    private static string Records(string language, Agency agency) => Texts.Get(
        language, "the records that {0} has about this matter ({1})", agency.WithArticle(language), Texts.Get(language, "a payment that did not arrive"));
}
