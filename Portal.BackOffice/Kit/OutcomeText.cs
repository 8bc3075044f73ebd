using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Kit;

/// <summary>The only place that maps an operation's outcome to a sentence in the reader's language.</summary>
public static class OutcomeText
{
    /// <summary>Explains why nothing was done.</summary>
    /// <param name="isForStaff">
    /// Whether staff will read it. They can reload, ask an administrator, and know what a version is.
    /// </param>
    public static string Explain(this Translator text, Outcome outcome, bool isForStaff = true) => outcome switch
    {
        // A refusal may name the one that caused it, such as the line of a file.
        Outcome.Refused refused => text[refused.Reason, [.. refused.Arguments.Select(a => a is Outcome inner ? text.Explain(inner, isForStaff) : a)]],
        SendInquiry.ReleaseMissing { Missing: var missing } => text["{0} Nothing was sent or recorded.", text[missing.Problem, missing.Arguments]],
        SetUpOfficeResult.Refused refused => text[refused.Text, refused.Value],
        Outcome.Stale when !isForStaff => text["Someone changed this while you were working. Check it and try again."],
        Outcome.Stale => text["Someone else changed this while you were working. Reload the page, check what changed, and save again."],
        _ when !isForStaff => text["Something went wrong. Try again, or call us."],
        Outcome.NotPermitted => text["Your role doesn't allow this. Ask an administrator."],
        Outcome.NotFound => text["This no longer exists."],
        _ => text["We couldn't do that. Reload the page and try again."],
    };
}
