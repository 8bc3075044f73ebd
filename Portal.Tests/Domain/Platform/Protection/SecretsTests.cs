using Portal.Domain.Platform.Protection;

namespace Portal.Tests.Domain.Platform.Protection;

public class SecretsTests
{
    private readonly MasterKeys _keys = TestKeys.Ring();

    [Fact]
    public void A_blind_index_matches_only_equal_values_of_its_purpose()
    {
        var index = new BlindIndex(_keys);
        Assert.Equal(index.Of("ssn", "078051120"), index.Of("ssn", "078051120"));
        Assert.NotEqual(index.Of("ssn", "078051120"), index.Of("ssn", "078051121"));
        Assert.NotEqual(index.Of("ssn", "078051120"), index.Of("alien", "078051120"));
        Assert.NotEqual(index.Of("ab", "c"), index.Of("a", "bc"));
        Assert.NotEqual(index.Of("ssn", "078051120"), new BlindIndex(TestKeys.Ring()).Of("ssn", "078051120"));
    }

    [Fact]
    public void Rotation_keeps_indexes_and_code_hashes()
    {
        var rotated = _keys.With("k2", TestKeys.Random());
        Assert.Equal(new BlindIndex(_keys).Of("ssn", "1"), new BlindIndex(rotated).Of("ssn", "1"));
        Assert.True(new SecretCode(rotated).Matches(new SecretCode(_keys).Hash("sign-in", "a", "123456"), "sign-in", "a", "123456"));
    }

    [Fact]
    public void A_code_matches_only_its_purpose_and_owner()
    {
        var codes = new SecretCode(_keys);
        var hash = codes.Hash("sign-in", "ana@example.org", "123456");
        Assert.DoesNotContain("123456", hash);
        Assert.True(codes.Matches(hash, "sign-in", "ana@example.org", "123456"));
        Assert.False(codes.Matches(hash, "sign-in", "ana@example.org", "123457"));
        Assert.False(codes.Matches(hash, "sign-in", "bea@example.org", "123456"));
        Assert.False(codes.Matches(hash, "confirm", "ana@example.org", "123456"));
        Assert.False(codes.Matches("", "sign-in", "ana@example.org", "123456"));
    }

    [Fact]
    public void Codes_have_six_digits_and_use_the_whole_range()
    {
        var codes = Enumerable.Range(0, 20_000).Select(_ => SecretCode.NewDigits()).ToList();
        Assert.All(codes, c => Assert.Matches("^[0-9]{6}$", c));
        Assert.Equal(10, codes.Select(c => c[0]).Distinct().Count());
        Assert.InRange(codes.Distinct().Count(), 19_000, 20_000);
    }

    [Fact]
    public void Tokens_are_long_URL_safe_and_unique()
    {
        var tokens = Enumerable.Range(0, 1_000).Select(_ => SecretCode.NewToken()).ToList();
        Assert.All(tokens, t => Assert.Matches("^[A-Za-z0-9_-]{27}$", t));
        Assert.Equal(1_000, tokens.Distinct().Count());
    }
}
