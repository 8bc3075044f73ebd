using System.Globalization;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Text;

namespace Portal.Tests.Domain.Platform.Text;

public sealed class TextsTests
{
    [Theory]
    [InlineData("en", "There's a problem", "There's a problem")]
    [InlineData("es", "There's a problem", "Hay un problema")]
    [InlineData("es-MX", "There's a problem", "Hay un problema")]
    [InlineData("fr", "There's a problem", "There's a problem")]
    [InlineData("es", "No translation {braces}", "No translation {braces}")]
    public void Texts_are_translated(string language, string english, string expected) => Assert.Equal(expected, Texts.Get(language, english));

    [Fact]
    public void Dates_follow_the_language_and_not_the_thread()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        Assert.Equal("April 28", Texts.Get("en", "{0:MMMM d}", new DateOnly(2026, 4, 28)));
        Assert.Equal("abril 28", Texts.Get("es", "{0:MMMM d}", new DateOnly(2026, 4, 28)));
    }

    [Theory]
    [InlineData("en", "We're waiting for {0}. We expect an answer by {1}.", "the IRS", "We're waiting for the IRS. We expect an answer by May 4.")]
    [InlineData(
        "en",
        "We expected {0} to answer by {1}. Follow up, or record the answer.",
        "the IRS",
        "We expected the IRS to answer by May 4. Follow up, or record the answer.")]
    [InlineData("en", "It is {1}. {0} has not answered.", "the IRS", "It is May 4. The IRS has not answered.")]
    [InlineData("en", "{0} signed it on {1}.", "ana.garcia@example.org", "ana.garcia@example.org signed it on May 4.")]
    [InlineData("es", "Le preguntamos a {0} el {1}.", "el IRS", "Le preguntamos al IRS el May 4.")]
    [InlineData("es", "Le preguntamos a {0} el {1}.", "la Administración del Seguro Social", "Le preguntamos a la Administración del Seguro Social el May 4.")]
    [InlineData("es", "La respuesta de {0} debía llegar para el {1}.", "el Servicio Postal", "La respuesta del Servicio Postal debía llegar para el May 4.")]
    [InlineData("es", "De {0}, el {1}", "el IRS", "Del IRS, el May 4")]
    [InlineData("es", "{0} no respondió para el {1}.", "el IRS", "El IRS no respondió para el May 4.")]
    [InlineData("es", "Le preguntamos a {0} el {1}.", "El Paso", "Le preguntamos a El Paso el May 4.")]
    [InlineData("es", "Le preguntamos a {0} el {1}.", "USCIS", "Le preguntamos a USCIS el May 4.")]
    public void An_agency_name_gets_its_article_in_a_sentence(string language, string sentence, string agency, string expected) =>
        Assert.Equal(expected, Texts.Get(language, sentence, agency, "May 4"));

    [Fact]
    public void A_bilingual_name_is_inserted_in_each_language()
    {
        var names = new Bilingual("the IRS", "el IRS");
        Assert.Equal(
            "We're waiting for the IRS. We expect an answer by May 4.",
            Texts.Get("en", "We're waiting for {0}. We expect an answer by {1}.", names, "May 4"));
        Assert.Equal(
            "Esperamos la respuesta del IRS. La prevemos a más tardar el 4 de mayo.",
            Texts.Get("es", "We're waiting for {0}. We expect an answer by {1}.", names, "4 de mayo"));
    }

    [Theory]
    [InlineData("4", "28", "1986", true)]
    [InlineData(" 04 ", "8", " 1986", true)]
    [InlineData("2", "30", "1986", false)]
    [InlineData("4", "28", "86", false)]
    [InlineData("x", "28", "1986", false)]
    [InlineData(null, null, null, false)]
    public void Month_day_and_year_make_a_valid_date_or_none(string? month, string? day, string? year, bool expected) =>
        Assert.Equal(expected, new DateParts { Month = month, Day = day, Year = year }.TryGet(out _));
}
