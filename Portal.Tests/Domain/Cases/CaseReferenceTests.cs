using Portal.Domain.Cases;

namespace Portal.Tests.Domain.Cases;

public sealed class CaseReferenceTests
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void References_are_read_however_they_are_typed()
    {
        for (var i = 0; i < 200; i++)
        {
            var written = CaseReference.Create().ToString();
            Assert.Matches("^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$", written);
            string[] spellings =
            [
                written, written.ToLowerInvariant(), written.Replace("-", ""), $"  {written[..5]} – {written[6..]} ",
                string.Join(' ', written.ToCharArray()),
            ];
            foreach (var typed in spellings)
            {
                Assert.True(CaseReference.TryParse(typed, out var read), typed);
                Assert.Equal(written, read.ToString());
            }
        }
    }

    [Fact]
    public void Every_reference_in_a_sentence_is_found_whatever_words_stand_beside_it()
    {
        var (one, other) = (CaseReference.Create(), CaseReference.Create());
        Assert.Equal([one, other], CaseReference.In($"RE: about {one} there, WHERE {other.ToString().ToLowerInvariant()} again {one}"));
        Assert.True(CaseReference.TryParse($"about {one}", out var read));
        Assert.Equal(one, read);
        Assert.Empty(CaseReference.In("Nothing about anyone"));
    }

    [Fact]
    public void Any_single_wrong_character_is_detected()
    {
        for (var i = 0; i < 20; i++)
        {
            var right = CaseReference.Create().ToString().Replace("-", "");
            for (var at = 0; at < right.Length; at++)
                foreach (var wrong in Alphabet.Where(c => c != right[at]))
                    Assert.False(CaseReference.TryParse(right[..at] + wrong + right[(at + 1)..], out _));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCDE")]
    [InlineData("00000-00000")]
    [InlineData("ABCDE-FGHJK-MNPQR")]
    [InlineData("<script>")]
    public void Malformed_references_are_refused(string? typed)
    {
        Assert.False(CaseReference.TryParse(typed, out var reference));
        Assert.Equal("", reference.ToString());
    }
}
