using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Progress;

/// <summary>Tells the constituent where their case stands. The status page and the regular updates use the same sentences.</summary>
/// <param name="Language">The reader's language, en or es.</param>
/// <param name="Agencies">Every agency, by code.</param>
/// <param name="Calendar">The office's calendar.</param>
/// <param name="Today">The date in the office's time zone.</param>
public sealed record ProgressText(string Language, IReadOnlyDictionary<string, Agency> Agencies, OfficeCalendar Calendar, DateOnly Today)
{
    /// <summary>Whose turn it is, from the constituent's point of view, as a heading.</summary>
    public string Heading(CaseProgress progress) => T(progress switch
    {
        _ when progress.Agencies[0].Stage == AgencyStage.Closed => "This case is closed",
        { Asks.Count: 0, IsToConfirm: false, Turn: not Turn.Agency, Agencies: [{ IsWithdrawn: true, Stage: AgencyStage.InReview }, ..] } => "The privacy release was withdrawn. We won't contact the agency without a new one.",
        { Asks.Count: > 0 } or { IsToConfirm: true } => "We need something from you",
        { Turn: Turn.Agency } => "You don't need to do anything right now. We're waiting for the agency.",
        _ => "You don't need to do anything right now. It's our turn.",
    });

    /// <summary>What the office still owes the constituent, beyond each agency's own sentence.</summary>
    public IEnumerable<string> FromOffice(CaseProgress progress)
    {
        if (progress.Agencies[0].Stage == AgencyStage.Closed)
        {
            if (progress.IsUnanswered)
                yield return T("We got something from you after the case was closed. A caseworker will look at it.");
            yield break;
        }

        if (progress.IsUnanswered)
            yield return T("We got what you sent or changed. A caseworker will look at it.");
        if (progress.Asks.Count > 0)
            yield return T("What we need is listed below. If that's hard to do, write to us or call.");
    }

    /// <summary>Where the case stands with one agency: what happened, and what happens next.</summary>
    public string Describe(AgencyProgress agency)
    {
        var name = agency.AgencyCode is { } code && Agencies.TryGetValue(code, out var known) ? known.WithArticle(Language) : null;
        return agency.Stage switch
        {
            not AgencyStage.Closed when agency.AgencyCode == Agency.NotFederal => T("This isn't a matter for a federal agency. We'll tell you who can help."),
            AgencyStage.Closed when name is not null && agency.Inquiry is { AnsweredOn: { } on } =>
                agency.IsUntold
                    ? T("{0} answered on {1}. A caseworker is reading the answer and will write to you.", name, Day(on))
                    : T("{0} answered on {1}.", name, Day(on)),
            AgencyStage.Closed => T("Still not resolved? Write to us below, and we'll look again."),
            AgencyStage.Received when name is null => T("A caseworker will review your request. We haven't contacted any agency yet."),
            AgencyStage.Received => T("A caseworker will review your request. We haven't contacted {0} yet.", name!),
            AgencyStage.InReview when agency.IsWithdrawn && name is not null =>
                T("The privacy release for {0} was withdrawn, so nothing more goes to the agency. Changed your mind? Write to us.", name),
            _ when name is null => T("A caseworker is reviewing your request and deciding what to ask and which agency to contact."),
            AgencyStage.WaitingOnConstituent when agency.ToSign is { } release => release.RefusalReason is null
                ? T("We can't contact {0} until the privacy release is signed.", name)
                : T("We can't contact {0} until we have a signed release we can use.", name),
            AgencyStage.WaitingOnConstituent => T("We're waiting for what we asked you for."),
            AgencyStage.Answered when agency.IsUntold =>
                T("{0} answered on {1}. A caseworker is reading the answer and will write to you.", name, Day(agency.Inquiry!.AnsweredOn!.Value)),
            AgencyStage.Answered => T("{0} answered on {1}.", name, Day(agency.Inquiry!.AnsweredOn!.Value)),
            AgencyStage.WithAgency => Waiting(agency, name),
            _ when agency.Inquiry is { AnsweredOn: { } on } =>
                T("{0} answered on {1}. We reopened your case, and a caseworker is deciding what to do next.", name, Day(on)),
            _ when agency is { Turn: Turn.Nobody, Inquiry: { } past } => T("We contacted {0} on {1}. That ended without a final answer.", name, When(past.SentAt)),
            _ when agency.Turn == Turn.Nobody => T("We haven't contacted {0}.", name),
            _ when agency.Inquiry is { } ended =>
                T("We contacted {0} on {1}. That ended without a final answer, and a caseworker is deciding what to do next.", name, When(ended.SentAt)),
            _ => T("A caseworker is reviewing your request. We haven't contacted {0} yet.", name),
        };
    }

    /// <summary>The name of a stage of an agency.</summary>
    public string Name(AgencyStage stage) => T(stage switch
    {
        AgencyStage.Received => "We got your request",
        AgencyStage.InReview => "We're reviewing your request",
        AgencyStage.WaitingOnConstituent => "Waiting for you",
        AgencyStage.WithAgency => "With the agency",
        AgencyStage.Answered => "The agency answered",
        _ => "Closed",
    });

    private string Waiting(AgencyProgress agency, string name)
    {
        var open = agency.Inquiry!;
        if (agency.IsWithdrawn)
            return T("We contacted {0} on {1}, before the privacy release was withdrawn. We won't ask it for anything more.", name, When(open.SentAt));
        if (!open.IsOverdue(Today))
            return T("We contacted {0} on {1} and are waiting for an answer. If it's late, we'll follow up.", name, When(open.SentAt));
        return open.FollowedUpAt is { } again && !open.NeedsFollowUp(Today)
            ? T("We contacted {0} on {1}. The answer is late, so we asked again on {2}.", name, When(open.SentAt), When(again))
            : T("We contacted {0} on {1}. The answer is late, and it's our turn to ask again.", name, When(open.SentAt));
    }

    private string When(DateTime utc) => Day(Calendar.DayOf(utc));

    private string Day(DateOnly day) => Texts.Day(Language, day);

    private string T(string english, params object[] arguments) => Texts.Get(Language, english, arguments);
}
