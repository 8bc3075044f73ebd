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

/// <summary>One entry of a case's timeline.</summary>
/// <param name="By">The name of who did it.</param>
/// <param name="Text">A finished sentence for an event; the text as typed for all others.</param>
public sealed record TimelineEntry(Guid Id, DateTime At, TimelineKind Kind, string By, string Text)
{
    /// <summary>The call; null for all others.</summary>
    public PhoneCall? Call { get; init; }

    /// <summary>The address it came from by email, which nobody confirmed; null for all others.</summary>
    public string? EmailedFrom { get; init; }
}
