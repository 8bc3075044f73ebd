using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Portal.Domain.Platform.Mail;

/// <summary>Classifies MailKit's exceptions.</summary>
internal static class ServerFailures
{
    private const int MaxReplyLength = 300;

    /// <summary>While connecting. No single email is at fault, so nothing is final.</summary>
    public static MailFailure WhileConnecting(Exception fault, MailServerSettings settings) => fault switch
    {
        MailException { Failure: var known } => known,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            new(MailFailureKind.HostNotFound, settings.Host),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new(MailFailureKind.ConnectionRefused, settings.Server),
        SocketException { SocketErrorCode: not SocketError.TimedOut } => new(MailFailureKind.Unreachable, settings.Server),
        SocketException or OperationCanceledException or TimeoutException => new(MailFailureKind.TimedOut, settings.Server),
        SslHandshakeException or NotSupportedException => new(MailFailureKind.NotEncrypted, settings.Server),
        AuthenticationException => new(MailFailureKind.SignInRefused, OneLine(fault.Message)),
        SmtpCommandException reply => new(MailFailureKind.ServerBusy, Words(reply)),
        ImapCommandException reply => new(MailFailureKind.ServerBusy, OneLine(reply.Message)),
        ProtocolException or IOException => new(MailFailureKind.ConnectionLost, OneLine(fault.Message)),
        _ => MailFailure.From(fault),
    };

    /// <summary>While sending: what the server's reply says about the sender, the recipient, or the email itself.</summary>
    public static MailFailure WhileSending(Exception fault, MailServerSettings settings) => fault switch
    {
        ServiceNotAuthenticatedException => new(MailFailureKind.SignInRefused, OneLine(fault.Message)),
        SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable } reply => new(MailFailureKind.ServerBusy, Words(reply)),
        // Every email has the same sender, so our setting is wrong, not this email.
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } reply => new(MailFailureKind.SenderRefused, Words(reply)),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } reply => new(MailFailureKind.RecipientRefused, Words(reply), IsFinal(reply)),
        SmtpCommandException reply => new(MailFailureKind.MessageRefused, Words(reply), IsFinal(reply)),
        OperationCanceledException or TimeoutException => new(MailFailureKind.TimedOut, settings.Server),
        ProtocolException or IOException or ServiceNotConnectedException => new(MailFailureKind.ConnectionLost, OneLine(fault.Message)),
        _ => MailFailure.From(fault),
    };

    // 5yz is permanent (RFC 5321, 4.2.1), except when it concerns our rights on the server: 53z for sign-in, and X.7.z for security
    // or policy (RFC 3463), such as a relay's reply to an unknown client. Correcting our settings fixes those.
    private static bool IsFinal(SmtpCommandException reply) =>
        (int)reply.StatusCode is >= 500 and not (530 or 534 or 535 or 538) && !reply.Message.StartsWith("5.7.", StringComparison.Ordinal);

    private static string Words(SmtpCommandException reply) => OneLine($"{(int)reply.StatusCode} {reply.Message}");

    private static string OneLine(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        return line.Length <= MaxReplyLength ? line : line[..MaxReplyLength];
    }
}
