using Portal.Domain.Platform.Mail;

namespace Portal.Tests.Support;

/// <summary>Stores sent emails in a folder; a test can shut it down, or have it refuse or fail on a recipient.</summary>
public sealed class TestPostOffice(string folder) : IMailServer, IMailConnection
{
    private readonly FolderMailServer _folder = new(folder);

    public MailSetup Setup => _folder.Setup;

    public bool Shut { get; set; }

    public string? Refuses { get; set; }

    public string? ChokesOn { get; set; }

    /// <summary>Called just before an email is stored.</summary>
    public Func<MailEnvelope, Task>? OnSending { get; set; }

    public IReadOnlyList<MailEnvelope> Sent => _folder.Read(1_000);

    /// <summary>The number of connection attempts.</summary>
    public int Connections { get; private set; }

    /// <summary>A lost connection stays lost until the next one is opened.</summary>
    public bool IsOpen { get; set; }

    public Task<IMailConnection> ConnectAsync(CancellationToken cancellation)
    {
        Connections++;
        if (Shut)
            throw new IOException("The post office is shut.");
        IsOpen = true;
        return Task.FromResult<IMailConnection>(this);
    }

    public async Task SendAsync(MailEnvelope mail, CancellationToken cancellation)
    {
        if (mail.To == Refuses)
            throw new MailException(new(MailFailureKind.RecipientRefused, $"550 nobody called {mail.To} here", IsFinal: true));
        if (mail.To == ChokesOn)
            throw new FormatException("something unheard-of");
        if (OnSending is { } act)
            await act(mail);
        await _folder.SendAsync(mail, cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
