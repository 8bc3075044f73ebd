using Portal.Domain.Cases;
using Portal.Domain.Offices;

namespace Portal.Domain.Desk;

/// <summary>The views of the queue that every office starts from.</summary>
public enum QueueView
{
    /// <summary>Came in, nobody has looked at it.</summary>
    New,

    /// <summary>Open cases of the reader.</summary>
    Mine,

    /// <summary>Open cases nobody has.</summary>
    Unassigned,

    /// <summary>The constituent wrote or sent something nobody has looked at; closed cases too.</summary>
    Unanswered,

    /// <summary>The day by which somebody of the office promised word is today or gone.</summary>
    Overdue,

    /// <summary>The constituent has to do something.</summary>
    Waiting,

    /// <summary>An inquiry is with an agency.</summary>
    Agency,

    /// <summary>The agency answered.</summary>
    Answered,

    /// <summary>Everything that is not closed.</summary>
    Open,

    /// <summary>Closed cases.</summary>
    Closed,
}

/// <summary>What the reader wants to see of the queue; null conditions always hold.</summary>
/// <param name="Nobody">Only cases that nobody has; <paramref name="AssignedTo"/> does not matter then.</param>
/// <param name="Search">A reference, an e-mail address, a telephone number, words of a topic, or the beginning of a name; looks through all cases, whatever the view.</param>
public sealed record CaseQueueFilter(
    QueueView View, Priority? Priority = null, string? Agency = null, string? Language = null, ResidencyFinding? Residency = null,
    Guid? AssignedTo = null, bool Nobody = false, string? Search = null, string? Topic = null)
{
    /// <summary>Whether the list is the whole view.</summary>
    public bool IsWholeView => this == new CaseQueueFilter(View);

    /// <summary>Whether the list is the answer to a search.</summary>
    public bool IsSearch => !string.IsNullOrWhiteSpace(Search);
}
