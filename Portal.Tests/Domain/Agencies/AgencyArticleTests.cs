using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;

namespace Portal.Tests.Domain.Agencies;

/// <summary>An agency's name in a sentence, with the article each language uses.</summary>
public sealed class AgencyArticleTests
{
    private static readonly IReadOnlyDictionary<string, Agency> Agencies = AgencySeed.Read().ToDictionary(a => a.Code);

    [Theory]
    [InlineData("SSA", "the Social Security Administration", "la Administración del Seguro Social")]
    [InlineData("VA", "the Department of Veterans Affairs", "el Departamento de Asuntos de Veteranos")]
    [InlineData("USCIS", "U.S. Citizenship and Immigration Services", "el Servicio de Ciudadanía e Inmigración de Estados Unidos")]
    public void Full_name(string code, string english, string spanish) =>
        Assert.Equal((english, spanish), (Agencies[code].WithArticle("en"), Agencies[code].WithArticle("es")));

    [Theory]
    [InlineData("SSA", "Social Security", "el Seguro Social")]
    [InlineData("VA", "Veterans Affairs", "Asuntos de Veteranos")]
    [InlineData("IRS", "the IRS", "el IRS")]
    [InlineData("USCIS", "USCIS", "USCIS")]
    [InlineData("NARA", "the National Archives", "los Archivos Nacionales")]
    public void Short_name(string code, string english, string spanish)
    {
        Assert.Equal((english, spanish), (Agencies[code].ShortWithArticle("en"), Agencies[code].ShortWithArticle("es")));
        Assert.Equal(new Bilingual(english, spanish), Agencies[code].BothShortNames());
    }

    [Fact]
    public void Every_article_is_one_that_sentences_support() => Assert.All(Agencies.Values, agency =>
    {
        Assert.Contains(agency.Article, (string[])["", "the"]);
        Assert.Contains(agency.ShortArticle, (string[])["", "the"]);
        Assert.Contains(agency.ArticleEs, (string[])["", "el", "la", "los", "las"]);
        Assert.Contains(agency.ShortArticleEs, (string[])["", "el", "la", "los", "las"]);
    });
}
