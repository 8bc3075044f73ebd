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
    public void Reads_what_people_type(string typed, string read)
    {
        Assert.True(ZipCode.TryParse(typed, out var zip));
        Assert.Equal(read, zip.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("123456")]
    [InlineData("12345-")]
    [InlineData("12345-678")]
    [InlineData("1234-56789")]
    [InlineData("12345-6789-0")]
    [InlineData("1234a")]
    [InlineData("١٢٣٤٥")]
    [InlineData("１２３４５")]
    public void Refuses_what_is_no_zip_code(string? typed)
    {
        Assert.False(ZipCode.TryParse(typed, out var zip));
        Assert.Null(zip);
    }

    [Fact]
    public void Text_of_a_zip_code_reads_back_as_the_same()
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
    public void Any_text_is_refused_or_reads_back_and_never_throws() =>
        Prop.ForAll<string?>(text => !ZipCode.TryParse(text, out var zip) || ZipCode.Parse(zip.ToString()) == zip)
            .QuickCheckThrowOnFailure();
}
