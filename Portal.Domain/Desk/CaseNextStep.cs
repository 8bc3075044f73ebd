using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Desk;

/// <summary>The action that moves a case forward.</summary>
public enum CaseMove
{
    /// <summary>There's nothing to do.</summary>
    None,

    /// <summary>Accept the request.</summary>
    Accept,

    /// <summary>Check the address.</summary>
    ConfirmResidency,

    /// <summary>Choose the topic, and with it the agency.</summary>
    ChooseTopic,

    /// <summary>Correct the address that email doesn't reach.</summary>
    CorrectContact,

    /// <summary>Write to the constituent.</summary>
    Write,

    /// <summary>Remind the constituent.</summary>
    Remind,

    /// <summary>Request a privacy release.</summary>
    AskForRelease,

    /// <summary>Review a release that came in.</summary>
    CheckRelease,

    /// <summary>Contact the agency.</summary>
    Inquire,

    /// <summary>Record the agency's answer.</summary>
    RecordResponse,

    /// <summary>Follow up with an agency whose answer is late.</summary>
    FollowUp,

    /// <summary>Refer the constituent to someone who can help.</summary>
    Refer,

    /// <summary>Close the case.</summary>
    Close,

    /// <summary>Reopen a closed case.</summary>
    Reopen,
}

/// <summary>What decides the next step of a case: what its page shows.</summary>
/// <param name="Case">The case.</param>
/// <param name="Readiness">Whether we may contact the case's agency, and if not, what is missing.</param>
/// <param name="Today">The date in the office's time zone.</param>
public sealed record NextStepFacts(Case Case, Readiness Readiness, DateOnly Today)
{
    /// <summary>The case's inquiries.</summary>
    public IReadOnlyList<AgencyInquiry> Inquiries { get; init; } = [];

    /// <summary>What the constituent was asked for.</summary>
    public IReadOnlyList<InformationRequest> Requests { get; init; } = [];

    /// <summary>When staff last wrote to the constituent, UTC; null when they never did.</summary>
    public DateTime? LastMessage { get; init; }

    /// <summary>Whether an email about the case was given up and none has arrived since.</summary>
    public bool MailUndelivered { get; init; }

    /// <summary>The day we requested a release that is still unsigned after the time the office allows; otherwise null.</summary>
    public DateOnly? NeverSigned { get; init; }
}

/// <summary>What blocks a case, as an English sentence (the key of its translation), and the move that unblocks it.</summary>
public sealed record CaseNextStep(CaseMove Move, string Sentence, params object[] Arguments)
{
    /// <summary>Who acts next. An unanswered message is always our turn, whatever the case's status.</summary>
    public Turn Turn { get; init; } = Move == CaseMove.None ? Turn.Nobody : Turn.Office;

    /// <summary>Computes the next step. A pure function.</summary>
    public static CaseNextStep For(NextStepFacts facts)
    {
        var @case = facts.Case;
        if (@case.SafetyAlert)
            return new(CaseMove.None, "What this person wrote may mention self-harm. Reach the person first, then clear the alert.")
            {
                Turn = Turn.Office,
            };
        if (@case.IsClosed)
            return Closed(@case);
        if (@case.AcceptedAt is null)
            return new(CaseMove.Accept, "No one has accepted this request. Read it, then accept, decline, or refer it.");
        if (@case.UnansweredSince is not null)
            return new(CaseMove.Write, "The constituent sent something no one has answered. Reply, or mark it as read.");
        if (facts.MailUndelivered)
            return new(CaseMove.CorrectContact, "Email about this case isn't arriving. Call the person, and correct the address.");
        return @case.Status switch
        {
            CaseStatus.WithAgency => AtAgency(facts.Inquiries, facts.Today),
            CaseStatus.AgencyReplied => AfterAnswer(facts.Inquiries, facts.LastMessage),
            _ => InOffice(facts),
        };
    }

    private static CaseNextStep Closed(Case @case)
    {
        if (@case.UnansweredSince is null)
            return new(CaseMove.None, "This case is closed. There's nothing to do.");
        if (@case.ClosingReason == ClosingReason.Withdrawn)
            return new(CaseMove.None, "The constituent closed this case. Tell any agency that's still working on it, then choose “Mark as read.”")
            {
                Turn = Turn.Office,
            };
        return new(
            CaseMove.Reopen,
            "The constituent wrote after the case was closed. Read the message, then reply, reopen the case, or mark it as read.");
    }

    private static CaseNextStep AtAgency(IReadOnlyList<AgencyInquiry> inquiries, DateOnly today)
    {
        var open = Pressing(inquiries);
        if (open is null)
            return new(CaseMove.Write, "No inquiries are open. Tell the constituent where the case stands.");
        if (!open.IsOverdue(today))
            return new(CaseMove.RecordResponse, "We're waiting for {0}. An answer is due by {1}.", open.AgencyCode, open.ExpectedOn)
            {
                Turn = Turn.Agency,
            };
        if (open is { FollowUpsDue: > 0, FollowUpDueSince: null })
            return new(
                CaseMove.RecordResponse, "We asked {0} again. If there's no answer, the next follow-up is due {1}.",
                open.AgencyCode, open.FollowUpOn)
            {
                Turn = Turn.Agency,
            };
        return open.EscalatedAt is not null
            ? new(CaseMove.FollowUp, "{0} still hasn't answered. Escalate, or record the answer.", open.AgencyCode)
            : new(CaseMove.FollowUp, "{0} was due to answer by {1}. Follow up, or record the answer.", open.AgencyCode, open.ExpectedOn);
    }

    /// <summary>The open inquiry that needs attention first; null when none is open.</summary>
    public static AgencyInquiry? Pressing(IReadOnlyList<AgencyInquiry> inquiries) =>
        inquiries.Where(i => i.IsOpen).OrderBy(i => i.FollowUpDueSince is null).ThenBy(i => i.ExpectedOn).FirstOrDefault();

    private static CaseNextStep AfterAnswer(IReadOnlyList<AgencyInquiry> inquiries, DateTime? lastMessage)
    {
        var answered = inquiries.SelectMany(i => i.Responses).Select(r => (DateTime?)r.RecordedAt).Max();
        return lastMessage > answered
            ? new(CaseMove.Close, "The constituent knows the agency's answer. Close the case, or ask the agency again.")
            : new(CaseMove.Write, "The agency answered. Tell the constituent what it means.");
    }

    private static CaseNextStep Awaited(DateOnly dueOn, DateOnly today) => dueOn < today
        ? new(CaseMove.Remind, "The constituent's answer was due {0}. Send a reminder, or call.", dueOn)
        : new(CaseMove.Remind, "We asked the constituent for something. It's due {0}.", dueOn) { Turn = Turn.Constituent };

    private static CaseNextStep InOffice(NextStepFacts facts)
    {
        var @case = facts.Case;
        if (IsDoubtful(@case.Residency))
            return new(CaseMove.ConfirmResidency, "We can't tell whether this person lives in the area we serve. Check the address.");
        if (@case.AgencyCode is null)
            return new(CaseMove.ChooseTopic, "We don't know yet which agency this is about.");
        if (facts.Readiness is Readiness.Missing { First.Kind: GapKind.ToCheck } toCheck)
            return new(CaseMove.CheckRelease, toCheck.Problem, toCheck.Arguments);
        if (facts.Requests.Where(r => r.IsOpen).OrderBy(r => r.DueOn).FirstOrDefault() is { } request)
            return Awaited(request.DueOn, facts.Today);
        var waiting = @case.Status == CaseStatus.WaitingOnConstituent;
        return facts.Readiness switch
        {
            Readiness.Missing { ByConstituent: true } when waiting && facts.NeverSigned is { } asked =>
                new(CaseMove.Close, "We asked for the release on {0} and haven't received it. Call once more, or close the case.", asked),
            Readiness.Missing { ByConstituent: true } missing when waiting =>
                new(CaseMove.Remind, missing.Problem, missing.Arguments) { Turn = Turn.Constituent },
            Readiness.Missing missing => new(CaseMove.AskForRelease, missing.Problem, missing.Arguments),
            Readiness.NotNeeded => new(CaseMove.Refer, "This isn't a federal matter. Refer the person to someone who can help, or reply."),
            _ => new(CaseMove.Inquire, "Everything is in place. Contact the agency."),
        };
    }

    /// <summary>Whether staff must check the address before anything is sent.</summary>
    public static bool IsDoubtful(ResidencyFinding finding) => finding is not
        (ResidencyFinding.InDistrict or ResidencyFinding.InState or ResidencyFinding.Confirmed or ResidencyFinding.OutOfState);
}
