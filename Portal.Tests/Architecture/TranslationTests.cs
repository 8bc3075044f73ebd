using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Portal.Tests.Architecture;

/// <summary>Every sentence people read has a Spanish text with the same places.</summary>
public sealed partial class TranslationTests(ITestOutputHelper output)
{
    private static readonly string Solution = FolderOfSolution();
    private static readonly IReadOnlyDictionary<string, string> Keys = TranslationKeys.In(Solution);
    private static readonly IReadOnlyList<(string Key, string Spanish)> Entries =
        [.. XDocument.Load(Path.Combine(Solution, "Portal.Domain/Platform/Text/Texts.es.resx")).Root!.Elements("data")
            .Select(e => (e.Attribute("name")!.Value, e.Element("value")!.Value))];

    [Fact]
    public void EverySentenceHasASpanishText()
    {
        // The resource compiler drops a name that differs from another only in case.
        var translated = Entries.Select(e => e.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = Keys.Where(key => !translated.Contains(key.Key)).Select(key => $"{key.Value}: {key.Key}").ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} sentences have no Spanish text in Texts.es.resx:\n{string.Join('\n', missing)}");

        var unused = Entries.Where(e => !Keys.ContainsKey(e.Key)).Select(e => e.Key).ToList();
        output.WriteLine($"{Keys.Count} sentences, {Entries.Count} Spanish texts, of them no longer used: {unused.Count}\n{string.Join('\n', unused)}");
    }

    [Fact]
    public void SpanishTextsHaveTheSamePlaces() =>
        Assert.Empty(Entries.Where(e => !PlacesOf(e.Key).SequenceEqual(PlacesOf(e.Spanish))).Select(e => $"{e.Key} | {e.Spanish}"));

    [Fact]
    public void NoSentenceStandsTwice() =>
        Assert.Empty(Entries.GroupBy(e => e.Key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));

    [Theory]
    [InlineData("<h1>@T[\"Check your answers\"]</h1>", "Check your answers")]
    [InlineData("<text-field label=\"First name\" hint=\"@(who ? \"Their name\" : \"Your name\")\" class=\"usa-button big\" />", "Their name|Your name|First name")]
    [InlineData("@* @T[\"Old text\"] *@ <p>@(late ? T[\"Too late\"] : \"\")</p>", "Too late")]
    public void FindsTheSentencesOfAPage(string source, string expected) =>
        Assert.Equal(expected.Split('|'), TranslationKeys.OfSource(source, isRazor: true));

    [Theory]
    [InlineData("return new Outcome.Refused(\"Choose a day after today.\"); // \"Not this one.\"", "Choose a day after today.")]
    [InlineData("$\"{T(\"Dear {0},\", name)}\\n\\n{T(body)}\"", "Dear {0},")]
    [InlineData("Status.Done => \"Done\", _ => T(\"nothing\")", "Done|nothing")]
    [InlineData("text[isOpen ? \"open\" : \"shut\"]", "open|shut")]
    [InlineData("throw new InvalidOperationException(\"The file is not there.\")", "")]
    public void FindsTheSentencesOfCode(string source, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), TranslationKeys.OfSource(source, isRazor: false));

    private static IEnumerable<string> PlacesOf(string sentence) => Place().Matches(sentence).Select(place => place.Value).Order(StringComparer.Ordinal);

    private static string FolderOfSolution()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds Portal.sln.");
        return folder.FullName;
    }

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();
}
