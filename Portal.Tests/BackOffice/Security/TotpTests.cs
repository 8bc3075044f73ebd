using Portal.BackOffice.Security;

namespace Portal.Tests.BackOffice.Security;

public sealed class TotpTests
{
    // The secret of RFC 6238, Appendix B ("12345678901234567890"), in Base32. Codes are the last six of the RFC's eight digits.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_match_the_examples_of_RFC_6238(long second, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(second).UtcDateTime;
        Assert.Equal(code, Totp.CodeAt(Key, at));
        Assert.Equal(second / 30, Totp.Match(Key, $"{code[..3]} {code[3..]}", at));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Codes_one_step_early_or_late_are_accepted(int secondsOff, bool allowed)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_900_000_005).UtcDateTime;
        Assert.Equal(allowed, Totp.Match(Key, Totp.CodeAt(Key, at.AddSeconds(secondsOff)), at) is not null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void Anything_but_six_digits_is_refused(string? typed) => Assert.Null(Totp.Match(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59).UtcDateTime));

    [Fact]
    public void New_keys_have_160_bits_and_are_unique()
    {
        Assert.Matches("^[A-Z2-7]{32}$", Totp.NewKey());
        Assert.NotEqual(Totp.NewKey(), Totp.NewKey());
    }
}
