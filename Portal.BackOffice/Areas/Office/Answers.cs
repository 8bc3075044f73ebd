using Portal.BackOffice.Forms;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office;

/// <summary>Says in the reader's language why an operation did nothing.</summary>
public static class Answers
{
    /// <summary>One sentence.</summary>
    public static string Say(this Translator text, Outcome outcome) => outcome switch
    {
        Outcome.Refused refused => text[refused.Reason, refused.Arguments],
        Outcome.NotPermitted => text["Your role does not allow this. Ask an administrator."],
        Outcome.Stale => text["Somebody else changed this while you were looking. Load the page again, look at what changed, and save once more."],
        Outcome.NotFound => text["This is no longer there."],
        _ => text["This could not be done."],
    };
}
