using System.Text.Json;
using Portal.Domain.Calls;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Corrections;
using Portal.Domain.Decisions;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.MailRoom;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Merging;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Domain.PrivacyReleases.Sharing;
using Portal.Domain.Routing;
using Portal.Domain.Staff;
using Portal.Domain.Tasks;
using Portal.Domain.Updates;

namespace Portal.Domain.Desk;

/// <summary>Describes an activity entry in a sentence. An event it can't read is shown by its name.</summary>
public static class TimelineSentence
{
    /// <summary>The sentence in the reader's language.</summary>
    public static string Describe(ActivityEntry entry, string language, TimelineNames names)
    {
        try
        {
            return Find(entry, new Speaker(language, names)) ?? entry.EventName;
        }
        catch (JsonException)
        {
            return entry.EventName;
        }
    }

    private static string? Find(ActivityEntry entry, Speaker s) =>
        OfCase(entry, s) ?? OfRelease(entry, s) ?? OfInquiry(entry, s) ?? OfRest(entry, s);

    private static string? OfCase(ActivityEntry entry, Speaker s) => entry.EventName switch
    {
        nameof(RequestSubmitted) when Read<RequestSubmitted>(entry) is { Door: { } door } e =>
            s.T("Request written down by our office ({0}). First update due {1}.", s.T(CaseText.Describe(door)), s.Day(e.PromisedOn)),
        nameof(RequestConfirmed) => s.T("The person confirmed the request: {0}.", s.T(CaseText.Describe(Read<RequestConfirmed>(entry).How))),
        nameof(TaskAdded) => Read<TaskAdded>(entry) is { Kind: var kind, On: var on }
            ? s.T(kind switch { TaskKind.Appointment => "Appointment on {0} added.", TaskKind.Hearing => "Hearing on {0} added.", TaskKind.ChangeAsked => "A caller asked on {0} to change contact or bank details; held until it's checked.", _ => "Task for {0} added." }, s.Day(on)) : "",
        nameof(TaskEnded) => Read<TaskEnded>(entry) is { Kind: TaskKind.ChangeAsked } ? s.T("The held change was checked.") : Read<TaskEnded>(entry) is { Dropped: true } ? s.T("Removed from the calendar.") : s.T("Task, appointment, or hearing marked as done."),
        nameof(OfficeCallFiled) => s.T("A call logged without a case was filed here."),
        nameof(PeopleJoined) => s.T("Staff recorded that this person and a person on another case are the same."),
        nameof(PeopleSplit) => s.T("Staff said that they're two people after all."),
        nameof(CaseMerged) => s.T(Read<CaseMerged>(entry).IntoThis ? "Another case about the same matter was merged into this one." : "The case was merged into another about the same matter."),
        nameof(CaseMergeUndone) => s.T("The merge of two cases was undone."),
        nameof(CaseTagsChanged) => s.T("Tags changed."),
        nameof(CaseSnoozed) => s.T("Case put off until {0}.", s.Day(Read<CaseSnoozed>(entry).UntilOn)),
        nameof(CaseWoken) => s.T("Case brought back before its day."),
        nameof(AccommodationChanged) => s.T("The notes on what to know before contacting the person were changed."),
        nameof(RequestSubmitted) => s.T("Request received. First update due {0}.", s.Day(Read<RequestSubmitted>(entry).PromisedOn)),
        nameof(CaseRouted) when Read<CaseRouted>(entry).AssigneeId is { } to => s.T("Case routed to {0}.", s.Person(to)),
        nameof(CaseRouted) => s.T("Routing found no one available to take the case."),
        nameof(CaseAssigned) when Read<CaseAssigned>(entry) is var e =>
            s.T("Case assigned to {0}. Previously: {1}.", s.Person(e.To), s.Person(e.From)),
        nameof(CaseHandedOver) when Read<CaseHandedOver>(entry) is var e =>
            s.T("Case handed over from {0} to {1}.", s.Person(e.From), s.Person(e.To)),
        nameof(CaseAccepted) => s.T("Request accepted."),
        nameof(PriorityChanged) when Read<PriorityChanged>(entry) is var e =>
            s.T("Priority changed from {0} to {1}.", e.From, e.To),
        nameof(TopicChanged) when Read<TopicChanged>(entry) is var e && e.FromAgency == e.ToAgency =>
            s.T("Topic changed from {0} to {1}.", s.Topic(e.FromTopic), s.Topic(e.ToTopic)),
        nameof(TopicChanged) when Read<TopicChanged>(entry) is var e =>
            s.T(
                "Topic changed from {0} · {1} to {2} · {3}.",
                s.Topic(e.FromTopic), s.AgencyName(e.FromAgency), s.Topic(e.ToTopic), s.AgencyName(e.ToAgency)),
        nameof(ResidencyConfirmed) when Read<ResidencyConfirmed>(entry) is var e =>
            s.T("Staff confirmed residency. The automatic check had said: {0}.", s.T(CaseText.Describe(e.Was))),
        nameof(ContactCorrected) when Read<ContactCorrected>(entry) is { Reason: { } reason, Check: { } check } e => s.T(
            "Staff corrected: {0}. Reason: {1}. Identity: {2}.", Parts(e, s), s.T(CorrectionText.Describe(reason)), s.T(CorrectionText.Describe(check))),
        nameof(ContactCorrected) => s.T("The constituent corrected: {0}.", Parts(Read<ContactCorrected>(entry), s)),
        nameof(CaseClosed) => s.T("Case closed: {0}.", s.T(CaseText.Describe(Read<CaseClosed>(entry).Reason))),
        nameof(CaseDeclined) => s.T("Request declined: {0}.", s.T(CaseText.Describe(Read<CaseDeclined>(entry).Reason))),
        nameof(PersonReferred) => s.T("Constituent referred to: {0}. The case stays open.", s.T(CaseText.Describe(Read<PersonReferred>(entry).Kind))),
        nameof(CaseReferred) => s.T("Constituent referred to: {0}.", s.T(CaseText.Describe(Read<CaseReferred>(entry).Kind))),
        nameof(CaseReopened) => s.T("Case reopened."),
        nameof(DecisionRequested) when Read<DecisionRequested>(entry) is { By: DecisionBy.Member } e => s.T("A decision by the Member was requested. It's needed by {0}.", s.Day(e.DueOn)),
        nameof(DecisionRequested) => s.T("A decision by senior staff was requested. It's needed by {0}.", s.Day(Read<DecisionRequested>(entry).DueOn)),
        nameof(DecisionMade) => s.T("Decision recorded: {0}.", s.T(CaseText.Describe(Read<DecisionMade>(entry).Choice))),
        nameof(DecisionEnded) when Read<DecisionEnded>(entry).WasMade => s.T("The decision was carried out."),
        nameof(DecisionEnded) => s.T("The question was withdrawn. No decision is needed anymore."),
        nameof(CaseWithdrawn) => s.T("The constituent closed the case."),
        nameof(MarkedAsRead) => s.T("Staff marked what the constituent sent as read."),
        nameof(UpdateIntervalChanged) => Read<UpdateIntervalChanged>(entry).To switch
        {
            null => s.T("Updates will now follow the office's usual interval."),
            1 => s.T("Updates will now go out every day."),
            { } days => s.T("Updates will now go out every {0} days.", days),
        },
        nameof(ScheduledUpdateSent) => s.T("Regular update sent. Next one due {0}.", s.Day(Read<ScheduledUpdateSent>(entry).NextOn)),
        nameof(FirstUpdateMissed) when Read<FirstUpdateMissed>(entry) is var e =>
            s.T("No one accepted the request by {0}, the day the first update was due.", s.Day(e.PromisedOn)),
        _ => null,
    };

    private static string Parts(ContactCorrected e, Speaker s) => string.Join(", ", e.Fields.Select(f => s.T(CorrectionText.Describe(f))));

    private static string? OfRelease(ActivityEntry entry, Speaker s) => entry.EventName switch
    {
        nameof(ReleaseRequested) => s.T("Privacy release for {0} requested.", s.Agency(Read<ReleaseRequested>(entry).Agency)),
        nameof(ReleaseSigned) when Read<ReleaseSigned>(entry) is { Method: SigningMethod.Ink } e =>
            s.T("Privacy release for {0} signed in ink. Valid until {1}.", s.Agency(e.Agency), s.Day(e.ExpiresOn)),
        nameof(ReleaseSigned) when Read<ReleaseSigned>(entry) is var e =>
            s.T("Privacy release for {0} signed electronically. Valid until {1}.", s.Agency(e.Agency), s.Day(e.ExpiresOn)),
        nameof(ReleaseWithdrawn) when Read<ReleaseWithdrawn>(entry) is var e =>
            s.T("Privacy release for {0} withdrawn. Nothing more can be sent under it.", s.Agency(e.Agency)),
        nameof(ReleaseNoLongerNeeded) => s.T("Privacy release for {0} no longer needed.", s.Agency(Read<ReleaseNoLongerNeeded>(entry).Agency)),
        nameof(ReleaseExpired) => s.T("Privacy release for {0} expired.", s.Agency(Read<ReleaseExpired>(entry).Agency)),
        nameof(ReleaseReminderSent) => s.T("Sent reminder {0} to sign the privacy release.", Read<ReleaseReminderSent>(entry).Reminder),
        nameof(SignedFormReceived) when Read<SignedFormReceived>(entry) is var e =>
            s.T("Signed form for {0} received. It must be reviewed before we can use it.", s.Agency(e.Agency)),
        nameof(ProofOfAuthorityReceived) => s.T("Proof of authority to sign received."),
        nameof(ReleaseAccepted) => s.T("Privacy release for {0} reviewed and accepted.", s.Agency(Read<ReleaseAccepted>(entry).Agency)),
        nameof(ReleaseRefused) when Read<ReleaseRefused>(entry) is var e =>
            s.T("Privacy release for {0} rejected. We told the signer: {1}", s.Agency(e.Agency), s.T(SignerText.Describe(e.Reason))),
        nameof(ReleasePrinted) => s.T("Release printed for an ink signature."),
        nameof(ExceptionRecorded) when Read<ExceptionRecorded>(entry) is var e =>
            s.T("Exception for {0} recorded: {1}.", s.Agency(e.Agency), e.Citation),
        nameof(ExceptionEnded) => s.T("Exception for {0} ended.", s.Agency(Read<ExceptionEnded>(entry).Agency)),
        nameof(CaseExported) when Read<CaseExported>(entry) is var e =>
            s.T("Full case exported. Documents: {0}. Releases: {1}.", e.Documents, e.Releases),
        nameof(ReleaseOpened) => s.T("Sealed privacy release opened."),
        nameof(ReleaseLinkCreated) when Read<ReleaseLinkCreated>(entry) is var e =>
            s.T(
                "Link to the privacy release for {0} created for someone at the agency. It works until {1}.",
                s.Agency(e.Agency), s.Day(e.ExpiresAt)),
        nameof(ReleaseLinkCanceled) => s.T("Link to the privacy release canceled."),
        nameof(ReleaseLinkOpened) => s.T("The agency opened the privacy release with the link we shared."),
        _ => null,
    };

    private static string? OfInquiry(ActivityEntry entry, Speaker s) => entry.EventName switch
    {
        nameof(InquirySent) when Read<InquirySent>(entry) is { ExceptionCitation: { } law } e =>
            s.T(
                "Inquiry sent to {0} ({1}, {2}) under an exception: {3}. Answer due by {4}.",
                s.Agency(e.Agency), s.T(CaseText.Describe(e.Ask)), s.T(CaseText.Describe(e.Method)), law, s.Day(e.ExpectedOn)),
        nameof(InquirySent) when Read<InquirySent>(entry) is var e =>
            s.T(
                "Inquiry sent to {0} ({1}, {2}). Answer due by {3}.",
                s.Agency(e.Agency), s.T(CaseText.Describe(e.Ask)), s.T(CaseText.Describe(e.Method)), s.Day(e.ExpectedOn)),
        nameof(LetterScheduled) => s.T("Letter to {0} put in the outbox.", s.Agency(Read<LetterScheduled>(entry).Agency)),
        nameof(LetterSent) => s.T("The letter and its PDF were kept with the inquiry."),
        nameof(LetterHeld) when Read<LetterHeld>(entry) is { For: LetterHold.Signature } e => s.T("A letter to {0} went on the list for the Member's signature.", s.Agency(e.Agency)),
        nameof(LetterHeld) when Read<LetterHeld>(entry) is { For: LetterHold.Colleague } e => s.T("A letter to {0} is waiting for a colleague's review.", s.Agency(e.Agency)),
        nameof(LetterHeld) => s.T("A letter to {0} needs a manager's approval.", s.Agency(Read<LetterHeld>(entry).Agency)),
        nameof(LetterSigned) => s.T("The Member signed the letter to {0}.", s.Agency(Read<LetterSigned>(entry).Agency)),
        nameof(BatchSheetPrinted) => s.T("The inquiry to {0} was printed on a sheet for its liaison.", s.Agency(Read<BatchSheetPrinted>(entry).Agency)),
        nameof(LetterDropped) => s.T("A letter to {0} was deleted before it went out.", s.Agency(Read<LetterDropped>(entry).Agency)),
        nameof(LetterSentBack) => s.T("A letter to {0} was sent back to its author for changes.", s.Agency(Read<LetterSentBack>(entry).Agency)),
        nameof(LetterReturned) => s.T("A letter to {0} couldn't be sent. Someone needs to check it.", s.Agency(Read<LetterReturned>(entry).Agency)),
        nameof(LetterTakenBack) => s.T("A letter to {0} was stopped before it went out.", s.Agency(Read<LetterTakenBack>(entry).Agency)),
        nameof(LetterOpened) => s.T("Letter to the agency opened."),
        nameof(AnswerRated) when Read<AnswerRated>(entry) is { Help: { } help } e => s.T("Asked about the answer from {0}, the constituent said: {1}.", s.Agency(e.Agency), s.T(CaseText.Describe(help))),
        nameof(AnswerRated) => s.T("The constituent skipped the question about the answer from {0}.", s.Agency(Read<AnswerRated>(entry).Agency)),
        nameof(DeadlineStarted) when Read<DeadlineStarted>(entry) is var e => s.T("A decision by {0} started a deadline. Last day: {1}.", s.Agency(e.Agency), s.Day(e.LastDay)),
        nameof(DeadlineReminderSent) when Read<DeadlineReminderSent>(entry) is var e => s.T("{0}-day deadline reminder sent to the constituent.", e.Days),
        nameof(DeadlineEnded) => s.T("A deadline was cleared: met or no longer needed."),
        nameof(DocumentFiled) when Read<DocumentFiled>(entry) is var e => e.IsShared ? s.T("Document filed and shared with the constituent.") : s.T("Document filed."),
        nameof(InquiryAcknowledged) => s.T("The agency acknowledged the inquiry."),
        nameof(InterimResponseReceived) => s.T("The agency sent an interim answer."),
        nameof(FinalResponseReceived) => s.T("The agency sent its final answer."),
        nameof(InquiryEnded) => s.T("Inquiry ended without a final answer. The note explains why."),
        nameof(InquiryOverdue) => s.T("The agency didn't answer by {0}. A follow-up is due.", s.Day(Read<InquiryOverdue>(entry).ExpectedOn)),
        nameof(InquiryFollowedUp) when Read<InquiryFollowedUp>(entry) is { Escalation: true } e =>
            s.T("Escalated within the agency ({0}).", s.T(CaseText.Describe(e.Method))),
        nameof(InquiryFollowedUp) when Read<InquiryFollowedUp>(entry) is var e =>
            s.T("Followed up with the agency ({0}).", s.T(CaseText.Describe(e.Method))),
        nameof(InquiryEscalated) when Read<InquiryEscalated>(entry).FollowUps == 1 =>
            s.T("The agency hasn't answered, and the date to follow up has passed. We notified the casework manager."),
        nameof(InquiryEscalated) when Read<InquiryEscalated>(entry) is var e =>
            s.T("The agency hasn't answered, and {0} follow-up dates have passed. We notified the casework manager.", e.FollowUps),
        _ => null,
    };

    private static string? OfRest(ActivityEntry entry, Speaker s) => entry.EventName switch
    {
        nameof(MessageSent) when Read<MessageSent>(entry).IsBroughtByHand => s.T("Message mailed to the constituent, or read to them."),
        nameof(MessageSent) => s.T("Message sent to the constituent."),
        nameof(EmailFiled) => Read<EmailFiled>(entry).As switch
        {
            FiledAs.AgencyAnswer => s.T("Email filed. It may be an agency's answer and has to be confirmed."),
            FiledAs.Message => s.T("Email filed as a message. No one has confirmed who sent it."),
            _ => s.T("Email filed as a document."),
        },
        nameof(EmailTakenBack) => s.T("Email moved back to the mail room."),
        nameof(EmailIsNoAnswer) => s.T("Someone read the email. It isn't an answer, or the answer was already recorded."),
        nameof(DeliveryFailed) => s.T("An email we sent about this case came back undelivered."),
        nameof(SafetyAlertRaised) => Read<SafetyAlertRaised>(entry).Kind == SafetyKind.SelfHarm
            ? s.T("What the constituent wrote may mention self-harm. We notified the caseworker right away, or the managers if no caseworker was available.")
            : s.T("What the constituent wrote may threaten others. We notified the caseworker right away, or the managers if no caseworker was available."),
        nameof(SafetyCallStarted) => s.T("Started calling the person because of the safety alert."),
        nameof(SafetyCallUnanswered) => s.T("Reached no one by phone. The safety alert stays."),
        nameof(SafetyAlertCleared) when Read<SafetyAlertCleared>(entry) is var e =>
            s.T("Safety alert cleared. {0}: {1}.", s.T(CaseText.Describe(e.How)), s.Person(e.ReachedById)),
        nameof(MessageReceived) => s.T("The constituent sent a message."),
        nameof(NoteWritten) => s.T("Note added."),
        nameof(InformationRequested) => s.T("We asked the constituent for something, due {0}.", s.Day(Read<InformationRequested>(entry).DueOn)),
        nameof(InformationProvided) => s.T("The constituent says they've done what we asked."),
        nameof(InformationRequestCanceled) => s.T("We no longer need what we asked the constituent for."),
        nameof(InformationReminderSent) => s.T("Reminder sent to the constituent about our request."),
        nameof(DocumentReceived) => s.T("Document received."),
        nameof(DocumentOpened) => s.T("Document opened."),
        nameof(DocumentChecked) => Read<DocumentChecked>(entry).State switch
        {
            DocumentState.Clean => s.T("Document checked for viruses: none found."),
            DocumentState.Suspect => s.T("The virus check found a threat in a document."),
            DocumentState.Unscanned => s.T("Document not checked for viruses: no scanner is set up."),
            _ => s.T("The virus check of a document failed."),
        },
        nameof(IdNumberViewed) when Read<IdNumberViewed>(entry) is var e =>
            s.T("Protected information shown in full: {0}.", s.T(LabelOf(e.Name))),
        _ => null,
    };

    // A topic's question has the name of the identifier it asks for, but in camelCase.
    private static string LabelOf(string name) =>
        Identifiers.LabelOf(name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..]);

    private static T Read<T>(ActivityEntry entry) => JsonSerializer.Deserialize<T>(entry.Payload, EventJson.Options)!;

    private sealed record Speaker(string Language, TimelineNames Names)
    {
        public string T(string english, params object?[] arguments) => Texts.Get(Language, english, arguments);

        public string Day(DateOnly day) => Texts.Day(Language, day);

        public string Day(DateTime utc) => Day(Names.Calendar.DayOf(utc));

        public string Person(Guid? id) => Names.Person(id, Language);

        public string Agency(string code) => Names.AgencyWithArticle(code);

        public string AgencyName(string? code) => Names.Agency(code, Language);

        public string Topic(string? code) => Names.Topic(code, Language);
    }
}
