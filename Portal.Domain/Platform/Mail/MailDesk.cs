using System.Globalization;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Platform.Mail;

/// <summary>What's needed to write an email: the reader's language, the site's address, the office's names, sealed codes.</summary>
public sealed class MailDesk(string language, MailLetterhead letterhead, SystemCipher cipher)
{
    /// <summary>The purpose under which codes in emails are sealed.</summary>
    public const string CodePurpose = "mail/code";

    /// <summary>The reader's language.</summary>
    public string Language => language;

    /// <summary>The sender.</summary>
    public MailLetterhead Letterhead => letterhead;

    /// <summary>The office's name in the reader's language.</summary>
    public string OfficeName => letterhead.OfficeNameIn(language);

    /// <summary>The text in the reader's language, with its values marked (<see cref="Kept"/>).</summary>
    public string T(string english, params object[] arguments) =>
        Texts.Marked(language, english, value => Kept.Mark(value, Texts.CultureOf(language)), arguments);

    /// <summary>A page of the site. Public pages open in the reader's language, whatever the browser prefers.</summary>
    public Uri Page(string path) => new(
        letterhead.Site, path.StartsWith(Links.Office.Home, StringComparison.Ordinal) ? path : Links.With(path, (Texts.LanguageParameter, language)));

    /// <summary>Decrypts the code in an email.</summary>
    public string Unseal(string sealedCode) => cipher.Unseal(sealedCode, CodePurpose);

    /// <summary>A day, written out, which email programs may translate.</summary>
    public string Day(DateOnly day) => Kept.Free(Texts.Day(language, day));
}

/// <summary>The sender of the office's emails.</summary>
/// <param name="OfficeName">The office's public name, in English.</param>
/// <param name="Phone">The number to call instead.</param>
/// <param name="From">The address emails come from.</param>
/// <param name="Site">The public site's address.</param>
public sealed record MailLetterhead(string OfficeName, string Phone, string From, Uri Site)
{
    /// <summary>The address that answers to a letter go to; null when the office has none.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The office's mailbox, which Portal reads; null when there is none.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The office's name in Spanish; null when it is the same.</summary>
    public string? OfficeNameEs { get; init; }

    /// <summary>The office's name in the reader's language.</summary>
    public string OfficeNameIn(string language) => language == "es" && OfficeNameEs is { } spanish ? spanish : OfficeName;
}

/// <summary>Reads the sender of emails from the office's settings in the database.</summary>
public interface ILetterhead
{
    /// <summary>The current letterhead.</summary>
    Task<MailLetterhead> ReadAsync(CancellationToken cancellation);
}
