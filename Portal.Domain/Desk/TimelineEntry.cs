using Portal.Domain.Messages;

namespace Portal.Domain.Desk;

/// <summary>What a timeline entry is, and with that who wrote it and who can read it.</summary>
public enum TimelineKind
{
    /// <summary>Something that happened.</summary>
    Event,

    /// <summary>The constituent wrote it.</summary>
    FromConstituent,

    /// <summary>The office wrote it to the constituent.</summary>
    ToConstituent,

    /// <summary>A regular update the constituent was sent.</summary>
    Automatic,

    /// <summary>A note only staff can read.</summary>
    Note,

    /// <summary>A phone call, which only staff can read about.</summary>
    Call,
}

/// <summary>What became of the email that says there's a message.</summary>
/// <param name="QueuedAt">When it was queued, UTC.</param>
public sealed record MessageMail(DateTime QueuedAt)
{
    /// <summary>When a mail server took it, UTC; null when none has.</summary>
    public DateTime? SentAt { get; init; }

    /// <summary>When it was given up or came back, UTC; null when it wasn't.</summary>
    public DateTime? FailedAt { get; init; }

    /// <summary>What the mail server last said, as it's kept; null when it said nothing.</summary>
    public string? LastError { get; init; }
}

/// <summary>One entry of a case's timeline.</summary>
/// <param name="By">The name of who did it.</param>
/// <param name="Text">A finished sentence for an event; the text as typed for all others.</param>
public sealed record TimelineEntry(Guid Id, DateTime At, TimelineKind Kind, string By, string Text)
{
    /// <summary>The call; null for all others.</summary>
    public PhoneCall? Call { get; init; }

    /// <summary>The address it came from by email, which nobody confirmed; null for all others.</summary>
    public string? EmailedFrom { get; init; }

    /// <summary>The email about it; null for all others, and when there was no address.</summary>
    public MessageMail? Mail { get; init; }

    /// <summary>When the person first opened the page of their case after it was written, UTC; null when they haven't, or for all others.</summary>
    public DateTime? OpenedAt { get; init; }
}
