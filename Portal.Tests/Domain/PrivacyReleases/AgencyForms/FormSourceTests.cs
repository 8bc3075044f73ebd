using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.Tests.Domain.PrivacyReleases.AgencyForms;

public sealed class FormSourceTests
{
    private static readonly Agency Agency = new()
    {
        Code = "SSA",
        Name = "Social Security Administration",
        NameEs = "Seguro Social",
        ShortName = "SSA",
        ShortNameEs = "SSA",
        Source = ""
    };

    private static readonly ReleaseDetails Details = SampleFacts.Details with
    {
        Identifiers = new Dictionary<string, string> { ["Ssn"] = "219-09-9999", ["ANumber"] = "A 123-456-789" },
        BornOn = new(1984, 4, 9),
        Capacity = SignerCapacity.ParentOrGuardian,
        SignerName = "Luz Núñez",
        Role = PartyRole.Beneficiary,
        SensitiveRecords = ["Hiv"],
        OutsideUnitedStates = true,
    };

    [Theory]
    [InlineData("LegalName", "María José Núñez-Ó Súilleabháin")]
    [InlineData("FirstName", "María")]
    [InlineData("MiddleName", "José")]
    [InlineData("MiddleInitial", "J")]
    [InlineData("GivenNames", "María José")]
    [InlineData("FamilyNames", "Núñez-Ó Súilleabháin")]
    [InlineData("Street", "1200 Example Avenue, Apartment 14B")]
    [InlineData("City", "Springfield")]
    [InlineData("State", "ST")]
    [InlineData("Zip", "00000")]
    [InlineData("BornOn.us", "04/09/1984")]
    [InlineData("BornOn.dash", "04-09-1984")]
    [InlineData("BornOn.digits", "04091984")]
    [InlineData("BornOn.iso", "1984-04-09")]
    [InlineData("BornOn.long", "April 9, 1984")]
    [InlineData("BornOn.mid", "09-Apr-1984")]
    [InlineData("BornOn.month", "04")]
    [InlineData("BornOn.day", "09")]
    [InlineData("BornOn.year", "1984")]
    [InlineData("Identifier.Ssn", "219-09-9999")]
    [InlineData("Identifier.Ssn.plain", "219099999")]
    [InlineData("Identifier.Ssn.first", "219")]
    [InlineData("Identifier.Ssn.middle", "09")]
    [InlineData("Identifier.Ssn.last", "9999")]
    [InlineData("Identifier.SsnLast4", "9999")]
    [InlineData("Identifier.ANumber.plain", "A123456789")]
    [InlineData("Identifier.PassportNumber", null)]
    [InlineData("SignerName", "Luz Núñez")]
    [InlineData("Capacity", "Parent or legal guardian")]
    [InlineData("Role", "Beneficiary")]
    [InlineData("OtherPerson", "Luz Núñez, daughter")]
    [InlineData("Member", "Representative Jane Example")]
    [InlineData("OfficeContact", "202-555-0100, help@example.gov")]
    [InlineData("Agency", "Social Security Administration")]
    [InlineData("Reference", "SAMPLE-00000")]
    [InlineData("SignedOn.us", "01/02/2026")]
    [InlineData("Signature", "María José Núñez-Ó Súilleabháin")]
    public void A_source_reads_its_value(string code, string? text) => Assert.Equal(text, FormSources.Find(code)!.Read(Facts()));

    [Fact]
    public void Parts_of_a_name_or_address_that_was_edited_are_left_blank()
    {
        var changed = new FormFacts(
            Details with { LegalName = "Maria Nunez", Address = "1 Other Road, Springfield, ST 00000" },
            Agency,
            SampleFacts.Recipient,
            SampleFacts.Moment);
        Assert.All((string[])["FirstName", "FamilyNames", "Street", "City", "Zip"], code => Assert.Null(FormSources.Find(code)!.Read(changed)));
    }

    [Fact]
    public void Where_only_the_office_may_be_named_no_one_else_is() =>
        Assert.Null(FormSources.Find("OtherPerson")!
            .Read(new(
                Details,
                new() { Code = "X", Name = "", NameEs = "", ShortName = "", ShortNameEs = "", Source = "", Rules = new() { OnlyOfficeNamed = true } },
                SampleFacts.Recipient,
                SampleFacts.Moment)));

    [Fact]
    public void Every_condition_holds_only_in_its_situation() => Assert.Equal(
        ["Always", "Outside", "Other", "Guardian", "NotMedical", "Hiv", "OtherPerson", "Beneficiary"],
        FormTicks.All.Where(t => t.Holds(Facts())).Select(t => t.Code));

    [Fact]
    public void Source_codes_are_unique_and_cover_every_identity_number()
    {
        Assert.Empty(FormSources.All.Select(s => s.Code)
            .Concat(FormTicks.All.Select(t => t.Code))
            .GroupBy(c => c)
            .Where(g => g.Count() > 1 && g.Key != "OtherPerson")
            .Select(g => g.Key));
        Assert.All(Identifiers.All.Keys, name => Assert.NotNull(FormSources.Find("Identifier." + name)));
    }

    [Fact]
    public void Every_label_has_a_Spanish_translation() => Assert.DoesNotContain(
        FormSources.All.SelectMany(s => new[] { s.Label, s.Group }).Concat(FormTicks.All.Select(t => t.Label)).Distinct(),
        label => Texts.Get("es", label) == label);

    [Theory]
    [InlineData("Name", null, null, "LegalName")]
    [InlineData("topmostSubform[0].Page1[0].P2_SSN[0]", null, 9, "Identifier.Ssn.plain")]
    [InlineData("f1_02", "Social Security Number", null, "Identifier.Ssn")]
    [InlineData("f1_03", "Enter your Alien Registration Number", null, "Identifier.ANumber")]
    [InlineData("DOB", null, 8, "BornOn.digits")]
    [InlineData("BirthDate", null, null, "BornOn.us")]
    [InlineData("x", "Date of birth (month)", 2, "BornOn.month")]
    [InlineData("x", "Country of birth", null, "BirthPlace")]
    [InlineData("Date", null, null, "SignedOn.us")]
    [InlineData("x", "Date signed", null, "SignedOn.us")]
    [InlineData("EmailAddress", null, null, "Email")]
    [InlineData("x", "Daytime telephone number", null, "Phone")]
    [InlineData("x", "Mailing address", null, "Address")]
    [InlineData("x", "Name of Member of Congress", null, "Member")]
    [InlineData("x", "Reason for disclosure", null, "Purpose")]
    [InlineData("x", "Relationship to the individual", null, "Capacity")]
    [InlineData("Text42", null, null, null)]
    public void A_source_is_suggested_from_the_name_of_a_field(string name, string? tooltip, int? most, string? code) =>
        Assert.Equal(code, FormSuggestions.For(new FormField(1, name, FieldKind.Text) { Tooltip = tooltip, MaxLength = most })?.Source);

    [Fact]
    public void Sources_are_suggested_for_check_boxes_and_signature_fields()
    {
        Assert.Equal("Guardian", FormSuggestions.For(new(1, "c1", FieldKind.CheckBox) { Tooltip = "Parent or legal guardian", States = ["1"] })!.Ticks!["1"]);
        Assert.Null(FormSuggestions.For(new(1, "guardian", FieldKind.Radio) { States = ["1", "2"] }));
        Assert.Equal(FormSources.Signature, FormSuggestions.For(new(1, "s", FieldKind.Signature))!.Source);
    }

    [Fact]
    public void The_first_matching_condition_decides_the_check_box()
    {
        var field = new FormField(1, "who", FieldKind.Radio) { States = ["a", "b", "c"] };
        FieldValue? Value(params (string, string)[] ticks) =>
            FormComposition.Compose(
                    "T", new([], [new(field, new(FieldChoice.Conditions, null, ticks.ToDictionary(t => t.Item1, t => t.Item2)))]), Facts())
                .Values.GetValueOrDefault("who");
        Assert.Equal(new FieldValue.Tick("b"), Value(("a", "Self"), ("b", "Guardian"), ("c", "Always")));
        Assert.Equal(new FieldValue.Tick(null), Value(("a", "Self")));
        Assert.Null(Value(("a", FieldChoice.Keep)));
    }

    private static FormFacts Facts() => new(Details, Agency, SampleFacts.Recipient, SampleFacts.Moment);
}
