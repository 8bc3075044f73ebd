namespace Portal.Domain.Platform.Mail;

/// <summary>Takes outgoing mail, one connection for a batch.</summary>
public interface IMailServer
{
    /// <summary>What people may know of it.</summary>
    MailSetup Setup { get; }

    /// <summary>Connects and signs in.</summary>
    /// <exception cref="MailException">It cannot be done now, and why.</exception>
    Task<IMailConnection> ConnectAsync(CancellationToken cancellation);
}

/// <summary>A connection over which one mail after the other leaves.</summary>
public interface IMailConnection : IAsyncDisposable
{
    /// <summary>Whether it can take another mail; a refused one leaves it open.</summary>
    bool IsOpen { get; }

    /// <summary>Hands over one mail; returns when the server took it.</summary>
    /// <exception cref="MailException">The server did not take it, and why.</exception>
    Task SendAsync(MailEnvelope mail, CancellationToken cancellation);
}
