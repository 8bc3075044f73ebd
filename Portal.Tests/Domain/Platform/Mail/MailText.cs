using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Tests.Mail;

/// <summary>Reads an email as it was transmitted, one byte per character, without the library that wrote it.</summary>
internal static partial class MailText
{
    public static string Header(string data, string name) =>
        Regex.Replace(
                Regex.Match(data, $@"^{name}: ?((?:[^\r\n]+|\r\n[ \t])*)", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value,
                @"\r\n[ \t]+",
                " ")
            .Trim();

    /// <summary>Decodes RFC 2047 encoded words; white space between two of them is ignored.</summary>
    public static string Words(string header) => EncodedWord().Replace(Regex.Replace(header, @"\?=\s+=\?", "?==?"), word => Encoding.UTF8.GetString(
        word.Groups["kind"].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
            ? Convert.FromBase64String(word.Groups["text"].Value)
            : Bytes(word.Groups["text"].Value.Replace('_', ' '))));

    /// <summary>The display name in front of an address, without quotation marks.</summary>
    public static string Name(string header) => Words(header).Split('<')[0].Replace("\"", "", StringComparison.Ordinal).Trim();

    public static IReadOnlyList<(string Type, string Body)> Parts(string data)
    {
        var boundary = Regex.Match(data, "boundary=\"?([^\"\r\n;]+)").Groups[1].Value;
        return [.. data.Split("--" + boundary)[1..^1].Select(part =>
        {
            var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            var bytes = Header(part, "Content-Transfer-Encoding") switch
            {
                "base64" => Convert.FromBase64String(body.Trim()),
                "quoted-printable" => Bytes(body.Replace("=\r\n", "")),
                _ => Encoding.Latin1.GetBytes(body),
            };
            // The line break before the boundary is part of the boundary.
            return (Header(part, "Content-Type"), Regex.Replace(Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n"), @"\n\z", ""));
        })];
    }

    private static byte[] Bytes(string quoted) =>
        Encoding.Latin1.GetBytes(Regex.Replace(quoted, "=([0-9A-F]{2})", m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString()));

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
