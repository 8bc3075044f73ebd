using Portal.Domain.Platform.Mail;

namespace Portal.Tests.Support;

/// <summary>Keeps sent mail in a folder; a test may shut it, or have it refuse or choke on a recipient.</summary>
public sealed class TestPostOffice(string folder) : IMailTransport
{
    private readonly FolderMailTransport _folder = new(folder);

    public bool Shut { get; set; }

    public string? Refuses { get; set; }

    public string? ChokesOn { get; set; }

    /// <summary>Called just before a mail is kept.</summary>
    public Func<MailEnvelope, Task>? OnSending { get; set; }

    public IReadOnlyList<MailEnvelope> Sent => _folder.Read(1_000);

    public async Task SendAsync(MailEnvelope mail, CancellationToken cancellation)
    {
        if (Shut)
            throw new IOException("The post office is shut.");
        if (mail.To == Refuses)
            throw new MailRefusedException($"550 nobody called {mail.To} here");
        if (mail.To == ChokesOn)
            throw new FormatException("something unheard-of");
        if (OnSending is { } act)
            await act(mail);
        await _folder.SendAsync(mail, cancellation);
    }
}
