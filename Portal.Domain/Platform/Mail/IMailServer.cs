namespace Portal.Domain.Platform.Mail;

/// <summary>Accepts outgoing email, one connection per batch.</summary>
public interface IMailServer
{
    /// <summary>What staff may see about it.</summary>
    MailSetup Setup { get; }

    /// <summary>Connects and signs in.</summary>
    /// <exception cref="MailException">Why it can't be done now.</exception>
    Task<IMailConnection> ConnectAsync(CancellationToken cancellation);
}

/// <summary>A connection for sending emails one after another.</summary>
public interface IMailConnection : IAsyncDisposable
{
    /// <summary>Whether it can send another email. A refused email leaves it open.</summary>
    bool IsOpen { get; }

    /// <summary>Sends one email and returns when the server has accepted it.</summary>
    /// <exception cref="MailException">Why the server didn't accept it.</exception>
    Task SendAsync(MailEnvelope mail, CancellationToken cancellation);
}
