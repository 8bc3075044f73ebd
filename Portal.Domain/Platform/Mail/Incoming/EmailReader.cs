using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Tnef;

namespace Portal.Domain.Platform.Mail.Incoming;

/// <summary>Reads an email as it arrived. Accepts any bytes.</summary>
public static partial class EmailReader
{
    /// <summary>The longest text that's read, in characters.</summary>
    public const int MostText = 100_000;

    private const int MostFiles = 50;
    private const int MostParts = 500;
    private const int SignaturePicture = 20_000;
    private const int MostReason = 300;
    private static readonly string[] Programs = ["automatic reply", "auto reply", "autoreply", "out of office", "respuesta automática", "fuera de la oficina"];

    /// <summary>The email. What can't be read is empty.</summary>
    public static IncomingEmail Read(byte[] bytes)
    {
        try
        {
            using var message = MimeMessage.Load(new MemoryStream(bytes, writable: false));
            return Read(message);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            return new("", "", "") { Digest = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        }
    }

    private static IncomingEmail Read(MimeMessage message)
    {
        var (texts, files) = (new StringBuilder(), new List<MailAttachment>());
        var parts = 0;
        Collect(message.Body, texts, files, ref parts);
        var from = message.From.Mailboxes.FirstOrDefault();
        var (subject, text) = (OneLine(message.Subject), Clean(texts.ToString()));
        return new(from?.Address.Trim() ?? "", subject, text)
        {
            FromName = OneLine(from?.Name),
            MessageId = message.MessageId is { Length: > 0 } id ? id : null,
            Answers = [.. message.InReplyTo is { Length: > 0 } answered ? [answered] : Array.Empty<string>(), .. message.References.Reverse()],
            WrittenAt = message.Date == default ? null : message.Date.UtcDateTime,
            Files = files,
            IsAutomatic = IsAutomatic(message, subject),
            // Behind a gateway, the header that counts isn't the first. More than one sender counts as forged.
            IsForged = message.From.Count > 1 || message.Headers.Any(h => h.Id == HeaderId.AuthenticationResults && h.Value.Contains("dmarc=fail", StringComparison.OrdinalIgnoreCase)),
            Report = ReportOf(message),
            Digest = DigestOf(message, from?.Address, text, files),
        };
    }

    private static void Collect(MimeEntity? part, StringBuilder texts, List<MailAttachment> files, ref int parts)
    {
        if (part is null || ++parts > MostParts)
            return;
        switch (part)
        {
            case MultipartAlternative alternative:
                Text(texts, string.IsNullOrWhiteSpace(alternative.TextBody) ? HtmlText.Of(alternative.HtmlBody ?? "") : alternative.TextBody);
                // Some programs put the files beside the formatted version, within the second alternative.
                foreach (var inner in alternative.Where(p => p is not TextPart))
                    Collect(inner, new StringBuilder(), files, ref parts);
                break;
            case MultipartReport report:
                // The rest repeats our own email.
                Collect(report.FirstOrDefault(), texts, files, ref parts);
                break;
            case Multipart multipart:
                foreach (var inner in multipart)
                    Collect(inner, texts, files, ref parts);
                break;
            case MessagePart { Message: { } forwarded }:
                Text(texts, $"{forwarded.From}\n{forwarded.Subject}");
                Collect(forwarded.Body, texts, files, ref parts);
                break;
            case TnefPart tnef:
                foreach (var inner in Unpacked(tnef))
                    Collect(inner, texts, files, ref parts);
                break;
            case TextPart { IsAttachment: false } text when text.FileName is null && (text.IsPlain || text.IsHtml):
                Text(texts, text.IsHtml ? HtmlText.Of(text.Text) : text.Text);
                break;
            case MimePart { Content: not null } file when files.Count < MostFiles && Bytes(file) is var bytes && !IsSignaturePicture(file, bytes):
                files.Add(new(file.FileName ?? $"file-{files.Count + 1}", file.ContentType.MimeType, bytes));
                break;
        }
    }

    private static void Text(StringBuilder texts, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text) && texts.Length < MostText)
            texts.Append(texts.Length > 0 ? "\n\n" : "").Append(text);
    }

    private static List<MimeEntity> Unpacked(TnefPart tnef)
    {
        try
        {
            return [.. tnef.ExtractAttachments()];
        }
        catch (Exception fault) when (fault is FormatException or IOException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }

    private static byte[] Bytes(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.ToArray();
    }

    // Programs put the logo of a signature into the text itself.
    private static bool IsSignaturePicture(MimePart part, byte[] bytes) =>
        part.ContentType.IsMimeType("image", "*") && (part.ContentId is not null || !part.IsAttachment) && bytes.Length < SignaturePicture;

    private static bool IsAutomatic(MimeMessage message, string subject) =>
        (message.Headers[HeaderId.AutoSubmitted] is { } submitted && !submitted.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || message.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant() is "bulk" or "junk" or "list" or "auto_reply"
        || message.Headers[HeaderId.ReturnPath]?.Trim() == "<>"
        || message.Headers.Contains("X-Autoreply") || message.Headers.Contains("X-Autorespond")
        || ((message.InReplyTo is { Length: > 0 } || message.References.Count > 0) && Programs.Any(p => subject.StartsWith(p, StringComparison.OrdinalIgnoreCase)));

    private static DeliveryReport? ReportOf(MimeMessage message)
    {
        if (message.Body is not MultipartReport report || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
            return null;
        var groups = status.StatusGroups.Where(g => g.Contains("Action")).ToList();
        var failed = groups.Find(g => g["Action"]?.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase) == true);
        var why = OneLine(failed is null ? null : $"{failed["Status"]} {failed["Diagnostic-Code"]}");
        why = Addresses().Replace(why, "<address>");
        return new(OriginalOf(report), failed is not null, why.Length <= MostReason ? why : why[..MostReason])
        {
            Recipient = (failed?["Original-Recipient"] ?? failed?["Final-Recipient"])?.Split(';')[^1].Trim(),
        };
    }

    private static string? OriginalOf(MultipartReport report)
    {
        foreach (var part in report)
            switch (part)
            {
                case MessagePart { Message.MessageId: { Length: > 0 } id }:
                    return id;
                case MimePart { ContentType: { MediaSubtype: "rfc822-headers" } } headers when MessageIdLine().Match(Encoding.UTF8.GetString(Bytes(headers))) is { Success: true } line:
                    return line.Groups["id"].Value;
            }

        return null;
    }

    // Two copies of one email took different ways, so what servers added doesn't count.
    private static string DigestOf(MimeMessage message, string? from, string text, List<MailAttachment> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var word in new[] { message.MessageId, from, message.Headers[HeaderId.Date], message.Subject, text })
        {
            hash.AppendData(Encoding.UTF8.GetBytes(word ?? ""));
            hash.AppendData([0]);
        }

        foreach (var file in files)
            hash.AppendData(SHA256.HashData(file.Bytes));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string OneLine(string? text) => text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Clean(string text)
    {
        var lines = BlankLines().Replace(text.ReplaceLineEndings("\n").Replace('\u00a0', ' '), "\n\n").Trim();
        var clean = string.Concat(lines.Where(c => c is '\n' or '\t' || !char.IsControl(c)));
        return clean.Length <= MostText ? clean : clean[..MostText];
    }

    [GeneratedRegex(@"\n[ \t]*(\n[ \t]*)+")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"[^\s<>@;,]+@[^\s<>@;,]+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"^Message-ID:\s*<(?<id>[^>\s]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageIdLine();
}
