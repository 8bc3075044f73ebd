using System.Text.RegularExpressions;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Activity;

namespace Portal.Tests.Architecture;

/// <summary>
/// The English sentences in the source that people read. It looks for calls that translate, for attributes of the form
/// tag helpers, and for any other text that reads like a sentence. The last is a guess; <see cref="NotShown"/> lists
/// the wrong guesses.
/// </summary>
internal static partial class TranslationKeys
{
    private static readonly string[] Projects = ["Portal.Domain", "Portal.Web", "Portal.BackOffice"];

    private static readonly HashSet<string> NotShown =
    [
        "Message-ID", "Content-Language", "Auto-Submitted", "Congressional Districts", "GEOID_CD…, GEOID_ZCTA5_…",
        "Congressional office casework", "Your Representative", "Office of Your Representative",
        "Page {0} of {1}", "Página {0} de {1}", "Español",
    ];

    /// <summary>Every sentence with the first file that contains it, relative to the solution folder.</summary>
    public static IReadOnlyDictionary<string, string> In(string solution)
    {
        var found = new Dictionary<string, string>();
        foreach (var file in Projects.SelectMany(project => SourcesOf(Path.Combine(solution, project))))
            foreach (var key in OfFile(file))
                if (IsText(key))
                    found.TryAdd(key, Path.GetRelativePath(solution, file));
        foreach (var type in new[] { typeof(IEvent), typeof(Translator) }.SelectMany(t => t.Assembly.GetTypes()).Where(IsEvent))
            found.TryAdd(Hump().Replace(type.Name, hump => " " + hump.Value.ToLowerInvariant()), type.FullName!);
        return found;
    }

    // The activity page derives an event's name from its type name.
    private static bool IsEvent(Type type) => type is { IsInterface: false, IsAbstract: false } && typeof(IEvent).IsAssignableFrom(type);

    /// <summary>The sentences in one C# or Razor source text.</summary>
    public static IEnumerable<string> OfSource(string source, bool isRazor)
    {
        var text = LineComment().Replace(isRazor ? RazorComment().Replace(source, "") : source, "");
        var keys = Literal().Matches(text).Where(literal => IsKey(text, literal));
        return (isRazor ? keys.Concat(Attribute().Matches(text)) : keys).Select(key => Unescape(key.Groups[1].Value));
    }

    private static IEnumerable<string> OfFile(string file) => OfSource(File.ReadAllText(file), file.EndsWith(".cshtml", StringComparison.Ordinal));

    private static IEnumerable<string> SourcesOf(string project) =>
        Directory.EnumerateFiles(project, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !OtherFolder().IsMatch(Path.GetRelativePath(project, file).Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

    private static bool IsKey(string text, Match literal)
    {
        var before = text[Math.Max(0, literal.Index - 120)..literal.Index];
        var value = literal.Groups[1].Value;
        if (value.Length == 0)
            return false;
        if (Translates().IsMatch(before) || (char.IsUpper(value, 0) && TakesText().IsMatch(before)))
            return true;
        if (!PlaceOfText().IsMatch(before) || NoText().IsMatch(before) || value.Contains("MMM", StringComparison.Ordinal))
            return false;
        return (Sentence().IsMatch(value) && !Code().IsMatch(value))
            || (Word().IsMatch(value) && ChosenWord().IsMatch(before))
            || ChoiceInTranslation().IsMatch(before);
    }

    private static bool IsText(string key) => key.Any(char.IsAsciiLetter) && !key.StartsWith(']') && !NotShown.Contains(key);

    private static string Unescape(string literal) =>
        literal.Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal);

    // Only developers or machines read these folders, or they are never translated (commands, the sample office).
    [GeneratedRegex("(^|/)(obj|bin|node_modules|Migrations|Commands|Demo|Dev|Protection|Bots|Drawing|Fonts|Sealing|Database|Backup)/|/Health\\.cs$")]
    private static partial Regex OtherFolder();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Hump();

    [GeneratedRegex("@\\*.*?\\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex("(?<!:)//.*$", RegexOptions.Multiline)]
    private static partial Regex LineComment();

    // Overlapping on purpose: nested quotes can't be paired reliably.
    [GeneratedRegex("(?=(?<![\\w\"])\"((?:[^\"\\\\\\n]|\\\\.)*)\")")]
    private static partial Regex Literal();

    [GeneratedRegex("\\b(?:prompt|label|hint|legend|title|text|heading|aria-label|placeholder|alt|confirm)=\"([^\"@\\n]*[A-Za-z][^\"@\\n]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("""(?:\b[Tt]ext|\bT)\[\s*$|\bT\(\s*$|\bTexts?\.Get\([\w.]+,\s*$|\bAdd\(\s*$|ViewData\["Title"\] = $""")]
    private static partial Regex Translates();

    [GeneratedRegex("(?:(?<!Results\\.)\\bText|SelectListItem)\\($")]
    private static partial Regex TakesText();

    [GeneratedRegex("(?:[(\\[,?:>=&|{]|return)\\s*$")]
    private static partial Regex PlaceOfText();

    [GeneratedRegex(
        "(?:Exception\\((?:nameof\\(\\w+\\), (?:\\w+, )?)?|Log(?:Warning|Error|Critical|Information|Debug)\\((?:\\w+, )?|HasFilter\\(|GeneratedRegex\\(@?|Console\\.\\w+\\(|\\w=)\\s*$")]
    private static partial Regex NoText();

    [GeneratedRegex("^(?=[“A-Z{¿]).*[A-Za-z}”,.] [\\w“{(§]", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex("\\{[A-Z]|[<>=]|\\\\\"")]
    private static partial Regex Code();

    [GeneratedRegex("^(?:[A-Z][a-z]+(?:-[a-z]+)?|[A-Z]-[a-z]+)$")]
    private static partial Regex Word();

    // A switch arm, a dictionary entry, a label in the answer summary, or a value paired with its label.
    [GeneratedRegex("(?:=>|\\] =)\\s*$|(?:text|\\)),\\s*\\($|\\([A-Z]\\w+\\.[A-Z]\\w+, $")]
    private static partial Regex ChosenWord();

    [GeneratedRegex("(?:(?:\\b[Tt]ext|\\bT)[\\[(][^\\])\\n;]*|Texts\\.Get\\(\\w+, [^;\\n]*)[?:]\\s*$")]
    private static partial Regex ChoiceInTranslation();
}
