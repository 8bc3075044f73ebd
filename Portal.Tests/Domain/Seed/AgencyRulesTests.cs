using Portal.Domain.Agencies;

namespace Portal.Tests.Domain.Seed;

/// <summary>The table "Agency rules" of casework.md, row by row.</summary>
public class AgencyRulesTests
{
    [Theory]
    [InlineData("USCIS")]
    [InlineData("ICE")]
    [InlineData("CBP")]
    public void USCIS_requires_ink_from_the_subject_and_names_only_the_office(string code)
    {
        var agency = Agency(code);
        AssertSignature(agency, "Ink", form: null, maxAgeDays: null, code == "USCIS" ? ["ReceiptNumber", "ANumber", "FormType"] : ["ReceiptNumber", "ANumber"]);
        Assert.True(agency.Rules.SubjectAbroadSigns);
        Assert.True(agency.Rules.OnlyOfficeNamed);
        Assert.True(agency.Rules.TranslationCertified);
        Assert.Equal(30, agency.Rules.ResignAfterClosedInquiryDays);
        AssertNotes(agency, "2017", "notary", "petitioner and the beneficiary", "form type", "G-28 is not a release");
    }

    [Fact]
    public void Social_Security_accepts_an_exception_except_for_tax_information()
    {
        var agency = Agency("SSA");
        AssertSignature(agency, "Electronic", form: null, maxAgeDays: 120, "Ssn");
        Assert.Equal(2, agency.Rules.MarkWitnesses);
        AssertNotes(agency, "specific records", "tax return information", "A parent cannot release a child's medical records");
        Assert.Contains("552a(b)(3)", agency.Rules.ExceptionCitation);
        Assert.StartsWith("Non-tax records.", agency.Rules.ExceptionCondition);
        Assert.Contains("at the request of the person", agency.Rules.ExceptionCondition);
    }

    [Fact]
    public void Only_Social_Security_has_an_exception() =>
        Assert.Equal("SSA", Assert.Single(Agencies, agency => agency.Rules.ExceptionCitation is not null).Code);

    [Fact]
    public void The_IRS_accepts_form_8821_or_the_elements_of_its_regulation()
    {
        AssertSignature(Agency("IRS"), "Electronic", "8821", maxAgeDays: 120, "TaxpayerId", "TaxYears");
        AssertNotes(Agency("IRS"), "26 CFR 301.6103(c)-1", "type of tax", "form, and years");
    }

    [Fact]
    public void Veterans_Affairs_requires_specific_consent_for_some_records()
    {
        AssertSignature(Agency("VA"), "Electronic", "10-5345", maxAgeDays: null, "VaFileNumber");
        AssertNotes(Agency("VA"), "38 CFR 1.507", "substance use", "HIV", "sickle cell");
    }

    [Fact]
    public void State_has_its_own_form_for_consular_cases_and_one_release_per_person()
    {
        AssertSignature(Agency("DOS"), "Electronic", "DS-5505", maxAgeDays: null, "PassportNumber", "CaseNumber");
        AssertNotes(Agency("DOS"), "consular", "One release for each person");
    }

    [Fact]
    public void Medicare_requires_the_elements_of_the_health_privacy_rule()
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
    public void Other_agencies_accept_electronic_signatures_and_ask_for_a_number_if_they_use_one(string code, string number)
    {
        AssertSignature(Agency(code), "Electronic", form: null, maxAgeDays: null, number);
        AssertNotes(Agency(code), "where there is one");
    }

    [Theory]
    [InlineData("DOJ", "CaseNumber")]
    [InlineData("BOP", "RegisterNumber")]
    public void Justice_requires_its_own_form_in_ink(string code, string number) =>
        AssertSignature(Agency(code), "Ink", "DOJ-361", maxAgeDays: null, number);

    [Theory]
    [InlineData("NARA")]
    [InlineData("DOD")]
    public void Military_records_require_their_own_form(string code)
    {
        AssertSignature(Agency(code), "OwnForm", "SF-180", maxAgeDays: null, "ServiceNumber");
        AssertNotes(Agency(code), "next of kin", "proof of death");
    }

    [Fact]
    public void Without_an_agency_no_release_is_needed()
    {
        AssertSignature(Agency("NONE"), "None", form: null, maxAgeDays: null);
        Assert.False(Agency("NONE").Rules.Perjury);
    }

    [Fact]
    public void Every_release_is_declared_under_penalty_of_perjury_and_a_mark_needs_two_witnesses() =>
        Assert.All(Agencies.Where(agency => agency.Code != "NONE"), agency =>
        {
            Assert.True(agency.Rules.Perjury);
            Assert.Equal(2, agency.Rules.MarkWitnesses);
        });

    [Fact]
    public void Only_immigration_agencies_have_the_strict_conditions()
    {
        Assert.All(Agencies.Where(agency => agency.Code is not ("USCIS" or "ICE" or "CBP")), agency =>
        {
            Assert.False(agency.Rules.SubjectAbroadSigns);
            Assert.False(agency.Rules.OnlyOfficeNamed);
            Assert.False(agency.Rules.TranslationCertified);
            Assert.Null(agency.Rules.ResignAfterClosedInquiryDays);
        });
    }

    private static readonly Agency[] Agencies = [.. AgencySeed.Read()];

    private static Agency Agency(string code) => Assert.Single(Agencies, agency => agency.Code == code);

    private static void AssertSignature(Agency agency, string signature, string? form, int? maxAgeDays, params string[] identifiers)
    {
        Assert.Equal(signature, agency.Rules.Signature.ToString());
        Assert.Equal(form, agency.Rules.Form);
        Assert.Equal(maxAgeDays, agency.Rules.ReleaseMaxAgeDays);
        Assert.Equal(identifiers, agency.Rules.RequiredIdentifiers);
    }

    private static void AssertNotes(Agency agency, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, agency.Notes!, StringComparison.OrdinalIgnoreCase));
}
