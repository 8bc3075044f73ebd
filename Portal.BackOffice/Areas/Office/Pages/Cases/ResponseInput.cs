using Portal.BackOffice.Kit;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>The form for an agency's answer.</summary>
public sealed class ResponseInput
{
    /// <summary>The kind of answer.</summary>
    public ResponseKind? Kind { get; set; }

    /// <summary>The date found in the document that was chosen as its date; null for another one.</summary>
    public string? Found { get; set; }

    /// <summary>The date of the letter, as typed.</summary>
    public DateParts DatedOn { get; set; } = new();

    /// <summary>Date received.</summary>
    public DateParts ReceivedOn { get; set; } = new();

    /// <summary>How it came out.</summary>
    public AnswerResult? Result { get; set; }

    /// <summary>Codes of the periods that the decision starts.</summary>
    public List<string> Periods { get; set; } = [];

    /// <summary>A deadline that isn't in the list, in the constituent's language.</summary>
    public string? OtherWhat { get; set; }

    /// <summary>Its last day.</summary>
    public DateParts OtherDay { get; set; } = new();

    /// <summary>What it says, for staff.</summary>
    public string? Summary { get; set; }

    /// <summary>The words for the constituent.</summary>
    public string? Words { get; set; }

    /// <summary>The words as they were last filled in, to tell whether somebody changed them.</summary>
    public string? Proposed { get; set; }

    /// <summary>Whether the answer starts no deadline.</summary>
    public bool NoDeadline { get; set; }

    /// <summary>Whether the document goes along.</summary>
    public bool Encloses { get; set; }
}
