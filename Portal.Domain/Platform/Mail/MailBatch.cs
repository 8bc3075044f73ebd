namespace Portal.Domain.Platform.Mail;

/// <summary>
/// The connection of one run, opened for the first email, and again after fifty or when it's lost. Once opening fails, the rest of the
/// run fails for the same reason, without waiting for the server again.
/// </summary>
internal sealed class MailBatch(IMailServer server) : IAsyncDisposable
{
    // Many servers hang up after some number of emails.
    private const int MostPerConnection = 50;
    private IMailConnection? _connection;
    private int _sent;

    /// <summary>Why the server can't be reached; null while it can.</summary>
    public MailFailure? ServerDown { get; private set; }

    /// <summary>Sends one email.</summary>
    public async Task SendAsync(MailEnvelope mail, CancellationToken cancellation)
    {
        if (_connection is not { IsOpen: true } || _sent == MostPerConnection)
            (_connection, _sent) = (await OpenAsync(cancellation), 0);
        _sent++;
        await _connection.SendAsync(mail, cancellation);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IMailConnection> OpenAsync(CancellationToken cancellation)
    {
        if (ServerDown is { } down)
            throw new MailException(down);
        await DisposeAsync();
        _connection = null;
        try
        {
            return await server.ConnectAsync(cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            ServerDown = MailFailure.From(fault);
            throw;
        }
    }
}
