namespace Portal.Domain.Platform.Mail;

/// <summary>A mail server, reached through MailKit (ADR 0023).</summary>
public sealed class SmtpMailServer(MailServerSettings settings, AccessTokens? tokens = null) : IMailServer
{
    /// <inheritdoc />
    public MailSetup Setup => settings.Setup;

    /// <inheritdoc />
    public async Task<IMailConnection> ConnectAsync(CancellationToken cancellation)
    {
        var client = new ReportingSmtpClient();
        await MailLine.OpenAsync(client, settings, tokens, cancellation);
        return new SmtpConnection(client, settings);
    }
}
