using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace Portal.Domain.Platform.Mail.Incoming;

/// <summary>A mailbox on an IMAP server, reached through MailKit (ADR 0041).</summary>
public sealed class ImapMailbox(MailServerSettings settings, AccessTokens? tokens = null) : IOfficeMailbox
{
    /// <inheritdoc />
    public bool IsSetUp => true;

    /// <inheritdoc />
    public MailSetup Setup => settings.Setup;

    /// <inheritdoc />
    public async Task<IOpenMailbox> OpenAsync(CancellationToken cancellation)
    {
        var client = new ImapClient();
        await MailLine.OpenAsync(client, settings, tokens, cancellation);
        try
        {
            await client.Inbox.OpenAsync(FolderAccess.ReadWrite, cancellation);
            return new Opened(client);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            client.Dispose();
            throw new MailException(ServerFailures.WhileConnecting(fault, settings) with { Section = settings.Section }, fault);
        }
    }

    private sealed class Opened(ImapClient client) : IOpenMailbox
    {
        private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

        public uint Numbering => client.Inbox.UidValidity;

        public async Task<IReadOnlyList<uint>> ListAsync(uint? after, DateOnly since, CancellationToken cancellation)
        {
            var found = after is { } last
                ? await client.Inbox.SearchAsync(SearchQuery.Uids(new UniqueIdRange(new UniqueId(last + 1), UniqueId.MaxValue)), cancellation)
                : await client.Inbox.SearchAsync(SearchQuery.DeliveredAfter(since.AddDays(-1).ToDateTime(TimeOnly.MinValue)), cancellation);
            // A range that ends beyond the last email always has the last email in it (RFC 3501, 6.4.8).
            return [.. found.Select(u => u.Id).Where(id => !(id <= after)).Order()];
        }

        public async Task<MailboxItem?> ReadAsync(uint number, long maxBytes, CancellationToken cancellation)
        {
            var id = new UniqueId(number);
            // While somebody else uses the mailbox, the server may add what it has to say about other emails.
            var known = await client.Inbox.FetchAsync([id], MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, cancellation);
            if (known.FirstOrDefault(k => k.UniqueId == id) is not { } item)
                return null;
            var whole = !(item.Size > maxBytes);
            await using var content = whole
                ? await client.Inbox.GetStreamAsync(id, "", cancellation)
                : await client.Inbox.GetStreamAsync(id, "HEADER", cancellation);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellation);
            return new(bytes.ToArray(), (item.InternalDate ?? DateTimeOffset.UnixEpoch).UtcDateTime, whole);
        }

        public async Task MarkStoredAsync(IReadOnlyList<uint> numbers, CancellationToken cancellation) =>
            await client.Inbox.StoreAsync([.. numbers.Select(n => new UniqueId(n))], new StoreFlagsRequest(StoreAction.Add, MessageFlags.Seen) { Silent = true }, cancellation);

        public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation)
        {
            if (!client.Capabilities.HasFlag(ImapCapabilities.Idle))
                return false;
            using var done = new CancellationTokenSource(atMost);
            void Arrived(object? sender, EventArgs e) => done.Cancel();
            client.Inbox.CountChanged += Arrived;
            try
            {
                await client.IdleAsync(done.Token, cancellation);
            }
            finally
            {
                client.Inbox.CountChanged -= Arrived;
            }

            return true;
        }

        public async ValueTask DisposeAsync()
        {
            using var timeout = new CancellationTokenSource(Farewell);
            try
            {
                await client.DisconnectAsync(quit: true, timeout.Token);
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException or ProtocolException)
            {
                // It's gone already.
            }

            client.Dispose();
        }
    }
}
