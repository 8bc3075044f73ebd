using Portal.Domain.Constituents;

namespace Portal.Tests.Domain.Constituents;

public sealed class NameAndAddressTests
{
    [Theory]
    [InlineData("ana garcia", "Ana García")]
    [InlineData("  ANA   GARCÍA ", "Ana García")]
    [InlineData("Mary Ann O'Neil", "Mary-Ann O’Neil")]
    [InlineData("MARTIN LUTHER KING JR", "Martin Luther King, Jr.")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("王小明", "王小明")]
    public void Typed_names_match_regardless_of_case_accents_and_punctuation(string typed, string name) => Assert.True(PersonName.Matches(typed, name));

    [Theory]
    [InlineData("Ana", "Ana García")]
    [InlineData("Anna García", "Ana García")]
    [InlineData("AnaGarcía", "Ana García")]
    [InlineData("", "Ana García")]
    [InlineData("", "")]
    [InlineData("...", " ' ")]
    public void Different_names_do_not_match(string typed, string name) => Assert.False(PersonName.Matches(typed, name));

    [Theory]
    [InlineData("ana@example.org")]
    [InlineData(" Ana.Garcia+help@Mail.Example.org ")]
    [InlineData("o'neil@example.co")]
    public void An_address_is_kept_as_typed(string typed)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));
        Assert.Equal(typed.Trim(), address.Text);
        Assert.Equal(typed.Trim().ToUpperInvariant(), address.Normalized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("ana@example")]
    [InlineData("@example.org")]
    [InlineData("ana@example.org, bob@example.org")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("ana@example.org\r\nBcc: all@example.org")]
    [InlineData("ana @example.org")]
    [InlineData("ana@example.org.")]
    [InlineData("ana;bob@example.org")]
    public void Anything_but_a_single_email_address_is_refused(string? typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Fact]
    public void An_address_is_at_most_254_characters_long()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 242) + "@example.org", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 243) + "@example.org", out _));
    }

    [Theory]
    [InlineData("(303) 555-0142", "3035550142")]
    [InlineData("1-303-555-0142", "3035550142")]
    [InlineData("+1 303.555.0142 x12", "3035550142")]
    [InlineData("303/555-0142 Ext. 12", "3035550142")]
    [InlineData("+52 55 1234 5678", "525512345678")]
    [InlineData("555-0142", "5550142")]
    public void Phone_numbers_with_the_same_digits_are_equal(string typed, string digits)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(digits, number.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x12")]
    [InlineData("911")]
    [InlineData("303-555-014A")]
    [InlineData("ask my daughter")]
    [InlineData("1234567890123456")]
    [InlineData("۳۰۳۵۵۵۰۱۴۲")]
    public void Anything_but_a_phone_number_is_refused(string? typed) => Assert.False(PhoneNumber.TryParse(typed, out _));
}
