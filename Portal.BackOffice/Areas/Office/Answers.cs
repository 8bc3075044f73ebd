using Portal.BackOffice.Kit;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office;

/// <summary>Says in the reader's language why an operation did nothing.</summary>
public static class Answers
{
    /// <summary>One sentence.</summary>
    public static string Say(this Translator text, Outcome outcome) => outcome switch
    {
        Outcome.Refused refused => text[refused.Reason, refused.Arguments],
        Outcome.NotPermitted => text["Your role doesn't allow this. Ask an administrator."],
        Outcome.Stale => text["Someone else changed this while you were working. Reload the page, check what changed, and save again."],
        Outcome.NotFound => text["This no longer exists."],
        _ => text["We couldn't do that."],
    };
}
