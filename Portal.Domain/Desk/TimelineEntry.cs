namespace Portal.Domain.Desk;

/// <summary>Who reads an entry of the timeline, and who wrote it.</summary>
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

    /// <summary>Only staff read it.</summary>
    Note,
}

/// <summary>One entry of a case's timeline.</summary>
/// <param name="By">Who did it, in words.</param>
/// <param name="Text">A finished sentence for an event; the text as typed for all others.</param>
public sealed record TimelineEntry(Guid Id, DateTime At, TimelineKind Kind, string By, string Text);
