using Portal.Domain.Cases;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Updates;

/// <summary>The facts of a regular update: whose turn it is and since when.</summary>
/// <param name="Status">The case's status.</param>
/// <param name="PromisedOn">The day this update was promised by.</param>
/// <param name="Agency">The agency we're waiting for, with its article, in the constituent's language; null when there is none.</param>
/// <param name="Since">The day we contacted the agency, in the office's time zone.</param>
/// <param name="Asked">How many open requests the constituent has.</param>
/// <param name="NextOn">The day the next update is promised by.</param>
public sealed record UpdateFacts(CaseStatus Status, DateOnly PromisedOn, string? Agency, DateOnly? Since, int Asked, DateOnly NextOn)
{
    /// <summary>Who has to act next.</summary>
    public Turn Turn => Status switch
    {
        CaseStatus.WithAgency when Agency is not null => Turn.Agency,
        CaseStatus.WaitingOnConstituent when Asked > 0 => Turn.Constituent,
        _ => Turn.Office,
    };
}

/// <summary>Writes the regular update. Never claims progress that didn't happen.</summary>
public static class UpdateText
{
    /// <summary>The message, in the constituent's language.</summary>
    public static string Compose(UpdateFacts facts, string language)
    {
        string T(string english, params object[] arguments) => Texts.Get(language, english, arguments);
        var since = facts.Since is { } day ? Texts.Day(language, day) : "";
        var where = facts.Status switch
        {
            CaseStatus.WithAgency when facts.Agency is { } agency =>
                T("We're waiting for {0}. We asked on {1}, and there's no final answer yet.", agency, since),
            CaseStatus.WaitingOnConstituent when facts.Asked > 0 =>
                T(
                    "We're waiting for something from you and can't continue without it. This page shows what we need. Not sure about something? Write to us here."),
            CaseStatus.AgencyReplied => T("The agency answered. We're reviewing its answer and will write to you about it."),
            CaseStatus.Received => T("We have your request. A caseworker hasn't started on it yet, and we haven't contacted any agency."),
            _ => T("Your case is with our office, and it's our turn to act. There's no news yet."),
        };
        var why = facts.Status == CaseStatus.Received
            ? T("We promised to write to you by {0}.", Texts.Day(language, facts.PromisedOn))
            : T("This is the regular update we promised you.");
        // People who wait for us may believe that appeal deadlines wait too.
        var deadlines = facts.Status is CaseStatus.Received or CaseStatus.AgencyReplied ? ""
            : $"\n\n{T("Waiting doesn't extend any deadline. If a letter gives you a date to appeal or reply, don't miss it.")}";
        var next = T("You'll hear from us again by {0}, even if nothing has changed.", Texts.Day(language, facts.NextOn));
        return $"{why}\n\n{where}{deadlines}\n\n{next}";
    }
}
