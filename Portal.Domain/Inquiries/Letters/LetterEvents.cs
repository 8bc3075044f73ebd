using Portal.Domain.Agencies;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>A letter was put in the outbox.</summary>
public sealed record LetterScheduled(Guid LetterId, string Agency) : IEvent;

/// <summary>A letter was taken out of the outbox before it went out.</summary>
public sealed record LetterTakenBack(Guid LetterId, string Agency) : IEvent;

/// <summary>A letter waits for another person.</summary>
public sealed record LetterHeld(Guid LetterId, string Agency) : IEvent
{
    /// <summary>Whom it waits for; null in records from when that was always a manager.</summary>
    public LetterHold? For { get; init; }
}

/// <summary>Staff recorded that the Member signed a letter as it stands.</summary>
public sealed record LetterSigned(Guid LetterId, string Agency) : IEvent;

/// <summary>The person a letter waited for wants it changed.</summary>
public sealed record LetterSentBack(Guid LetterId, string Agency) : IEvent;

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

/// <summary>An open inquiry was printed on a sheet to go over with the agency's liaison.</summary>
public sealed record BatchSheetPrinted(Guid InquiryId, string Agency) : IEvent;

/// <summary>A letter that waited for another person or was signed was deleted.</summary>
public sealed record LetterDropped(Guid LetterId, string Agency) : IEvent;

/// <summary>The letterhead of letters to agencies was changed.</summary>
/// <param name="ReviewsLetters">Whether a second person reads every letter from now on.</param>
public sealed record LetterheadChanged(bool ReviewsLetters) : IEvent
{
    /// <summary>Whether the seal was changed or taken away.</summary>
    public bool NewSeal { get; init; }
}

/// <summary>Somebody opened a letter as a PDF.</summary>
public sealed record LetterOpened(Guid LetterId) : IEvent;
