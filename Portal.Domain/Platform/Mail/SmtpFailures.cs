using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Portal.Domain.Platform.Mail;

/// <summary>What MailKit's exceptions mean for a mail.</summary>
internal static class SmtpFailures
{
    private const int LongestWords = 300;

    /// <summary>Before any mail: nothing here is the fault of one, so nothing is final.</summary>
    public static MailFailure WhileConnecting(Exception fault, SmtpSettings settings) => fault switch
    {
        MailException { Failure: var known } => known,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => new(MailFailureKind.HostNotFound, settings.Host),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new(MailFailureKind.ConnectionRefused, settings.Server),
        SocketException { SocketErrorCode: not SocketError.TimedOut } => new(MailFailureKind.Unreachable, settings.Server),
        SocketException or OperationCanceledException or TimeoutException => new(MailFailureKind.TimedOut, settings.Server),
        SslHandshakeException or NotSupportedException => new(MailFailureKind.NotEncrypted, settings.Server),
        AuthenticationException => new(MailFailureKind.SignInRefused, OneLine(fault.Message)),
        SmtpCommandException reply => new(MailFailureKind.ServerBusy, Words(reply)),
        ProtocolException or IOException => new(MailFailureKind.ConnectionLost, OneLine(fault.Message)),
        _ => MailFailure.From(fault),
    };

    /// <summary>With a mail: what the server's reply says of its sender, its recipient, or itself.</summary>
    public static MailFailure WhileSending(Exception fault, SmtpSettings settings) => fault switch
    {
        ServiceNotAuthenticatedException => new(MailFailureKind.SignInRefused, OneLine(fault.Message)),
        SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable } reply => new(MailFailureKind.ServerBusy, Words(reply)),
        // Every mail has the same sender: it is our setting that is wrong, not this mail.
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } reply => new(MailFailureKind.SenderRefused, Words(reply)),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } reply => new(MailFailureKind.RecipientRefused, Words(reply), IsFinal(reply)),
        SmtpCommandException reply => new(MailFailureKind.MessageRefused, Words(reply), IsFinal(reply)),
        OperationCanceledException or TimeoutException => new(MailFailureKind.TimedOut, settings.Server),
        ProtocolException or IOException or ServiceNotConnectedException => new(MailFailureKind.ConnectionLost, OneLine(fault.Message)),
        _ => MailFailure.From(fault),
    };

    // 5yz is for good (RFC 5321, 4.2.1), but for what concerns our rights at the server: 53z of a sign-in, and X.7.z, security
    // or policy (RFC 3463), as a relay answers to somebody it does not know. Correcting our settings mends that.
    private static bool IsFinal(SmtpCommandException reply) =>
        (int)reply.StatusCode is >= 500 and not (530 or 534 or 535 or 538) && !reply.Message.StartsWith("5.7.", StringComparison.Ordinal);

    private static string Words(SmtpCommandException reply) => OneLine($"{(int)reply.StatusCode} {reply.Message}");

    private static string OneLine(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        return line.Length <= LongestWords ? line : line[..LongestWords];
    }
}
