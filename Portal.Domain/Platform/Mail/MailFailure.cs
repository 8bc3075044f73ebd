using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Platform.Mail;

/// <summary>Why an email wasn't sent.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Detail">The server's reply, a host, or a setting.</param>
/// <param name="IsFinal">Whether retrying can't succeed.</param>
public sealed record MailFailure(MailFailureKind Kind, string Detail = "", bool IsFinal = false)
{
    /// <summary>The settings for sending email.</summary>
    public const string Sending = "Portal:Mail";

    private const char Mark = ':';

    /// <summary>The settings it's about.</summary>
    public string Section { get; init; } = Sending;

    /// <summary>Whether another address might work.</summary>
    public bool ConcernsRecipient => Kind is MailFailureKind.RecipientRefused or MailFailureKind.AddressNotSupported;

    /// <summary>What failed and what to do, in the reader's language.</summary>
    public string Sentence(string language) => Texts.Get(language, English, Detail, Section);

    /// <summary>The form stored with the email.</summary>
    public override string ToString() => $"{Kind}{Mark} {Detail}";

    /// <summary>Reads what <see cref="ToString"/> wrote. Text from another build is shown as it is.</summary>
    public static MailFailure Read(string kept) => kept.Split(Mark, 2) is [var kind, var detail] && Enum.TryParse<MailFailureKind>(kind, out var known)
        ? new(known, detail.TrimStart())
        : new(MailFailureKind.Unexpected, kept);

    /// <summary>The same without the address. Mail servers often quote it when they refuse it; it doesn't belong in logs.</summary>
    public MailFailure Without(string? recipient) => string.IsNullOrEmpty(recipient) ? this
        : this with { Detail = Detail.Replace(recipient, "<recipient>", StringComparison.OrdinalIgnoreCase) };

    /// <summary>Classifies any exception raised while sending.</summary>
    public static MailFailure From(Exception fault) => fault switch
    {
        MailException { Failure: var known } => known,
        KeyErasedException => new(MailFailureKind.Unexpected, "The data of this case was erased.", IsFinal: true),
        UnknownMailException => new(MailFailureKind.UnknownEmail, fault.Message, IsFinal: true),
        // A wrapper's message, such as "Failure sending mail", doesn't help on its own.
        _ when fault.GetBaseException() is var root && root != fault =>
            new(MailFailureKind.Unexpected, $"{fault.GetType().Name}: {fault.Message} {root.Message}"),
        _ => new(MailFailureKind.Unexpected, $"{fault.GetType().Name}: {fault.Message}"),
    };

    /// <summary>The sentence in English, with places for <see cref="Detail"/> and <see cref="Section"/>; the key of its translation.</summary>
    public string English => Kind switch
    {
        MailFailureKind.MissingSetting => "The setting {0} is missing. Ask whoever runs this server to add it.",
        MailFailureKind.BadSetting => "The setting {0} can't be used. Ask whoever runs this server to correct it.",
        MailFailureKind.PlainNotAllowed =>
            "Only an email server on this computer may be used without encryption, and {0} isn't one. Set {1}:Security to StartTls or Tls.",
        MailFailureKind.HostNotFound => "There's no server named {0}. Check the setting {1}:Host.",
        MailFailureKind.ConnectionRefused => "{0} refused the connection. Check the setting {1}:Port and the firewall.",
        MailFailureKind.Unreachable => "We can't reach {0} from this server. Check the network and the firewall.",
        MailFailureKind.TimedOut => "{0} didn't answer in time. Check the settings {1}:Host and {1}:Port and the firewall.",
        MailFailureKind.ConnectionLost => "We lost the connection to the email server: “{0}”.",
        MailFailureKind.NotEncrypted =>
            "We couldn't set up an encrypted connection to {0}. Set {1}:Security to Tls for port 465 or 993, or to StartTls for port 587 or 143.",
        MailFailureKind.CertificateExpired => "The certificate of {0} has expired or isn't valid yet. Ask whoever runs that server to renew it.",
        MailFailureKind.CertificateNameWrong => "The certificate of {0} was issued for another name. Set {1}:Host to the name in the certificate.",
        MailFailureKind.CertificateNotTrusted =>
            "This server doesn't trust the authority that issued the certificate of {0}. If your office has its own certificate authority, add its certificate to {1}:TrustedCertificates.",
        MailFailureKind.SignInRefused => "The email server didn't accept our sign-in: “{0}”. Check the user name and the password or access token.",
        MailFailureKind.SignInNotOffered => "{0} doesn't support the sign-in method in our settings. Check the user name and the password or access token.",
        MailFailureKind.NoAccessToken => "We couldn't get an access token to sign in: “{0}”. Check the settings under {1}:Token.",
        MailFailureKind.ServerBusy => "The email server isn't taking email right now: “{0}”.",
        MailFailureKind.SenderRefused => "The email server doesn't accept email from our address: “{0}”. Check the setting Portal:Mail:From.",
        MailFailureKind.RecipientRefused => "The email server refused the recipient: “{0}”.",
        MailFailureKind.MessageRefused => "The email server refused the message: “{0}”.",
        MailFailureKind.AddressNotSupported =>
            "The address has a letter such as ñ before the @, and the email server can't deliver to such addresses. Ask the person for another address.",
        MailFailureKind.TooLate => "We couldn't send the email before the code in it expired.",
        MailFailureKind.UnknownEmail => "This version of Portal doesn't know this type of email. {0}",
        _ => "Something went wrong: “{0}”. Try again, or ask the person who runs this server.",
    };
}

/// <summary>An email wasn't sent.</summary>
public sealed class MailException(MailFailure failure, Exception? inner = null) : Exception(failure.Sentence("en"), inner)
{
    /// <summary>The reason.</summary>
    public MailFailure Failure => failure;
}
