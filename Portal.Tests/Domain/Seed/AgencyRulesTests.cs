using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.Tests.Domain.Seed;

/// <summary>The table "Agency rules" of casework.md, row by row.</summary>
public class AgencyRulesTests
{
    [Fact]
    public void USCIS_requires_ink_from_the_subject_and_names_only_the_office()
    {
        var agency = Agency("USCIS");
        AssertSignature(agency, "Ink", form: null, maxAgeDays: null, "ReceiptNumber", "ANumber", "FormType");
        Assert.True(agency.Rules.SubjectAbroadSigns);
        Assert.True(agency.Rules.OnlyOfficeNamed);
        Assert.True(agency.Rules.TranslationCertified);
        Assert.Equal(30, agency.Rules.ResignAfterClosedInquiryDays);
        AssertNotes(agency, "2017", "notary", "petitioner and the beneficiary", "form type", "G-28 is not a release", "8 USC 1367");
    }

    [Fact]
    public void The_USCIS_notice_isnt_claimed_for_CBP()
    {
        AssertSignature(Agency("CBP"), "Ink", form: null, maxAgeDays: null);
        Assert.False(Agency("CBP").Rules.OnlyOfficeNamed);
        Assert.Null(Agency("CBP").Rules.ResignAfterClosedInquiryDays);
        AssertNotes(Agency("CBP"), "No published rule", "PASSID", "FP&F", "I-94");
    }

    [Fact]
    public void ICE_has_its_own_form() => AssertSignature(Agency("ICE"), "Ink", "60-001", maxAgeDays: null, "ANumber");

    [Fact]
    public void Social_Security_needs_no_written_consent_except_for_tax_information_which_needs_ink()
    {
        var agency = Agency("SSA");
        AssertSignature(agency, "Electronic", "SSA-3288", maxAgeDays: 120, "Ssn");
        Assert.True(agency.Rules.TaxInInk);
        Assert.Equal(SignatureClass.Ink, agency.For(new() { CoversTax = true }).Rules.Signature);
        Assert.Equal(2, agency.Rules.MarkWitnesses);
        AssertNotes(agency, "specific records", "tax return information", "SSA-7050-F4", "SSA-3288-OP1");
        Assert.Contains("GN 03313.105", agency.Rules.ExceptionCitation);
        Assert.StartsWith("Non-tax records.", agency.Rules.ExceptionCondition);
    }

    [Fact]
    public void Only_Social_Security_has_an_exception() =>
        Assert.Equal("SSA", Assert.Single(Agencies, agency => agency.Rules.ExceptionCitation is not null).Code);

    [Fact]
    public void The_IRS_takes_consent_for_nothing_but_disclosure_and_not_from_any_next_of_kin()
    {
        AssertSignature(Agency("IRS"), "Electronic", "8821", maxAgeDays: 120, "TaxpayerId", "TaxYears");
        Assert.False(Agency("IRS").Rules.NextOfKinMaySign);
        Assert.True(Agency("IRS").Rules.OnlyOfficeNamed);
        AssertNotes(Agency("IRS"), "26 CFR 301.6103(c)-1", "type of tax", "form, and years", "6103(e)(3)");
    }

    [Fact]
    public void Veterans_Affairs_requires_specific_consent_for_some_records()
    {
        AssertSignature(Agency("VA"), "Electronic", "10-5345", maxAgeDays: null, "VaFileNumber");
        AssertNotes(Agency("VA"), "38 CFR 1.507", "substance use", "HIV", "sickle cell", "21-0845");
    }

    [Theory]
    [InlineData("dos-citizen-arrested", "DS-5505")]
    [InlineData("dos-birth-abroad", "DS-5505")]
    [InlineData("dos-passport-delay", null)]
    [InlineData("dos-immigrant-visa", null)]
    [InlineData("cms-medicare-claim", "CMS-10106")]
    [InlineData("cms-marketplace", null)]
    [InlineData("ssa-earnings-record", "SSA-7050-F4")]
    [InlineData("dod-army-pay", null)]
    [InlineData("nara-service-records", "SF-180")]
    public void The_form_belongs_to_the_topic(string topic, string? form) =>
        Assert.Equal(form, Topic(topic).RulesOf(Agency(Topic(topic).Agency)).Rules.Form);

    [Theory]
    [InlineData("cms-medicare-claim", SignatureClass.OwnForm)]
    [InlineData("cms-marketplace", SignatureClass.Electronic)]
    [InlineData("ssa-earnings-record", SignatureClass.OwnForm)]
    [InlineData("ssa-missing-payment", SignatureClass.Electronic)]
    [InlineData("dod-navy-housing", SignatureClass.Electronic)]
    [InlineData("uscis-asylum", SignatureClass.Ink)]
    public void The_signature_belongs_to_the_topic(string topic, SignatureClass signature) =>
        Assert.Equal(signature, Topic(topic).RulesOf(Agency(Topic(topic).Agency)).Rules.Signature);

    [Fact]
    public void A_release_asks_for_no_number_that_its_topic_doesnt_ask_for() =>
        Assert.All(Topics.Where(t => t.Outcome == TopicOutcome.Casework), topic => Assert.Equal(
            topic.Questions.Select(q => q.Identifier).OfType<string>().Distinct(), topic.RulesOf(Agency(topic.Agency)).Rules.RequiredIdentifiers));

    [Theory]
    [InlineData("dol-wages")]
    [InlineData("fema-flood-map")]
    [InlineData("usps-mailbox")]
    [InlineData("faa-noise")]
    [InlineData("dod-army-housing")]
    [InlineData("ftc-scam")]
    public void Where_no_number_is_needed_none_is_asked(string topic) =>
        Assert.Empty(Topic(topic).RulesOf(Agency(Topic(topic).Agency)).Rules.RequiredIdentifiers);

    [Fact]
    public void Another_agency_asks_for_its_own_numbers() =>
        Assert.Equal(["VaFileNumber"], Topic("ssa-missing-payment").RulesOf(Agency("VA")).Rules.RequiredIdentifiers);

    [Theory]
    [InlineData("USPS", null, 10)]
    [InlineData("IRS", null, 20)]
    [InlineData("DOS", null, 3)]
    public void Days_are_given_where_the_agency_publishes_them(string code, int? first, int final) =>
        Assert.Equal((first, (int?)final), (Agency(code).AcknowledgmentDays, Agency(code).FinalDays));

    [Fact]
    public void No_days_are_invented() => Assert.All(
        Agencies.Where(a => a.Code is not ("USPS" or "IRS" or "DOS" or "NONE")),
        a => Assert.True(a is { AcknowledgmentDays: null, InterimDays: null, FinalDays: null }, a.Code));

    [Theory]
    [InlineData("DOJ", "CaseNumber")]
    [InlineData("BOP", "RegisterNumber")]
    [InlineData("EOIR", "ANumber")]
    public void Justice_requires_its_own_form_in_ink(string code, string number) =>
        AssertSignature(Agency(code), "Ink", "DOJ-361", maxAgeDays: null, number);

    [Fact]
    public void Old_service_records_require_their_own_form()
    {
        AssertSignature(Agency("NARA"), "OwnForm", "SF-180", maxAgeDays: null, "ServiceNumber");
        AssertNotes(Agency("NARA"), "next of kin", "proof of death", "62 or more years");
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
    public void What_staff_should_check_isnt_shown_to_signers() => Assert.All(
        Agencies.Where(a => a.PublicNote is not null),
        a => Assert.DoesNotMatch("(?i)unverified|as far as we know|check whether|verific|hasta donde", a.PublicNote + a.PublicNoteEs));

    private static readonly TopicCard[] Topics = SeedFile.Read<TopicCard[]>("topics.json");

    private static TopicCard Topic(string code) => Assert.Single(Topics, topic => topic.Code == code);

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
