using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>
/// Finds every English sentence in the source that people see, and that is therefore a translation key.
/// It sees literals only; text must never be assembled from parts.
/// </summary>
internal static partial class EnglishKeys
{
    /// <summary>Every key with the first file that uses it.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var keys = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in new[] { "Portal.Domain", "Portal.Web", "Portal.BackOffice" }.SelectMany(p => Repository.Sources(p, ".cs", ".cshtml")))
            foreach (var key in (path.EndsWith(".cshtml", StringComparison.Ordinal) ? InMarkup(text) : []).Concat(InCode(text)))
                keys.TryAdd(key, path);
        return keys;
    }

    /// <summary>Literals passed to calls that translate them.</summary>
    public static IEnumerable<string> InCode(string text) =>
        Translating().Matches(text).SelectMany(m => Literal().Matches(m.Groups["rest"].Value).Take(1).Concat(
                Alternatives().Matches(m.Groups["rest"].Value).SelectMany(a => Literal().Matches(a.Value))))
            .Concat(Sentences().Matches(text).SelectMany(m => Literal().Matches(m.Groups["rest"].Value).Take(1)))
            .Concat(Saying().Matches(text).SelectMany(m => Literal().Matches(m.Value).Where(l => Whole().IsMatch(l.Groups["text"].Value))))
            .Select(m => Unescape(m.Groups["text"].Value)).Where(IsText).Distinct();

    /// <summary>Attributes that a tag helper translates, and text marked with @T.</summary>
    public static IEnumerable<string> InMarkup(string text) =>
        Attribute()
            .Matches(text)
            .Select(m => WebUtility.HtmlDecode(m.Groups["text"].Value))
            .Where(t => !t.Contains('@', StringComparison.Ordinal) && IsText(t))
            .Distinct();

    // A key contains a letter and isn't a path, a view name or a format.
    private static bool IsText(string text) => text.Any(char.IsLetter) && !text.StartsWith('/') && !text.StartsWith('_');

    private static string Unescape(string literal) => Regex.Unescape(literal.Replace("{{", "{").Replace("}}", "}"));

    // T["…"], T.Kept["…"], text["…"], desk.T("…"), Says("…"), Texts.Get(language, "…"), Translate("…"), ViewData["Title"] = "…".
    [GeneratedRegex(
        """(?:\bT(?:\.Kept)?\[|\bKept\.Marked\(|\b[Tt]ext\[|\bT\(|\bSays\(|\bBoth\(\w+,|\bTexts\.Get\([\w.]+,|\bTranslate\(|ViewData\["(?:Title|Description)"\]\s*=)(?<rest>\s*[^;\r\n]*)""")]
    private static partial Regex Translating();

    // Kit calls that show a sentence at a field, above a form or on the next page, and what a case lacks or needs next.
    [GeneratedRegex(
        """\b(?:(?:Problem|That|Required|RequiredDay|Number|RedirectWithNotice|Notify|FinishAsync|FinishHereAsync|SaveAsync|NotAsked)\(|(?:GapKind|CaseMove)\.\w+,)[^;]*;""")]
    private static partial Regex Saying();

    [GeneratedRegex(@"^[A-Z“].* .*[.?!”]$")]
    private static partial Regex Whole();

    // condition ? "…" : "…" as the first argument.
    [GeneratedRegex("""^[^"]*\?\s*"(?:[^"\\]|\\.)*"\s*:\s*"(?:[^"\\]|\\.)*\x22""")]
    private static partial Regex Alternatives();

    // new Outcome.Refused("…"), new Missing("…"), new(true, "…") of a Verification, new RoutingReason(aspect, "…"),
    // yield return new("…"), new NavLink("…", "/…"), [Recurring("…", …)].
    [GeneratedRegex(
        """(?:\bRefused\(|\bMissing\(|\bnew\((?:true|false|null|RoutingAspect\.\w+|rule\.Aspect),|\[Recurring\(|yield return new\(|\bnew\((?="[^"]*",\s*"/)|=>\s*(?="[A-Z{][^"]* [^"]*[.?!]"))(?<rest>\s*"(?:[^"\\]|\\.)*")""")]
    private static partial Regex Sentences();

    [GeneratedRegex(""" (?<!\$)"(?<text>(?:[^"\\]|\\.)*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex("""\s(?:label|hint|legend|prompt|empty)="(?<text>[^"]+)\x22""")]
    private static partial Regex Attribute();
}
