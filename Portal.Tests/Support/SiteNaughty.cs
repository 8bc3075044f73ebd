namespace Portal.Tests.Support;

/// <summary>Text that breaks careless software: scripts, text directions, control characters, markup and queries.</summary>
public static class SiteNaughty
{
    public static readonly IReadOnlyList<string> Strings =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</textarea></title></style><b>out</b>",
        "javascript:alert(1)",
        "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> @(7*7)", "&lt;b&gt; &amp;amp; &#x27; &nbsp;", "<!-- --> <![CDATA[ ]]> <?xml?>",
        "'; DROP TABLE \"HelpRequest\"; --", "1' OR '1'='1", "%' _ [a-z] \\ ESCAPE", "Robert'); --",
        "{0} {1} {name} %s %n %x", "../../../etc/passwd", "\\\\server\\share", "=HYPERLINK(\"http://evil\")", "null", "undefined", "NaN", "True",
        "\\u0000 \\x00 %00",
"tab\tand\u0001control\u007f", "line one\nline two\n\nline four", "zero\u200bwidth\u200djoiner\ufeffmark",
        "\u202eright to left override\u202c", "مرحبا بكم في المكتب", "שלום עולם", "سلام دنیا نمی‌خواهم", "ประเทศไทย ภาษาไทย",
        "नमस्ते दुनिया क्षत्रिय", "Xin chào, tôi cần giúp đỡ",
        "你好，我需要帮助", "こんにちは世界", "안녕하세요 세계", "Привет, мир", "Γειά σου Κόσμε", "Բարեւ աշխարհ", "გამარჯობა", "ሰላም ልዑል", "ᐃᓄᒃᑎᑐᑦ",
        "José Ñúñez Müller-Øster Straße İstanbul ıI", "e\u0301 vs \u00e9, ﬁ ligature", "Z̷̢̛͔a͠l͝g͞o̡ ͜text̷̛", "👩‍👩‍👧‍👦 🇺🇸 👍🏽 🏳️‍🌈", "𝕌𝕟𝕚𝕔𝕠𝕕𝕖 𠜎 🂡",
        "¯\\_(ツ)_/¯ ┬─┬", "“smart” ‘quotes’ — … €£¥",
        "   leading and trailing   ", new string('W', 128), string.Concat(Enumerable.Repeat("word ", 1999)).TrimEnd() + " 10k!",
    ];

    /// <summary>The same text as a one-line field with a length limit accepts it.</summary>
    public static string ForLine(string text, int most) => text.ReplaceLineEndings(" ") is var line && line.Length <= most ? line : "short";
}
