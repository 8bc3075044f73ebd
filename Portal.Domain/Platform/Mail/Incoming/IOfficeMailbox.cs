namespace Portal.Domain.Platform.Mail.Incoming;

/// <summary>The mailbox that agencies and constituents write to. Nothing in it is ever deleted by us.</summary>
public interface IOfficeMailbox
{
    /// <summary>Whether the office has set one up.</summary>
    bool IsSetUp { get; }

    /// <summary>What staff may see about it.</summary>
    MailSetup Setup { get; }

    /// <summary>Connects, signs in, and opens the inbox.</summary>
    /// <exception cref="MailException">Why it can't be done now.</exception>
    Task<IOpenMailbox> OpenAsync(CancellationToken cancellation);
}

/// <summary>The opened inbox.</summary>
public interface IOpenMailbox : IAsyncDisposable
{
    /// <summary>Changes when the server numbers all emails anew (UIDVALIDITY, RFC 3501, 2.3.1.1).</summary>
    uint Numbering { get; }

    /// <summary>The numbers of the emails after this one, ascending; without one, of those that arrived on or after this day.</summary>
    Task<IReadOnlyList<uint>> ListAsync(uint? after, DateOnly since, CancellationToken cancellation);

    /// <summary>An email as it arrived; null when it's gone, and only its headers when it's larger than <paramref name="maxBytes"/>.</summary>
    Task<MailboxItem?> ReadAsync(uint number, long maxBytes, CancellationToken cancellation);

    /// <summary>Marks emails as read, after they were stored.</summary>
    Task MarkStoredAsync(IReadOnlyList<uint> numbers, CancellationToken cancellation);

    /// <summary>Waits until an email arrives, at most this long. Returns at once when the server can't tell.</summary>
    /// <returns>Whether the server can tell.</returns>
    Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation);
}

/// <summary>An email in the mailbox.</summary>
/// <param name="Bytes">The email as it arrived, or only its headers.</param>
/// <param name="ArrivedAt">When the server received it, UTC.</param>
/// <param name="IsWhole">False when it was too large and only its headers were read.</param>
public sealed record MailboxItem(byte[] Bytes, DateTime ArrivedAt, bool IsWhole);

/// <summary>No mailbox is set up.</summary>
public sealed class NoMailbox : IOfficeMailbox
{
    /// <inheritdoc />
    public bool IsSetUp => false;

    /// <inheritdoc />
    public MailSetup Setup { get; } = new("", null, MailSignIn.None, null);

    /// <inheritdoc />
    public Task<IOpenMailbox> OpenAsync(CancellationToken cancellation) => throw new InvalidOperationException("No mailbox is set up.");
}
