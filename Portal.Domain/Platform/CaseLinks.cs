using System.Text.RegularExpressions;

namespace Portal.Domain.Platform;

/// <summary>The pages of one case in the back office. Each link keeps the way back to the queue.</summary>
/// <param name="Back">The place in the queue to return to; null when the user came from elsewhere.</param>
public sealed partial record CaseLinks(string Reference, string? Back = null)
{
    /// <summary>The case, or one of its forms.</summary>
    public string Show(string? handler = null) => To("", handler);

    /// <summary>The case with its whole timeline.</summary>
    public string WholeTimeline => Links.With(Show(), ("all", "true"));

    /// <summary>The case, expanded for printing.</summary>
    public string Print => Links.With(Show(), ("print", "true"));

    /// <summary>Writing to the constituent.</summary>
    public string Message => To("/message");

    /// <summary>Starting the message from a template.</summary>
    public string MessageFrom => To("/message", "template");

    /// <summary>Reminding the constituent of an information request.</summary>
    public string Remind => Links.With(Message, ("remind", "true"));

    /// <summary>Writing a note that only staff can read.</summary>
    public string Note => To("/note");

    /// <summary>The case after a note was added: it asks what happens next when nothing is planned.</summary>
    public string Noted => Links.With(Show(), ("noted", "true"));

    /// <summary>Recording who reached the person after a safety alert.</summary>
    public string Reached => To("/reached");

    /// <summary>Requesting information from the constituent.</summary>
    public string Ask => To("/ask");

    /// <summary>Assigning the case.</summary>
    public string Assign => To("/assign");

    /// <summary>Correcting names, email, phone numbers, and the address.</summary>
    public string Contact => To("/contact");

    /// <summary>Topic, priority, update interval.</summary>
    public string Change(string? handler = null) => To("/change", handler);

    /// <summary>Referring the person to someone who can help.</summary>
    public string Refer(string? handler = null) => To("/refer", handler);

    /// <summary>Referring the person while the case stays open.</summary>
    public string ReferOpen => Links.With(To("/refer"), ("keepOpen", "true"));

    /// <summary>Declining the request.</summary>
    public string Decline(string? handler = null) => To("/decline", handler);

    /// <summary>Closing the case.</summary>
    public string Close(string? handler = null) => To("/close", handler);

    /// <summary>The releases of the case.</summary>
    public string Releases(string? handler = null) => To("/releases", handler);

    /// <summary>Reviewing a release.</summary>
    public string Release(Guid release, string? handler = null) => To($"/releases/{release}", handler);

    /// <summary>Adding the signed form of a release.</summary>
    public string Paper(Guid release) => To($"/releases/{release}/paper");

    /// <summary>Sharing a sealed release with the agency.</summary>
    public string Share(Guid release, string? handler = null) => To($"/share/{release}", handler);

    /// <summary>Requesting a release from another party.</summary>
    public string Party(string? agency = null) => agency is null ? To("/party") : Links.With(To("/party"), ("agency", agency));

    /// <summary>Writing to an agency: a new letter, or a follow-up on an inquiry.</summary>
    public string NewLetter(string? agency = null, Guid? inquiry = null, string? ask = null) =>
        Links.With(To("/letter"), ("agency", agency), ("inquiry", inquiry?.ToString()), ("ask", ask));

    /// <summary>Filing a document.</summary>
    public string File => To("/file");

    /// <summary>A letter to an agency that somebody is writing.</summary>
    public string Letter(Guid letter, string? handler = null) => To($"/letter/{letter}", handler);

    /// <summary>A letter that went out.</summary>
    public string SentLetter(Guid letter, string? handler = null) => To($"/letters/{letter}", handler);

    /// <summary>Recording what an agency was asked.</summary>
    public string Inquiry => To("/inquiry");

    /// <summary>Recording what the agency answered.</summary>
    public string Response(Guid inquiry) => To($"/inquiries/{inquiry}/response");

    /// <summary>Asking the agency again.</summary>
    public string FollowUp(Guid inquiry) => To($"/inquiries/{inquiry}/follow-up");

    /// <summary>Keeping what was typed in a form; null for the case page itself.</summary>
    public string Draft(string? form, string? handler = null) => Links.With(To("/draft", handler), ("for", form));

    /// <summary>A form that keeps drafts, by the part of its address after the case; the case itself for any other.</summary>
    public string Of(string form) => KeepsDrafts(form) ? To($"/{form}") : Show();

    /// <summary>Whether what is typed in a form is kept until it's sent. Others have little to type, or keep it in another way.</summary>
    public static bool KeepsDrafts(string form) => WithDrafts().IsMatch(form);

    [GeneratedRegex(@"^(?:message|note|call|ask|close|decline|refer|reached|inquiry|decision(?:/[0-9a-f-]{36})?|inquiries/[0-9a-f-]{36}/(?:response|follow-up))$")]
    private static partial Regex WithDrafts();

    /// <summary>Logging a phone call.</summary>
    public string Call => To("/call");

    /// <summary>Tasks, appointments, and hearings.</summary>
    public string Task(string? handler = null) => To("/tasks", handler);

    /// <summary>Whether it's the same person or matter as another case.</summary>
    public string Same(string? handler = null) => To("/same", handler);

    /// <summary>The case's tags.</summary>
    public string Tags => To("/tags");

    /// <summary>Putting the case off until a day.</summary>
    public string Snooze => To("/snooze");

    /// <summary>Recording that the person confirmed the request.</summary>
    public string Confirm => To("/confirm");

    /// <summary>Asking for a decision, or one that was asked for.</summary>
    public string Decision(Guid? decision = null, string? handler = null) => To(decision is { } id ? $"/decision/{id}" : "/decision", handler);

    /// <summary>Ending an inquiry that no longer needs a response.</summary>
    public string EndInquiry(Guid inquiry) => To($"/inquiries/{inquiry}/end");

    private string To(string page, string? handler = null) => Links.With($"/office/cases/{Reference}{page}", ("back", Back), ("handler", handler));
}
