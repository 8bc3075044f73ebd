namespace Portal.Domain.Platform.Mail;

/// <summary>What can go wrong with a mail, from our settings to the recipient. The names are kept with mails.</summary>
public enum MailFailureKind
{
    /// <summary>Nothing we foresaw.</summary>
    Unexpected,

    /// <summary>A setting is missing; the detail names it.</summary>
    MissingSetting,

    /// <summary>A setting cannot be used; the detail names it.</summary>
    BadSetting,

    /// <summary>No encryption is asked for, but the server is another computer.</summary>
    PlainNotAllowed,

    /// <summary>The host has no address.</summary>
    HostNotFound,

    /// <summary>Nothing listens on the port.</summary>
    ConnectionRefused,

    /// <summary>The network has no way there.</summary>
    Unreachable,

    /// <summary>No answer.</summary>
    TimedOut,

    /// <summary>The connection ended in the middle, or speaks no SMTP.</summary>
    ConnectionLost,

    /// <summary>No STARTTLS, or no TLS on this port.</summary>
    NotEncrypted,

    /// <summary>The server's certificate is past or before its time.</summary>
    CertificateExpired,

    /// <summary>The server's certificate is for another host.</summary>
    CertificateNameWrong,

    /// <summary>The server's certificate leads to no authority we trust.</summary>
    CertificateNotTrusted,

    /// <summary>User name, password, or token was refused, or the server demands a sign-in.</summary>
    SignInRefused,

    /// <summary>The server offers no mechanism that fits the settings.</summary>
    SignInNotOffered,

    /// <summary>No access token could be read or requested.</summary>
    NoAccessToken,

    /// <summary>The server takes nothing now.</summary>
    ServerBusy,

    /// <summary>The server refused our own address.</summary>
    SenderRefused,

    /// <summary>The server refused the recipient.</summary>
    RecipientRefused,

    /// <summary>The server refused the message after the recipient.</summary>
    MessageRefused,

    /// <summary>The address needs SMTPUTF8, which the server lacks.</summary>
    AddressNotSupported,

    /// <summary>What the mail carries is no longer of use.</summary>
    TooLate,

    /// <summary>Another build queued it.</summary>
    UnknownEmail,
}
