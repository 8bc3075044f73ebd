using Portal.Domain.Cases;
using Portal.Domain.Offices;

namespace Portal.Domain.Desk;

/// <summary>The built-in views of the queue.</summary>
public enum QueueView
{
    /// <summary>Received, and no one has looked at it yet.</summary>
    New,

    /// <summary>Open cases assigned to the reader.</summary>
    Mine,

    /// <summary>Open cases assigned to no one.</summary>
    Unassigned,

    /// <summary>The constituent wrote or sent something no one has looked at; includes closed cases.</summary>
    Unanswered,

    /// <summary>The update promised to the constituent is due today or overdue.</summary>
    Overdue,

    /// <summary>Waiting for the constituent.</summary>
    Waiting,

    /// <summary>An inquiry is with an agency.</summary>
    Agency,

    /// <summary>The agency answered.</summary>
    Answered,

    /// <summary>An email may be an agency's answer, and no one has confirmed it; includes closed cases.</summary>
    ToConfirm,

    /// <summary>An agency answered, and the constituent hasn't been told; includes closed cases.</summary>
    Untold,

    /// <summary>An agency's answer is late.</summary>
    AgencyLate,

    /// <summary>Open cases assigned to someone who is away or no longer works here.</summary>
    Away,

    /// <summary>All cases that aren't closed.</summary>
    Open,

    /// <summary>Closed cases.</summary>
    Closed,
}

/// <summary>The filters of the queue; a null filter matches everything.</summary>
public sealed record CaseQueueFilter(QueueView View)
{
    /// <summary>Only cases of this priority.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Only cases about this agency; its code.</summary>
    public string? Agency { get; init; }

    /// <summary>Only cases on this topic; its code.</summary>
    public string? Topic { get; init; }

    /// <summary>Only cases with this tag.</summary>
    public Guid? Tag { get; init; }

    /// <summary>Only constituents with this language, en or es.</summary>
    public string? Language { get; init; }

    /// <summary>Only cases with this finding about the address.</summary>
    public ResidencyFinding? Residency { get; init; }

    /// <summary>Only cases assigned to this staff member.</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>Only unassigned cases; overrides <see cref="AssignedTo"/>.</summary>
    public bool Nobody { get; init; }

    /// <summary>
    /// A reference, an email address, a phone number, words of a topic, or the start of a name. Searches all cases, whatever
    /// the view.
    /// </summary>
    public string? Search { get; init; }

    /// <summary>Whether no filter narrows the view.</summary>
    public bool IsWholeView => this == new CaseQueueFilter(View);

    /// <summary>Whether the list shows search results.</summary>
    public bool IsSearch => !string.IsNullOrWhiteSpace(Search);
}
