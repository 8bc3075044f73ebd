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
    [InlineData("4", "28", "1986", true)]
    [InlineData(" 04 ", "8", " 1986", true)]
    [InlineData("2", "30", "1986", false)]
    [InlineData("4", "28", "86", false)]
    [InlineData("x", "28", "1986", false)]
    [InlineData(null, null, null, false)]
    public void Month_day_and_year_make_a_valid_date_or_none(string? month, string? day, string? year, bool expected) =>
        Assert.Equal(expected, new DateParts { Month = month, Day = day, Year = year }.TryGet(out _));
}
