using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Platform.Protection;

namespace Portal.Tests.Domain.Platform.Protection;

public class FieldCipherTests
{
    private const string Place = "Identifier/42/Number";

    private static readonly MasterKeys Ring = TestKeys.Ring();

    private readonly SystemCipher _cipher = new(Ring);

    [Fact]
    public void Any_text_and_bytes_survive_a_round_trip() =>
        Prop.ForAll<NonNull<string>, byte[]>((text, bytes) =>
            (HasLoneSurrogate(text.Get) || _cipher.Unseal(_cipher.Seal(text.Get, Place), Place) == text.Get)
            && _cipher.UnsealBytes(_cipher.Seal(bytes, Place), Place).AsSpan().SequenceEqual(bytes))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_encrypted_text_shows_only_version_and_key()
    {
        var text = _cipher.Seal("078-05-1120", Place);
        Assert.Matches("^v1\\.k1\\.[A-Za-z0-9_-]+$", text);
        Assert.DoesNotContain("078-05-1120", text);
        Assert.NotEqual(text, _cipher.Seal("078-05-1120", Place));
    }

    [Fact]
    public void A_changed_character_is_detected()
    {
        var text = _cipher.Seal("078-05-1120", Place);
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var other in "AB.v1k= \n!")
            {
                if (text[i] != other)
                    Assert.Throws<CryptographicException>(() => _cipher.Unseal(text[..i] + other + text[(i + 1)..], Place));
            }
        }
    }

    [Fact]
    public void Truncation_and_additions_are_detected()
    {
        var text = _cipher.Seal("078-05-1120", Place);
        for (var i = 0; i < text.Length; i++)
            Assert.Throws<CryptographicException>(() => _cipher.Unseal(text[..i], Place));
        foreach (var added in new[] { "A", "AAAA", "=", " ", ".", ".A" })
            Assert.Throws<CryptographicException>(() => _cipher.Unseal(text + added, Place));
    }

    [Theory]
    [InlineData("Identifier/43/Number")]
    [InlineData("Identifier/42/Other")]
    [InlineData("")]
    public void A_value_moved_to_another_place_does_not_open(string place) =>
        Assert.Throws<CryptographicException>(() => _cipher.Unseal(_cipher.Seal("078-05-1120", Place), place));

    [Fact]
    public void After_rotation_old_values_open_and_new_ones_use_the_new_key()
    {
        var old = _cipher.Seal("secret", Place);
        var rotated = new SystemCipher(Ring.With("k2", TestKeys.Random()));
        Assert.Equal("secret", rotated.Unseal(old, Place));
        Assert.True(rotated.IsUnderOlderKey(old));
        var fresh = rotated.Seal("secret", Place);
        Assert.StartsWith("v1.k2.", fresh);
        Assert.False(rotated.IsUnderOlderKey(fresh));
        Assert.Throws<CryptographicException>(() => _cipher.Unseal(fresh, Place));
    }

    [Fact]
    public void A_different_key_under_the_same_id_does_not_open_it() =>
        Assert.Throws<CryptographicException>(() => new SystemCipher(TestKeys.Ring()).Unseal(_cipher.Seal("secret", Place), Place));

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(r => r == System.Text.Rune.ReplacementChar);
}
