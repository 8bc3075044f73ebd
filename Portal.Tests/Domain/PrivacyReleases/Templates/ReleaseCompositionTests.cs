using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using static Portal.Tests.Domain.PrivacyReleases.Templates.TemplateSamples;

namespace Portal.Tests.Domain.PrivacyReleases.Templates;

/// <summary>Which facts add which sections to the document.</summary>
public sealed class ReleaseCompositionTests
{
    [Theory]
    [InlineData(true, false, "I declare under penalty of perjury that the foregoing is true and correct. Executed on the date next to my signature.")]
    [InlineData(
        true,
        true,
        "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct. Executed on the date next to my signature.")]
    [InlineData(false, false, "What I say in this document is true, and I sign it of my own free will.")]
    [InlineData(false, true, "What I say in this document is true, and I sign it of my own free will.")]
    public void The_declaration_uses_the_words_of_the_statute(bool perjury, bool abroad, string words)
    {
        var agency = Plain(perjury: perjury);
        foreach (var template in Shipped)
        {
            var section = ReleaseComposition.Compose(template, Ana with { OutsideUnitedStates = abroad }, agency, Recipient, "en").Sections[^1];
            Assert.Equal(("Declaration", words), (section.Heading, section.Paragraphs[0]));
        }
    }

    [Fact]
    public void The_same_facts_give_the_same_text() =>
        Assert.Equal(Compose("generic", Ana, Agency("SSA")).Sha256(), Compose("generic", Ana, Agency("SSA")).Sha256());

    [Fact]
    public void Another_person_is_named_only_where_the_agency_allows_it()
    {
        var details = Ana with { MayTalkWith = "Luz García" };
        Assert.Contains("Luz García", Compose("generic", details, Agency("SSA")).AsRead(), StringComparison.Ordinal);
        Assert.DoesNotContain("Luz García", Compose("generic", details, Agency("USCIS")).AsRead(), StringComparison.Ordinal);
        Assert.DoesNotContain("Luz García", Compose("immigration", details, Agency("SSA")).AsRead(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MedicalRule.Never, true, false)]
    [InlineData(MedicalRule.Ask, false, false)]
    [InlineData(MedicalRule.Ask, true, true)]
    [InlineData(MedicalRule.Always, false, true)]
    public void Health_records_add_the_elements_of_45_CFR_164_508(MedicalRule rule, bool asked, bool there)
    {
        var agency = Plain();
        agency.Rules = agency.Rules with { Medical = rule };
        var text = Compose("generic", Ana with { MedicalRecords = asked }, agency).AsRead();
        Assert.Equal(there, text.Contains("No one may deny treatment, payment, enrollment, or benefits", StringComparison.Ordinal));
        Assert.Equal(there, text.Contains("may then no longer protect them", StringComparison.Ordinal));
    }

    [Fact]
    public void Specially_protected_records_need_separate_consents()
    {
        string With(params string[] ticked) => Compose("veterans", Ana with { SensitiveRecords = ticked }, Agency("VA")).AsRead();
        Assert.Contains("I do not consent to the disclosure of any of these records.", With(), StringComparison.Ordinal);
        var one = With("Hiv");
        Assert.Contains("I give specific consent to disclose records on testing for or infection with HIV.", one, StringComparison.Ordinal);
        Assert.DoesNotContain("I give specific consent to disclose records on sickle cell anemia.", one, StringComparison.Ordinal);
        Assert.DoesNotContain("I do not consent", one, StringComparison.Ordinal);
        // An agency can't be authorized to release records it doesn't have.
        Assert.DoesNotContain(
            "specific consent", Compose("generic", Ana with { SensitiveRecords = ["Hiv"] }, Agency("SSA")).AsRead(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignerCapacity.ParentOrGuardian, "Luz García signs for Ana Lucía García as parent or legal guardian")]
    [InlineData(SignerCapacity.PersonalRepresentative, "Luz García signs for Ana Lucía García as personal representative")]
    [InlineData(SignerCapacity.NextOfKin, "Ana Lucía García has died. Luz García signs as next of kin")]
    public void A_representative_states_the_capacity_to_sign(SignerCapacity capacity, string words)
    {
        var text = Compose("generic", Ana with { Capacity = capacity, SignerName = "Luz García" }, Agency("SSA"));
        Assert.Contains(words, text.AsRead(), StringComparison.Ordinal);
        Assert.Equal("Luz García", text.Signer);
        Assert.Equal("Ana Lucía García", text.Sections[0].Lines[0].Value);
    }

    [Fact]
    public void A_petition_has_two_parties_and_each_document_names_both()
    {
        var agency = Agency("USCIS");
        var mine = Compose("immigration", Ana with { Role = PartyRole.Petitioner, OtherParty = "Luis García" }, agency);
        Assert.Contains(new ReleaseLine("Role in the petition", "Petitioner"), mine.Sections[0].Lines);
        Assert.Contains(new ReleaseLine("Beneficiary", "Luis García"), mine.Sections[0].Lines);
        var his = Compose("immigration", Ana with { Role = PartyRole.Beneficiary, OtherParty = "Luis García" }, agency);
        Assert.Contains(new ReleaseLine("Petitioner", "Luis García"), his.Sections[0].Lines);
        Assert.DoesNotContain(Compose("immigration", Ana, agency).Sections[0].Lines, l => l.Label == "Role in the petition");
    }

    [Fact]
    public void The_deadline_to_arrive_applies_only_to_tax_information_where_the_agency_says_so()
    {
        const string Days = "must receive this document within 120 days";
        Assert.Contains(Days, Compose("tax", Ana, Agency("IRS")).AsRead(), StringComparison.Ordinal);
        Assert.DoesNotContain(Days, Compose("generic", Ana, Agency("SSA")).AsRead(), StringComparison.Ordinal);
        Assert.Contains(Days, Compose("generic", Ana with { TaxRecords = true }, Agency("SSA")).AsRead(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_translator_certifies_the_text_for_a_signer_who_does_not_read_English()
    {
        const string Certifies = "I am competent to translate";
        Assert.DoesNotContain(Certifies, Compose("immigration", Ana, Agency("USCIS")).AsRead(), StringComparison.Ordinal);
        Assert.Contains(Certifies, Compose("immigration", Ana, Agency("USCIS"), "es").AsRead(), StringComparison.Ordinal);
        Assert.Contains(Certifies, Compose("immigration", Ana with { InterpreterLanguage = "Mam" }, Agency("USCIS")).AsRead(), StringComparison.Ordinal);
        Assert.DoesNotContain(Certifies, Compose("generic", Ana, Agency("SSA"), "es").AsRead(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_English_is_required_the_Spanish_text_is_marked_as_its_translation()
    {
        var text = Compose("immigration", Ana, Agency("USCIS"), "es");
        Assert.Equal(("en", "es", "es"), (text.Language, text.Translation!.Language, text.ReadIn));
        Assert.Equal("Immigration privacy release: U.S. Citizenship and Immigration Services", text.Title);
        Assert.StartsWith("Autorización para divulgar información", text.Translation.Title, StringComparison.Ordinal);
        Assert.Equal("Esta traducción es solo para que usted la lea. El texto en inglés es el que tiene validez legal.", text.Translation.Notice);
        Assert.Equal(text.Sections.Count, text.Translation.Sections.Count);
        foreach (var part in text.Sections.Concat(text.Translation.Sections).SelectMany(s => s.Paragraphs))
            Assert.Contains(part, text.AsRead(), StringComparison.Ordinal);
        Assert.Null(Compose("immigration", Ana, Agency("USCIS")).Translation);
        Assert.Equal(("es", null), (Compose("generic", Ana, Agency("SSA"), "es").Language, Compose("generic", Ana, Agency("SSA"), "es").Translation));
    }

    [Fact]
    public void A_changed_translation_changes_the_hash_of_the_text()
    {
        var text = Compose("immigration", Ana, Agency("USCIS"), "es");
        var other = text with { Translation = text.Translation! with { Notice = text.Translation.Notice + " " } };
        Assert.NotEqual(text.Sha256(), other.Sha256());
        Assert.NotEqual(text.Sha256(), (text with { Translation = null }).Sha256());
    }

    [Fact]
    public void Curly_brackets_typed_by_a_person_stay_as_typed()
    {
        var text = Compose("generic", Ana with { LegalName = "Ana {member} García", Records = "{agency} {nothing}" }, Agency("SSA")).AsRead();
        Assert.Contains("Ana {member} García", text, StringComparison.Ordinal);
        Assert.Contains("The records: {agency} {nothing}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_without_a_heading_continues_the_previous_section()
    {
        static ReleaseClause Clause(string key, string heading, string text, ClauseCondition when = ClauseCondition.Always) =>
            new(key, ClauseKind.Statement, when, new(heading, heading), new(text, text));
        var template = Of(new(
            new("T {agencyShort}", "T"),
            [Clause("a", "One", "1\n\n 2 "), Clause("b", "", "3"), Clause("c", "Two", "4", ClauseCondition.Mark), Clause("d", "", "5")]));
        var text = ReleaseComposition.Compose(template, Ana, Agency("SSA"), Recipient, "en");
        Assert.Equal("T Social Security", text.Title);
        Assert.Equal(["1", "2", "3", "5"], Assert.Single(text.Sections).Paragraphs);
        text = ReleaseComposition.Compose(template, Ana with { ByMark = true }, Agency("SSA"), Recipient, "en");
        Assert.Equal(["One: 1 2 3", "Two: 4 5"], text.Sections.Select(s => $"{s.Heading}: {string.Join(' ', s.Paragraphs)}"));
    }

    [Fact]
    public void The_duration_is_written_in_words()
    {
        string Lasts(int months, string language) =>
            ReleaseComposition.Compose(Template("generic"), Ana, Agency("SSA"), Recipient with { ReleaseMonths = months }, language).AsRead();
        Assert.Contains("no longer than one month from", Lasts(1, "en"), StringComparison.Ordinal);
        Assert.Contains("como máximo un mes desde", Lasts(1, "es"), StringComparison.Ordinal);
        Assert.Contains("no longer than 18 months from", Lasts(18, "en"), StringComparison.Ordinal);
        Assert.Contains("como máximo 18 meses desde", Lasts(18, "es"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_condition_is_evaluated() => Assert.All(
        Enum.GetValues<ClauseCondition>(), condition => new ReleaseSituation(Ana, Agency("VA"), "es").Holds(condition));

    private static Agency Plain(bool perjury = true) => new()
    {
        Code = "FEMA",
        Name = "Federal Emergency Management Agency",
        NameEs = "Agencia Federal para el Manejo de Emergencias",
        ShortName = "FEMA",
        ShortNameEs = "FEMA",
        Source = "",
        Rules = new() { Perjury = perjury },
    };
}
