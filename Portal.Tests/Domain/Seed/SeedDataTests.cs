using Portal.Domain.Agencies;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Tests.Domain.Seed;

public partial class SeedDataTests
{
    private const string Codes =
        "SSA VA IRS USCIS CBP ICE TSA FEMA DHS DOS CMS DOL OPM USPS HUD SBA ED DOD NARA USDA BOP DOT FAA CFPB OCC FCC " +
        "FTC RRB PBGC EEOC TREAS DOJ HHS EPA NONE EOIR FRTIB MSPB OSC DOC GSA SEC FDIC NCUA FHFA CPSC NLRB";

    // These numbers don't identify a person, so they aren't encrypted.
    private static readonly string[] NotIdentity = ["TaxYears", "TrackingNumber", "FormType"];

    [Fact]
    public void Agency_codes_are_complete_and_unique()
    {
        var codes = SeedFiles.Agencies.Select(agency => agency.Text("code")).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
        // Interior (DOI) is in casework.md's topics but not in its list of codes.
        Assert.Equal(Codes.Split(' ').Append("DOI").Order(), codes.Order());
    }

    [Fact]
    public void Agency_values_come_from_the_known_sets()
    {
        Assert.All(AgencySeed.Read(), agency =>
        {
            Assert.All(agency.Rules.RequiredIdentifiers, identifier => Assert.Contains(identifier, SeedFiles.Identifiers));
            Assert.True((agency.AcknowledgmentDays ?? 0) <= (agency.InterimDays ?? int.MaxValue));
            Assert.True((agency.InterimDays ?? 0) <= (agency.FinalDays ?? int.MaxValue));
            Assert.Contains(agency.Rules.TemplateCode, AgencyReleaseRules.TemplateKeys);
        });
    }

    [Fact]
    public void Nothing_is_both_verified_and_unverified()
    {
        Assert.All(SeedFiles.Agencies, row =>
            Assert.Equal(row.GetProperty("unverified").GetBoolean(), row.GetProperty("verifiedOn").ValueKind == JsonValueKind.Null));
        Assert.All(SeedFiles.Resources, row => Assert.True(row.GetProperty("unverified").GetBoolean()));
    }

    [Fact]
    public void Every_text_is_given_in_both_languages()
    {
        Assert.All(SeedFiles.Agencies, row => Complete(row, row.Text("code")));
        Assert.All(SeedFiles.Topics, row => Complete(row, row.Text("code")));
        Assert.All(SeedFiles.Resources, row => Complete(row, row.Text("code")));
    }

    [Fact]
    public void Topics_are_numerous_and_their_codes_are_simple_and_unique()
    {
        var codes = SeedFiles.Topics.Select(topic => topic.Text("code")).ToArray();
        Assert.True(codes.Length >= 120);
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches(PlainCode(), code));
        Assert.All(SeedFiles.Resources, resource => Assert.Matches(PlainCode(), resource.Text("code")));
        Assert.Equal(SeedFiles.Resources.Length, SeedFiles.Resources.Select(resource => resource.Text("code")).Distinct().Count());
    }

    [Fact]
    public void Every_topic_has_an_agency_and_every_agency_has_a_topic()
    {
        var agencies = SeedFiles.Agencies.Select(agency => agency.Text("code")).Order();
        Assert.Equal(agencies, SeedFiles.Topics.Select(topic => topic.Text("agency")).Distinct().Order());
    }

    [Fact]
    public void Topics_of_one_agency_have_distinct_names() =>
        Assert.All(new[] { "en", "es" }, language =>
        {
            var paths = SeedFiles.Topics.Select(topic => string.Join('›', topic.Text("agency"),
                topic.GetProperty("subAgency").Text(language), topic.GetProperty("program").Text(language),
                topic.GetProperty("issue").Text(language))).ToArray();
            Assert.Equal(paths.Length, paths.Distinct().Count());
        });

    [Fact]
    public void Only_matters_that_are_not_federal_are_referred_and_each_referral_has_a_target()
    {
        Assert.All(SeedFiles.Topics, topic =>
        {
            var outcome = topic.Text("outcome");
            Assert.Contains(outcome, new[] { "Casework", "Referral", "OfficeService" });
            Assert.Equal(topic.Text("agency") == "NONE", outcome != "Casework");
            Assert.Equal(outcome == "Referral", topic.GetProperty("referral").ValueKind == JsonValueKind.Object);
        });
    }

    [Fact]
    public void Topics_ask_few_questions_and_identity_numbers_are_sensitive()
    {
        Assert.All(SeedFiles.Topics, topic =>
        {
            var questions = topic.GetProperty("questions").EnumerateArray().ToArray();
            Assert.InRange(questions.Length, 1, 5);
            Assert.Equal(questions.Length, questions.Select(question => question.Text("id")).Distinct().Count());
            Assert.All(questions, question =>
            {
                Assert.Contains(question.Text("kind"), new[] { "Text", "Date", "YesNo", "LongText" });
                Assert.True(question.GetProperty("maxLength").GetInt32() > 0);
                var identifier = question.GetProperty("identifier").GetString();
                Assert.True(identifier is null || SeedFiles.Identifiers.Contains(identifier), identifier);
                Assert.Equal(identifier is not null && !NotIdentity.Contains(identifier), question.GetProperty("sensitive").GetBoolean());
                Assert.True(identifier != "Ssn" || topic.Text("agency") == "SSA", "Only Social Security needs the whole number.");
            });
        });
    }

    [Fact]
    public void A_question_has_the_same_wording_everywhere() =>
        Assert.All(
            SeedFiles.Topics.SelectMany(topic => topic.GetProperty("questions").EnumerateArray()).GroupBy(question => question.Text("id")),
            same => Assert.Single(same.Select(question => question.GetRawText()).Distinct()));

    [Fact]
    public void Resources_have_a_known_kind_and_contact_data()
    {
        Assert.All(SeedFiles.Resources, resource =>
        {
            Assert.Contains(resource.Text("kind"), new[] { "StateOrLocal", "Regulator", "Community", "Crisis" });
            var url = resource.GetProperty("url").GetString();
            Assert.True(url is not null || resource.GetProperty("phone").GetString() is not null);
            Assert.True(url is null || url.StartsWith("https://", StringComparison.Ordinal));
        });
    }

    private static void Complete(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                Assert.False(string.IsNullOrWhiteSpace(element.GetString()), path);
                break;
            case JsonValueKind.Array:
                Assert.All(element.EnumerateArray(), item => Complete(item, path));
                break;
            case JsonValueKind.Object:
                Assert.Equal(element.TryGetProperty("en", out _), element.TryGetProperty("es", out _));
                // Names such as USCIS and FEMA take no article.
                Assert.All(element.EnumerateObject().Where(property => property.Name is not ("article" or "shortArticle")),
                    property => Complete(property.Value, path + "." + property.Name));
                break;
        }
    }

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex PlainCode();
}
