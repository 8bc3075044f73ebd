using Portal.Domain.Cases;
using Portal.Domain.Platform.Text;
using Portal.Domain.Progress;

namespace Portal.Domain.Updates;

/// <summary>Writes the regular update. Never claims progress that didn't happen.</summary>
public static class UpdateText
{
    /// <summary>The message, in the language of <paramref name="text"/>.</summary>
    /// <param name="progress">Where the case stands.</param>
    /// <param name="text">Tells it to the constituent.</param>
    /// <param name="promisedOn">The day this update was promised by.</param>
    /// <param name="nextOn">The day the next update is promised by.</param>
    public static string Compose(CaseProgress progress, ProgressText text, DateOnly promisedOn, DateOnly nextOn)
    {
        string T(string english, params object[] arguments) => Texts.Get(text.Language, english, arguments);
        var isNew = progress.Agencies[0].Stage == AgencyStage.Received;
        var why = isNew
            ? T("We promised to write to you by {0}.", Texts.Day(text.Language, promisedOn))
            : T("This is the regular update we promised you.");
        var where = progress.Agencies.Select(text.Describe).ToList();
        if (progress.HasUnreadAnswer)
            where.Add(T("We got an email that may be the agency's answer. We'll read it and tell you what it says."));
        if (progress.IsUnanswered)
            where.Add(T("We got what you sent or changed. A caseworker will look at it."));
        if (progress.Asks.Count > 0)
            where.Add(T("We're waiting for something from you. This page shows what we need. Not sure about something? Write to us here."));
        // People who wait for us may believe that appeal deadlines wait too.
        if (!isNew)
            where.Add(T("Waiting doesn't extend any deadline. If a letter gives you a date to appeal or reply, don't miss it."));
        var next = T("You'll hear from us again by {0}, even if nothing has changed.", Texts.Day(text.Language, nextOn));
        return string.Join("\n\n", [why, .. where, next]);
    }

    /// <summary>Whose turn the email about an update names. What the constituent has to do comes first: only they can do it.</summary>
    internal static Turn TurnToTell(CaseProgress progress) => progress.Asks.Count > 0 ? Turn.Constituent : progress.Turn;
}
