using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>Every long text has a limit that is shown, counted, and checked in one way.</summary>
public sealed partial class LongTextTests
{
    // maxlength cuts what is pasted without a word, and counts other than people do.
    [Fact]
    public void Long_text_fields_have_a_counter_and_no_maxlength() => Assert.Empty(
        Fields().Where(f => !f.Tag.Contains(" limit=", StringComparison.Ordinal) || f.Tag.Contains("maxlength", StringComparison.Ordinal))
            .Select(f => $"{f.Path}: {f.Tag}"));

    [Fact]
    public void There_are_long_text_fields() => Assert.True(Fields().Count() > 20);

    [Fact]
    public void Script_and_server_count_alike() => Assert.Contains(
        $"const longestCharacter = {Portal.Domain.Platform.Text.TextLength.LongestCharacter};",
        File.ReadAllText(Path.Combine(Repository.Root, "wwwroot", "js", "character-count.js")),
        StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Tag)> Fields() =>
        new[] { "Portal.Web", "Portal.BackOffice" }.SelectMany(p => Repository.Sources(p, ".cshtml"))
            .SelectMany(f => TextField().Matches(f.Text).Select(m => (f.Path, m.Value)))
            .Where(f => f.Value.Contains(" rows=", StringComparison.Ordinal))
            .Select(f => (f.Path, f.Value));

    [GeneratedRegex("""<text-field\b(?:[^>"]|"[^"]*")*?/>""")]
    private static partial Regex TextField();
}
