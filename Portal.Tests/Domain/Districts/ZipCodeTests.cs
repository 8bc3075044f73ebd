using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Districts;

namespace Portal.Tests.Domain.Districts;

public class ZipCodeTests
{
    [Theory]
    [InlineData("12345", "12345")]
    [InlineData(" 12345 ", "12345")]
    [InlineData("12345-6789", "12345-6789")]
    [InlineData("12345 - 6789", "12345-6789")]
    [InlineData("12345 6789", "12345-6789")]
    [InlineData("123456789", "12345-6789")]
    [InlineData("12345\u20136789", "12345-6789")]
    [InlineData("00\u00A0501", "00501")]
    public void ZIP_codes_are_read_as_people_type_them(string typed, string read)
    {
        Assert.True(ZipCode.TryParse(typed, out var zip));
        Assert.Equal(read, zip.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("123456")]
    [InlineData("12345-678")]
    [InlineData("1234-56789")]
    [InlineData("12345-6789-0")]
    [InlineData("1234a")]
    [InlineData("١٢٣٤٥")]
    public void Anything_but_a_ZIP_code_is_refused(string? typed)
    {
        Assert.False(ZipCode.TryParse(typed, out var zip));
        Assert.Null(zip);
    }

    [Fact]
    public void A_ZIP_code_survives_a_round_trip_through_text()
    {
        var codes =
            from five in Gen.Choose(0, 99_999)
            from four in Gen.Choose(-1, 9_999)
            select four < 0 ? $"{five:D5}" : $"{five:D5}-{four:D4}";
        Prop.ForAll(codes.ToArbitrary(), text =>
        {
            var zip = ZipCode.Parse(text);
            return zip.ToString() == text && ZipCode.Parse(zip.ToString()) == zip && ZipCode.Parse(text.Replace("-", " ")) == zip;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_refused_or_survives_a_round_trip() =>
        Prop.ForAll<string?>(text => !ZipCode.TryParse(text, out var zip) || ZipCode.Parse(zip.ToString()) == zip)
            .QuickCheckThrowOnFailure();
}
