using Portal.Domain.Agencies;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>A letter was put in the outbox.</summary>
public sealed record LetterScheduled(Guid LetterId, string Agency) : IEvent;

/// <summary>A letter was taken out of the outbox before it went out.</summary>
public sealed record LetterTakenBack(Guid LetterId, string Agency) : IEvent;

/// <summary>A letter waits for a manager.</summary>
public sealed record LetterHeld(Guid LetterId, string Agency) : IEvent;

/// <summary>A letter couldn't go out as it stood.</summary>
public sealed record LetterReturned(Guid LetterId, string Agency) : IEvent;

/// <summary>A letter went out. The inquiry or follow-up with the same id says what it asked.</summary>
public sealed record LetterSent(Guid LetterId, Guid InquiryId, InquiryMethod Method, string Sha256) : IEvent
{
    /// <summary>The template and its version.</summary>
    public required string Template { get; init; }

    /// <summary>Documents that went along.</summary>
    public IReadOnlyList<Guid>? Documents { get; init; }

    /// <summary>Guards whose finding stayed, with a reason.</summary>
    public IReadOnlyList<string>? Overridden { get; init; }
}

/// <summary>Somebody opened a letter as a PDF.</summary>
public sealed record LetterOpened(Guid LetterId) : IEvent;
