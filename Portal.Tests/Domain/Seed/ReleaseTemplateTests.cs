using System.Text.RegularExpressions;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.PrivacyReleases.Templates;
using Portal.Tests.Support;
using static Portal.Tests.Domain.PrivacyReleases.Templates.TemplateSamples;

namespace Portal.Tests.Domain.Seed;

/// <summary>The release templates as shipped: complete, not yet reviewed, in plain language, with the elements each law requires.</summary>
public sealed partial class ReleaseTemplateTests
{
    private const double Grade = 8;

    public static TheoryData<string> Codes => [.. Shipped.Select(t => t.Code)];

    [Fact]
    public void Every_agency_has_a_template_and_every_template_is_used() =>
        Assert.Equal(
            Shipped.Select(t => t.Code).Order(),
            TemplateSamples.Agencies.Where(a => a.Rules.Signature != SignatureClass.None).Select(a => a.Rules.TemplateCode).Distinct().Order());

    [Fact]
    public void Templates_cite_their_source_and_are_marked_as_not_reviewed() => Assert.All(Shipped, t =>
    {
        Assert.Contains("Practice notes", t.Source, StringComparison.Ordinal);
        Assert.Null(t.VerifiedOn);
        Assert.Null(t.PublishedById);
    });

    // Version 1 of the generic template was part of the code and has been signed; no other text may use that number.
    [Fact]
    public void The_generic_template_starts_at_version_2() =>
        Assert.All(Shipped, t => Assert.Equal(t.Code == "generic" ? 2 : 1, t.Number));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Templates_are_easy_enough_to_read(string code)
    {
        var text = string.Join('\n', Template(code).Words().Clauses.Select(c => c.Text.En));
        Assert.InRange(GradeOf(text), 1, Grade);
    }

    [Theory]
    [InlineData("The cat sat on the mat. It was warm.", -2)]
    [InlineData("Notwithstanding administrative considerations, interdepartmental authorization necessitates documentation.", 44)]
    public void The_readability_grade_tells_plain_text_from_legalese(string text, double grade) => Assert.InRange(GradeOf(text), grade - 5, grade + 5);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Templates_contain_every_field_of_a_release(string code)
    {
        var agency = TemplateSamples.Agencies.First(a => a.Rules.TemplateCode == code);
        var text = Compose(
                code, Ana with { MayTalkWith = "Luz García", Identifiers = new Dictionary<string, string> { ["CaseNumber"] = "C-1" } }, agency)
            .AsRead();
        foreach (var wanted in (string[])
            [
                "Ana Lucía García", "Anne Garcia", "April 9, 1957", "Ponce", "500 Broadway", "212-555-0188", "C-1", agency.Name,
                "Representative Ana M. Núñez and to the staff", "My payments of 2026", "To find the payment of October", "12 months",
                "when the case is closed", "at any time", "not covered by the Privacy Act", "under penalty of perjury", "552a(i)(3)"
            ])
            Assert.Contains(wanted, text, StringComparison.Ordinal);
        Assert.Equal(!agency.Rules.OnlyOfficeNamed, text.Contains("Luz García", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "immigration", "Form G-28", "receipt number, the A-number, and the type of form", "No other person, organization, or office",
        "by hand, even when abroad")]
    [InlineData(
        "tax", "Taxpayer", "type of tax, the form, and the years", "26 U.S.C. 6103(c)", "within 120 days of my signature",
        "does not grant anyone a power of attorney")]
    [InlineData(
        "medical", "45 CFR 164.508", "revoke it at any time, in writing", "may disclose it again",
        "treatment, payment, enrollment in a health plan, or benefits", "right to a copy", "The purpose:")]
    [InlineData("veterans", "38 CFR 1.507", "38 U.S.C. 7332", "one by one")]
    [InlineData("justice", "Certification of identity", "I certify that I am Ana Lucía García", "18 U.S.C. 1001", "signed in ink")]
    [InlineData("service-records", "military service records")]
    public void Templates_contain_the_elements_that_the_law_requires(string code, params string[] elements)
    {
        var text = Compose(code, Ana, TemplateSamples.Agencies.First(a => a.Rules.TemplateCode == code)).AsRead();
        Assert.All(elements, element => Assert.Contains(element, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Service_records_of_the_dead_go_to_the_next_of_kin_with_proof()
    {
        var text = Compose("service-records", Ana with { Capacity = SignerCapacity.NextOfKin, SignerName = "Luz García" }, Agency("NARA")).AsRead();
        Assert.Contains("Luz García signs as next of kin: the surviving spouse who has not remarried", text, StringComparison.Ordinal);
        Assert.Contains("Proof of the death", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_protected_by_38_USC_7332_need_separate_consents() =>
        Assert.All(Agency("VA").Rules.SensitiveRecords, kind => Assert.Contains(
            "I give specific consent to disclose records on", Compose("veterans", Ana with { SensitiveRecords = [kind] }, Agency("VA")).AsRead(),
            StringComparison.Ordinal));

    // Without citations, and with a name in place of each field.
    private static double GradeOf(string text) => ReadingGrade.Of(Field().Replace(Citation().Replace(text, ""), "name"));

    [GeneratedRegex(@"\((?:[^()]|\([^()]*\))*\)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Field();
}
