using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Decisions;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.MailRoom;
using Portal.Domain.Offices;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Desk;

/// <summary>Staff-facing labels for the domain's enums, in English; each is the key of its translation.</summary>
public static class CaseText
{
    /// <summary>A case's status.</summary>
    public static string Describe(CaseStatus status) => status switch
    {
        CaseStatus.Received => "New",
        CaseStatus.InReview => "In review",
        CaseStatus.WaitingOnConstituent => "Waiting for the constituent",
        CaseStatus.WithAgency => "With the agency",
        CaseStatus.AgencyReplied => "Agency answered",
        _ => "Closed",
    };

    /// <summary>The door a request came through.</summary>
    public static string Describe(Door door) => door switch
    {
        Door.Telephone => "Phone call",
        Door.WalkIn => "Walk-in",
        Door.Letter => "Letter",
        Door.Email => "Email",
        Door.Event => "Event",
        Door.OtherOffice => "Another office",
        _ => "Website",
    };

    /// <summary>How a person confirmed a request.</summary>
    public static string Describe(ConfirmedHow how) => how switch
    {
        ConfirmedHow.Code => "with an emailed code",
        ConfirmedHow.Signature => "by signing the release",
        ConfirmedHow.Sheet => "with the printed sheet",
        _ => "at our counter",
    };

    /// <summary>How far an agency's answer helped.</summary>
    public static string Describe(AnswerHelp help) => help switch
    {
        AnswerHelp.Solved => "It solved the problem",
        AnswerHelp.Partly => "It helped, but not enough",
        _ => "It didn't help",
    };

    /// <summary>What was decided.</summary>
    public static string Describe(DecisionChoice choice) => choice switch
    {
        DecisionChoice.MemberLetter => "Send a letter signed by the Member",
        DecisionChoice.Call => "The Member or senior staff call the agency",
        DecisionChoice.GoOn => "Keep working with the agency's liaison",
        DecisionChoice.OtherWay => "Try another way",
        _ => "Stop asking the agency",
    };

    /// <summary>What an email was filed as.</summary>
    public static string Describe(FiledAs filed) => filed switch
    {
        FiledAs.AgencyAnswer => "Agency answer",
        FiledAs.Message => "Message",
        FiledAs.DeliveryProblem => "Delivery problem",
        _ => "Document only",
    };

    /// <summary>Why an email waits in the mail room.</summary>
    public static string Describe(WaitReason why) => why switch
    {
        WaitReason.AgencyWithoutCase => "It's from an agency, but it has no case reference and doesn't answer an email of ours.",
        WaitReason.PersonWithoutCase => "The sender has a case, but the email doesn't say which case it's about.",
        WaitReason.OtherSender => "It's about a case, but the sender isn't the constituent or the agency we asked.",
        WaitReason.Several => "It could belong to more than one case or inquiry.",
        WaitReason.Automatic => "An automatic reply. It may be an acknowledgment, or just an out-of-office message.",
        WaitReason.UnknownReport => "A delivery failure notice for an email we can't identify.",
        WaitReason.Forged => "The sender's address may be forged. Before you file this email, call the sender at a number you already have.",
        WaitReason.Unreadable => "We couldn't read it, or it's too large. Open it in the mailbox.",
        WaitReason.Files => "One of its files can't be filed. It may have a password or be of a kind we can't open.",
        WaitReason.TakenBack => "Someone moved it back here.",
        _ => "It has no case reference, doesn't answer an email of ours, and we don't know the sender.",
    };

    /// <summary>What points from an email to a case.</summary>
    public static string Describe(ProposalReason why) => why switch
    {
        ProposalReason.AnswersOurs => "It's a reply to our email about this case.",
        ProposalReason.Reference => "The subject has this case's reference.",
        ProposalReason.WroteTo => "We asked this agency about this case.",
        ProposalReason.NamesPerson => "It mentions this person, and we're waiting for this agency's answer.",
        _ => "It's from the constituent's email address.",
    };

    /// <summary>Who has to act next.</summary>
    public static string Describe(Turn turn) => turn switch
    {
        Turn.Constituent => "The constituent",
        Turn.Agency => "The agency",
        Turn.Office => "Our office",
        _ => "No one",
    };

    /// <summary>What a priority means.</summary>
    public static string Describe(Priority priority) => priority switch
    {
        Priority.P0 => "Same day",
        Priority.P1 => "One business day",
        Priority.P2 => "Overdue or agency error",
        _ => "Within normal time",
    };

    /// <summary>The result of the residency check.</summary>
    public static string Describe(ResidencyFinding finding) => finding switch
    {
        ResidencyFinding.InDistrict => "In the district",
        ResidencyFinding.InState => "In the state",
        ResidencyFinding.OutOfState => "From another state",
        ResidencyFinding.OutOfDistrict => "Outside the district",
        ResidencyFinding.Ambiguous => "ZIP code in several districts",
        ResidencyFinding.UnknownZip => "Unknown ZIP code",
        ResidencyFinding.StateMismatch => "ZIP code and state don't match",
        ResidencyFinding.MilitaryMail => "Military address",
        ResidencyFinding.NoFixedAddress => "No fixed address",
        ResidencyFinding.OutsideUnitedStates => "Lives abroad",
        ResidencyFinding.Confirmed => "Confirmed by staff",
        _ => "Not checked",
    };

    /// <summary>How a case ended.</summary>
    public static string Describe(ClosingReason reason) => reason switch
    {
        ClosingReason.ResolvedInFavor => "Resolved in the constituent's favor",
        ClosingReason.PartlyResolved => "Partly resolved",
        ClosingReason.DecisionExplained => "Decision explained, not changed",
        ClosingReason.InformationGiven => "Information given",
        ClosingReason.ReconsiderationRefused => "Agency refused to reconsider",
        ClosingReason.ReferredToMember => "Referred to another Member of Congress",
        ClosingReason.ReferredToStateOrLocal => "State or local matter",
        ClosingReason.ReferredToRegulator => "Referred to a regulator",
        ClosingReason.ReferredToCommunity => "Referred to community help",
        ClosingReason.NoRelease => "No privacy release returned",
        ClosingReason.NoAnswer => "Constituent didn't answer",
        ClosingReason.Withdrawn => "Withdrawn by the constituent",
        ClosingReason.NotFederal => "Not a federal matter",
        ClosingReason.BeforeCourt => "In court",
        ClosingReason.Duplicate => "Duplicate request",
        _ => "The person died",
    };

    /// <summary>How a person was reached after a safety alert.</summary>
    public static string Describe(ReachedHow how) => how switch
    {
        ReachedHow.Phone => "Reached by phone",
        ReachedHow.InPerson => "Reached in person",
        ReachedHow.Message => "The person wrote back",
        ReachedHow.SomeoneClose => "Someone close is with the person",
        ReachedHow.Emergency => "Emergency services or police took over",
        _ => "No danger: the words meant something else",
    };

    /// <summary>What we ask of an agency.</summary>
    public static string Describe(PermittedAsk ask) => ask switch
    {
        PermittedAsk.InformationOrStatus => "Request information or a status report",
        PermittedAsk.PromptConsideration => "Urge prompt consideration",
        PermittedAsk.InterviewOrAppointment => "Arrange an interview or appointment",
        PermittedAsk.ExpressJudgment => "Express a judgment",
        PermittedAsk.Reconsideration => "Call for reconsideration",
        _ => "Similar service allowed by chamber rules",
    };

    /// <summary>How we contacted an agency.</summary>
    public static string Describe(InquiryMethod method) => method switch
    {
        InquiryMethod.Letter => "Letter",
        InquiryMethod.Email => "Email",
        InquiryMethod.Fax => "Fax",
        InquiryMethod.Phone => "Phone call",
        _ => "Agency portal",
    };

    /// <summary>The kind of answer an agency sent.</summary>
    public static string Describe(ResponseKind kind) => kind switch
    {
        ResponseKind.Acknowledgment => "Acknowledgment",
        ResponseKind.Interim => "Interim answer",
        _ => "Final answer",
    };

    /// <summary>Who a constituent is referred to.</summary>
    public static string Describe(ReferralKind kind) => kind switch
    {
        ReferralKind.OwnMember => "Their own Member of Congress",
        ReferralKind.StateOrLocal => "State or local government",
        ReferralKind.Regulator => "Regulator",
        _ => "Nonprofit or community service",
    };

    /// <summary>A release's status.</summary>
    public static string Describe(ReleaseStatus status) => status switch
    {
        ReleaseStatus.Requested => "Waiting for a signature",
        ReleaseStatus.Checking => "Received, needs review",
        ReleaseStatus.Signed => "Signed",
        ReleaseStatus.Refused => "Rejected",
        ReleaseStatus.Dropped => "No longer needed",
        ReleaseStatus.Withdrawn => "Withdrawn",
        ReleaseStatus.Expired => "Expired",
        _ => "Replaced by a newer one",
    };

    /// <summary>A danger or hardship.</summary>
    public static string Describe(UrgencyFact fact) => fact switch
    {
        UrgencyFact.LifeOrSafety => "Life or safety in danger",
        UrgencyFact.Detention => "Detained or facing removal",
        UrgencyFact.Eviction => "Eviction or utility shutoff",
        UrgencyFact.UrgentMedical => "Urgent medical need",
        UrgencyFact.Travel => "Travel within days",
        UrgencyFact.Disaster => "Disaster",
        UrgencyFact.BenefitStopped => "Benefit stopped",
        UrgencyFact.Hardship => "No money for food, rent, or medicine",
        UrgencyFact.ActiveDuty => "Active-duty emergency",
        UrgencyFact.PastPublishedTime => "Past the agency's published processing time",
        _ => "Clear agency error",
    };
}
