namespace Portal.Domain.Platform.Mail;

/// <summary>What can go wrong with an email, from our settings to the recipient. The names are stored with emails.</summary>
public enum MailFailureKind
{
    /// <summary>Anything not listed below.</summary>
    Unexpected,

    /// <summary>A setting is missing; the detail names it.</summary>
    MissingSetting,

    /// <summary>A setting is invalid; the detail names it.</summary>
    BadSetting,

    /// <summary>Encryption is off, but the server is another computer.</summary>
    PlainNotAllowed,

    /// <summary>The host has no address.</summary>
    HostNotFound,

    /// <summary>Nothing listens on the port.</summary>
    ConnectionRefused,

    /// <summary>There's no network route to the host.</summary>
    Unreachable,

    /// <summary>No answer.</summary>
    TimedOut,

    /// <summary>The connection broke, or the server doesn't speak SMTP.</summary>
    ConnectionLost,

    /// <summary>No STARTTLS, or no TLS on this port.</summary>
    NotEncrypted,

    /// <summary>The server's certificate has expired or isn't valid yet.</summary>
    CertificateExpired,

    /// <summary>The server's certificate is for another host.</summary>
    CertificateNameWrong,

    /// <summary>The server's certificate wasn't issued by an authority we trust.</summary>
    CertificateNotTrusted,

    /// <summary>The user name, password, or token was refused, or the server requires a sign-in.</summary>
    SignInRefused,

    /// <summary>The server offers no sign-in mechanism that matches the settings.</summary>
    SignInNotOffered,

    /// <summary>No access token could be read or requested.</summary>
    NoAccessToken,

    /// <summary>The server isn't accepting email right now.</summary>
    ServerBusy,

    /// <summary>The server refused our sender address.</summary>
    SenderRefused,

    /// <summary>The server refused the recipient.</summary>
    RecipientRefused,

    /// <summary>The server accepted the recipient but refused the message.</summary>
    MessageRefused,

    /// <summary>The address needs SMTPUTF8, which the server lacks.</summary>
    AddressNotSupported,

    /// <summary>The email's content is no longer useful.</summary>
    TooLate,

    /// <summary>Another build queued it.</summary>
    UnknownEmail,
}
