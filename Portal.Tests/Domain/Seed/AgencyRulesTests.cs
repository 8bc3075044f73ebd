using System.Text.Json;

namespace Portal.Tests.Domain.Seed;

/// <summary>The table "Agency rules" of casework.md, row by row.</summary>
public class AgencyRulesTests
{
    [Theory]
    [InlineData("USCIS")]
    [InlineData("ICE")]
    [InlineData("CBP")]
    public void Immigration_wants_ink_by_the_subject_and_names_only_the_office(string code)
    {
        var agency = Agency(code);
        AssertSignature(agency, "Ink", form: null, maxAgeDays: null, code == "USCIS" ? ["ReceiptNumber", "ANumber", "FormType"] : ["ReceiptNumber", "ANumber"]);
        Assert.True(Flag(agency, "recordSubjectAbroadSigns"));
        Assert.True(Flag(agency, "onlyOfficeNamed"));
        Assert.True(Flag(agency, "translationCertified"));
        Assert.Equal(30, Number(agency, "resignAfterClosedInquiryDays"));
        AssertNotes(agency, "2017", "notary", "petitioner and the beneficiary", "form type", "G-28 is not a release");
    }

    [Fact]
    public void Social_Security_has_a_recorded_exception_for_what_is_not_tax_information()
    {
        var agency = Agency("SSA");
        AssertSignature(agency, "Electronic", form: null, maxAgeDays: 120, "Ssn");
        Assert.Equal(2, Number(agency, "markWitnesses"));
        AssertNotes(agency, "specific records", "tax return information", "A parent cannot release a child's medical records");
        var exception = agency.GetProperty("statutoryException");
        Assert.Contains("552a(b)(3)", exception.Text("citation"));
        Assert.Equal("Non-tax records", exception.Text("appliesTo"));
        Assert.Contains("at the request of the person", exception.Text("conditionEn"));
    }

    [Fact]
    public void Only_Social_Security_has_an_exception() =>
        Assert.Equal("SSA", Assert.Single(SeedFiles.Agencies,
            agency => agency.GetProperty("statutoryException").ValueKind != JsonValueKind.Null).Text("code"));

    [Fact]
    public void Tax_office_takes_8821_or_the_elements_of_the_regulation()
    {
        AssertSignature(Agency("IRS"), "Electronic", "8821", maxAgeDays: 120, "TaxpayerId", "TaxYears");
        AssertNotes(Agency("IRS"), "26 CFR 301.6103(c)-1", "type of tax", "form, and years");
    }

    [Fact]
    public void Veterans_Affairs_wants_specific_consent_for_some_records()
    {
        AssertSignature(Agency("VA"), "Electronic", "10-5345", maxAgeDays: null, "VaFileNumber");
        AssertNotes(Agency("VA"), "38 CFR 1.507", "substance use", "HIV", "sickle cell");
    }

    [Fact]
    public void State_has_its_form_for_consular_cases_and_one_release_for_each_person()
    {
        AssertSignature(Agency("DOS"), "Electronic", "DS-5505", maxAgeDays: null, "PassportNumber", "CaseNumber");
        AssertNotes(Agency("DOS"), "consular", "One release for each person");
    }

    [Fact]
    public void Medicare_wants_the_elements_of_the_health_privacy_rule()
    {
        AssertSignature(Agency("CMS"), "OwnForm", "CMS-10106", maxAgeDays: null, "MedicareNumber");
        AssertNotes(Agency("CMS"), "HIPAA");
    }

    [Theory]
    [InlineData("OPM", "CsaNumber")]
    [InlineData("DOL", "OwcpNumber")]
    [InlineData("USPS", "TrackingNumber")]
    [InlineData("HUD", "CaseNumber")]
    [InlineData("FEMA", "FemaRegistration")]
    [InlineData("SBA", "LoanNumber")]
    [InlineData("ED", "CaseNumber")]
    [InlineData("TSA", "CaseNumber")]
    [InlineData("DHS", "CaseNumber")]
    [InlineData("USDA", "CaseNumber")]
    [InlineData("DOT", "CaseNumber")]
    [InlineData("FAA", "CaseNumber")]
    [InlineData("CFPB", "CaseNumber")]
    [InlineData("OCC", "CaseNumber")]
    [InlineData("FCC", "CaseNumber")]
    [InlineData("FTC", "CaseNumber")]
    [InlineData("RRB", "ClaimNumber")]
    [InlineData("PBGC", "CaseNumber")]
    [InlineData("EEOC", "CaseNumber")]
    [InlineData("TREAS", "CaseNumber")]
    [InlineData("HHS", "CaseNumber")]
    [InlineData("EPA", "CaseNumber")]
    [InlineData("DOI", "CaseNumber")]
    public void Others_take_electronic_signatures_and_a_number_where_there_is_one(string code, string number)
    {
        AssertSignature(Agency(code), "Electronic", form: null, maxAgeDays: null, number);
        AssertNotes(Agency(code), "where there is one");
    }

    [Theory]
    [InlineData("DOJ", "CaseNumber")]
    [InlineData("BOP", "RegisterNumber")]
    public void Justice_wants_its_form_in_ink(string code, string number) =>
        AssertSignature(Agency(code), "Ink", "DOJ-361", maxAgeDays: null, number);

    [Theory]
    [InlineData("NARA")]
    [InlineData("DOD")]
    public void Military_records_have_their_own_form(string code)
    {
        AssertSignature(Agency(code), "OwnForm", "SF-180", maxAgeDays: null, "ServiceNumber");
        AssertNotes(Agency(code), "next of kin", "proof of death");
    }

    [Fact]
    public void Without_an_agency_nothing_is_signed()
    {
        AssertSignature(Agency("NONE"), "None", form: null, maxAgeDays: null);
        Assert.False(Flag(Agency("NONE"), "perjury"));
    }

    [Fact]
    public void Every_release_is_under_perjury_with_two_witnesses_for_a_mark() =>
        Assert.All(SeedFiles.Agencies.Where(agency => agency.Text("code") != "NONE"), agency =>
        {
            Assert.True(Flag(agency, "perjury"));
            Assert.Equal(2, Number(agency, "markWitnesses"));
        });

    [Fact]
    public void Only_immigration_has_the_strict_conditions()
    {
        Assert.All(SeedFiles.Agencies.Where(agency => agency.Text("code") is not ("USCIS" or "ICE" or "CBP")), agency =>
        {
            Assert.False(Flag(agency, "recordSubjectAbroadSigns"));
            Assert.False(Flag(agency, "onlyOfficeNamed"));
            Assert.False(Flag(agency, "translationCertified"));
            Assert.Null(Number(agency, "resignAfterClosedInquiryDays"));
        });
    }

    private static JsonElement Agency(string code) => Assert.Single(SeedFiles.Agencies, agency => agency.Text("code") == code);

    private static bool Flag(JsonElement agency, string name) => agency.GetProperty(name).GetBoolean();

    private static int? Number(JsonElement agency, string name) =>
        agency.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static void AssertSignature(JsonElement agency, string signature, string? form, int? maxAgeDays, params string[] identifiers)
    {
        Assert.Equal(signature, agency.Text("signature"));
        Assert.Equal(form, agency.GetProperty("form").GetString());
        Assert.Equal(maxAgeDays, Number(agency, "releaseMaxAgeDays"));
        Assert.Equal(identifiers, agency.GetProperty("requiredIdentifiers").EnumerateArray().Select(identifier => identifier.GetString()!));
    }

    private static void AssertNotes(JsonElement agency, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, agency.Text("notesEn"), StringComparison.OrdinalIgnoreCase));
}
