using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform;
using Portal.Domain.Writing;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Keeps what is typed in a form of a case, and says who else has the case open. Forms and scripts post to it; it shows no page.</summary>
public sealed class DraftModel(CasePageContext context) : CasePageModel(context)
{
    /// <summary>The form, by the part of its address after the case; null for the case page itself.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public string? Form { get; set; }

    /// <summary>Whether a script asks, which wants a sentence instead of a page.</summary>
    private bool IsQuiet => Request.Headers.ContainsKey("X-Quiet");

    /// <summary>Shows no page; leads to the case.</summary>
    public IActionResult OnGet() => Redirect(Urls.Show());

    /// <summary>Keeps what was typed.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] KeepDraft keep, CancellationToken cancellation)
    {
        var outcome = await keep.ExecuteAsync(new(Head.Case.Id, Form ?? "", KeptDrafts.FieldsOf(Request.Form)), Actor, cancellation);
        if (IsQuiet)
            return outcome.Succeeded ? Content(Text["Draft saved at {0}.", Dates.Time(Now)]) : StatusCode(409);
        return outcome switch
        {
            Outcome.Success => this.RedirectWithNotice(Urls.Show(), "Draft saved. It hasn't been sent."),
            Outcome.NotPermitted => StatusCode(403),
            Outcome.Refused refused => this.RedirectWithNotice(Urls.Show(), refused.Reason),
            // Saved in another tab at the same moment.
            _ => this.RedirectWithNotice(Urls.Show(), "Draft saved. It hasn't been sent."),
        };
    }

    /// <summary>Forgets what was typed, and shows the form empty.</summary>
    public async Task<IActionResult> OnPostDropAsync([FromServices] DropDraft drop, CancellationToken cancellation)
    {
        var outcome = await drop.ExecuteAsync(new(Head.Case.Id, Form ?? "", Key), Actor, cancellation);
        return outcome.Succeeded ? this.RedirectWithNotice(Form is { Length: > 0 } form ? Urls.Of(form) : Urls.Show(), "Draft deleted.") : StatusCode(403);
    }

    /// <summary>Notes that the case is open, and says who else has it open.</summary>
    public async Task<IActionResult> OnPostHereAsync([FromServices] NotePresence note, CancellationToken cancellation)
    {
        var outcome = await note.ExecuteAsync(new(Head.Case.Id, Form), Actor, cancellation);
        return outcome.Succeeded ? Page() : StatusCode(403);
    }

    /// <summary>What a form is for, in English.</summary>
    public static string NameOf(string form) => form.Split('/') switch
    {
        ["message"] => "Write to the constituent",
        ["note"] => "Add an internal note",
        ["call"] => "Log a call",
        ["ask"] => "Request information or documents",
        ["close"] => "Close the case",
        ["decline"] => "Decline the request",
        ["refer"] => "Refer the person",
        ["decision", ..] => "Ask for a decision",
        ["reached"] => "Record who reached the person",
        ["inquiry"] => "Log a call to the agency",
        [.., "response"] => "Record an answer",
        [.., "follow-up"] => "Log a follow-up call",
        _ => "A form in this case",
    };

    /// <summary>What a coworker is doing, in English, with a place for their name.</summary>
    public static string Doing(Coworker coworker) => coworker.Form?.Split('/') switch
    {
        null => "{0} has this case open.",
        ["message"] => "{0} is writing to the constituent.",
        ["note"] => "{0} is writing a note.",
        ["call"] => "{0} is logging a call.",
        ["ask"] => "{0} is requesting information.",
        ["close"] => "{0} is closing this case.",
        ["decline"] => "{0} is declining this request.",
        ["refer"] => "{0} is referring the person.",
        ["letter", ..] => "{0} is writing to the agency.",
        [.., "response"] => "{0} is recording the agency’s answer.",
        _ => "{0} is editing this case.",
    };
}
