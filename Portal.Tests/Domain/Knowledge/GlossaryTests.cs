using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Domain.Agencies;
using Portal.Domain.Knowledge;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Knowledge;

/// <summary>Acronyms, programs, and forms in plain words.</summary>
public sealed partial class GlossaryTests
{
    // Parts of names that aren't explained by themselves, words everyone knows, and codes that only the search for topics uses.
    private static readonly HashSet<string> NotExplained =
    [
        "COM", "COVID", "COVID-19", "DS", "EE", "GI", "ID", "IP", "IR", "IX", "L564", "MIL-PIP", "PACT", "PO", "REAL", "SS", "SSSS", "TEAS", "TV", "VASH", "VR", "ZIP", "BC-600", "CPS", "DMZ", "DOE", "DUNS", "FBU", "FIRST", "IH", "PAN", "SOR", "UU",
    ];

    [Fact]
    public void There_are_at_least_five_hundred_and_none_twice()
    {
        Assert.True(Glossary.All.Count >= 500, $"{Glossary.All.Count}");
        Assert.Empty(Glossary.All.GroupBy(e => e.Short, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Each_has_a_name_and_a_sentence_in_both_languages() => Assert.All(Glossary.All, e =>
    {
        Assert.All(new[] { e.Short, e.Name.En, e.Name.Es }, t => Assert.True(t.Length > 0 && t == PlainText.Line(t), e.Short));
        Assert.All(new[] { e.Text.En, e.Text.Es }, t => Assert.True(t.EndsWith('.') && char.IsUpper(t[0]) && t == PlainText.Line(t), $"{e.Short}: {t}"));
        Assert.NotEqual(e.Text.En, e.Text.Es);
    });

    [Fact]
    public void They_read_as_plain_words()
    {
        Assert.InRange(ReadingGrade.Of(string.Join(' ', Glossary.All.Select(e => e.Text.En))), 0, 8);
        Assert.Equal("", string.Join(", ", Glossary.All.Where(e => e.Text.En.Split(' ').Length > 30).Select(e => e.Short)));
    }

    [Fact]
    public void Each_belongs_to_an_agency_we_know_or_to_none()
    {
        var known = SeedFile.Read<JsonElement[]>("agencies.json").Select(a => a.GetProperty("code").GetString()).ToHashSet();
        Assert.Equal("", string.Join(", ", Glossary.All.Select(e => e.AgencyCode).OfType<string>().Distinct().Where(c => !known.Contains(c))));
    }

    /// <summary>Every acronym and form number that our topics and agency cards use is explained.</summary>
    [Fact]
    public void Whatever_our_topics_and_agencies_mention_is_explained()
    {
        var topics = SeedFile.Read<TopicCard[]>("topics.json").SelectMany(t => new[] { t.SubAgency, t.Program, t.Issue, t.Explanation, t.Words, t.Referral }.Concat(t.Documents)
            .Concat(t.Questions.SelectMany(q => new[] { q.Label, q.Hint }))).OfType<Bilingual>();
        var agencies = SeedFile.Read<JsonElement[]>("agencies.json").SelectMany(a => new[] { "name", "shortName" }.Select(n => a.GetProperty(n).Deserialize<Bilingual>(SeedFile.Json)!));
        var mentioned = topics.Concat(agencies).SelectMany(t => new[] { t.En, t.Es }).SelectMany(t => Acronym().Matches(t).Select(m => m.Value)).ToHashSet();
        Assert.True(mentioned.Count > 250, $"{mentioned.Count}");
        var explained = Glossary.All.SelectMany(e => new[] { e.Short, e.Short.Replace("Form ", "", StringComparison.Ordinal) }).ToHashSet();
        Assert.Equal("", string.Join(", ", mentioned.Where(m => !explained.Contains(m) && !NotExplained.Contains(m)).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Apply for SSI or SSDI.", "SSI SSDI")]
    [InlineData("File the I-130 and the I-130A.", "I-130")]
    [InlineData("Send SSA-3288, not SSA.", "SSA-3288 SSA")]
    [InlineData("See SSA.gov or www.irs.gov/SSA", "")]
    [InlineData("Your Green Card and a green card", "Green Card")]
    [InlineData("Send Form 911, or call 911.", "Form 911")]
    [InlineData("Envíe el formulario 911.", "Form 911")]
    [InlineData("A MISSION and an ssi", "")]
    [InlineData("VA-approved", "")]
    [InlineData("(VA), VA's", "VA VA")]
    [InlineData("Denver, CO 80202", "")]
    public void Words_are_found_where_they_stand_alone(string text, string wanted) =>
        Assert.Equal(wanted, string.Join(' ', Glossary.MentionsIn(text).Select(m => m.Entry.Short)));

    [Fact]
    public void A_mention_is_where_the_text_says_it() =>
        Assert.All(Glossary.MentionsIn("¿Tiene SSI? Llame al IRS."), m => Assert.Equal(m.Entry.Short, "¿Tiene SSI? Llame al IRS.".Substring(m.Start, m.Length)));

    [Theory]
    [InlineData("ssdi", "SSDI")]
    [InlineData("i-130", "I-130")]
    [InlineData("i 130", "I-130")]
    [InlineData("food stamps", "SNAP")]
    public void A_search_finds_it_first_however_it_is_typed(string typed, string wanted) => Assert.Equal(wanted, Glossary.Search(typed, "en")[0].Short);

    [Fact]
    public void A_search_reads_words_from_their_beginning() =>
        Assert.DoesNotContain(Glossary.Search("ssi", "en"), e => !$"{e.Short} {e.Name.En} {e.Text.En}".Contains("SSI", StringComparison.Ordinal));

    [Fact]
    public void A_search_in_Spanish_reads_the_Spanish_words_without_accents() =>
        Assert.Contains(Glossary.Search("jubilacion ferroviario", "es").Concat(Glossary.Search("pensiones de trabajadores ferroviarios", "es")), e => e.Short == "RRB");

    [Fact]
    public void A_search_for_nothing_lists_everything_and_one_for_nonsense_nothing() =>
        Assert.Equal((Glossary.All.Count, 0), (Glossary.Search(" ", "en").Count, Glossary.Search("zzzz", "en").Count));

    [GeneratedRegex(@"(?<![\w-])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*[A-Z0-9](?!\w)")]
    private static partial Regex Acronym();
}
