using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.BackOffice.Areas.Office.Pages.Activity;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Tests.Architecture;

/// <summary>Everything people read has a Spanish translation.</summary>
public sealed partial class TranslationTests
{
    private static readonly IReadOnlyDictionary<string, string> Spanish =
        XDocument.Load(Path.Combine(Repository.Root, "Portal.Domain/Platform/Text/Texts.es.resx")).Root!.Elements("data")
            .ToDictionary(d => (string)d.Attribute("name")!, d => (string)d.Element("value")!, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Every_English_text_has_a_Spanish_translation()
    {
        var missing = EnglishKeys.Read().Where(k => !Spanish.ContainsKey(k.Key) && !NotForPeople(k.Key, k.Value)).ToList();
        // A work list for translators: one key per line, with the file that uses it.
        var list = Path.Combine(AppContext.BaseDirectory, "missing-translations.txt");
        File.WriteAllLines(list, missing.Select(k => $"{k.Key}\t{k.Value}"));
        Assert.True(
            missing.Count == 0,
            $"{missing.Count} texts have no Spanish; all of them are listed in {list}\n{string.Join('\n', missing.Take(20).Select(k => $"{k.Value}: {k.Key}"))}");
    }

    // Development pages and data, the English command line, log messages, and markup that only looks like text.
    private static bool NotForPeople(string key, string place) =>
        place.Contains("/Dev/", StringComparison.Ordinal)
        || place.Contains("/Demo/", StringComparison.Ordinal)
        || place.Contains("/Commands/Doctor/", StringComparison.Ordinal)
        || place.EndsWith("RecaptchaBotCheck.cs", StringComparison.Ordinal)
        || key is "Title" or "typed" or "id" or "value" or "</option>" || key.StartsWith("views__count", StringComparison.Ordinal);

    [Fact]
    public void Every_event_and_email_has_a_name_in_Spanish() => Assert.All(
        NamesOf(typeof(IEvent)).Concat(NamesOf(typeof(IMail)).Select(n => n[..^" mail".Length])),
        name => Assert.True(Spanish.ContainsKey(name), name));

    [Fact]
    public void No_translation_is_left_over()
    {
        var source = string.Join('\n', new[] { "Portal.Domain", "Portal.Web", "Portal.BackOffice" }
            .SelectMany(p => Repository.Sources(p, ".cs", ".cshtml", ".json"))
            .Select(f => f.Text.Replace("\\\"", "\"", StringComparison.Ordinal)));
        bool IsUsed(string key) => source.Contains(key.Replace("\n", "\\n", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            || Identifiers(key).Any(i => source.Contains(i, StringComparison.OrdinalIgnoreCase));
        Assert.All(Spanish.Keys, key => Assert.True(IsUsed(key), key));
    }

    // Names of types and values are said in words: "ReleaseSigned" as "Release signed".
    private static IEnumerable<string> NamesOf(Type type) => new[] { type.Assembly, typeof(FormCheck).Assembly }.SelectMany(a => a.GetTypes())
        .Where(t => t is { IsInterface: false, IsAbstract: false } && type.IsAssignableFrom(t))
        .Select(t => EventNames.Words(t.Name));

    private static IEnumerable<string> Identifiers(string words) =>
        words.All(c => char.IsLetter(c) || c is ' ' or '-') ? [string.Concat(words.Where(char.IsLetter))] : [];

    [Fact]
    public void A_translation_has_the_same_placeholders() => Assert.Empty(
        Spanish.Where(t => !Places().Matches(t.Key).Select(m => m.Groups["number"].Value).Distinct().Order()
            .SequenceEqual(Places().Matches(t.Value).Select(m => m.Groups["number"].Value).Distinct().Order())).Select(t => t.Key));

    [Fact]
    public void No_translation_is_empty() => Assert.Empty(Spanish.Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key));

    [Theory]
    [InlineData("""<p>@T["We are here."]</p>""", "We are here.")]
    [InlineData("""@T["Call {0}", phone]""", "Call {0}")]
    [InlineData("""<text-field for="Input.Name" label="Your name" hint="As on your card" />""", "Your name", "As on your card")]
    [InlineData("""ViewData["Title"] = "Start";""", "Start")]
    [InlineData("""return new Outcome.Refused("Choose {0} days.", days);""", "Choose {0} days.")]
    [InlineData("""desk.T("Say \"yes\"", x)""", "Say \"yes\"")]
    [InlineData("""T(open ? "Open" : "Shut")""", "Open", "Shut")]
    [InlineData("""label="@Model.Label" """)]
    public void Text_keys_are_found_in_source_code(string source, params string[] keys) =>
        Assert.Equal(keys.Order(), EnglishKeys.InMarkup(source).Concat(EnglishKeys.InCode(source)).Distinct().Order());

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}")]
    private static partial Regex Places();
}
