using System.Text.Json;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Sharing;
using Portal.Domain.Routing;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.Desk;

/// <summary>Tells in a sentence what an entry of the activity record says. Entries of older builds stay readable.</summary>
public static class TimelineSentence
{
    /// <summary>The sentence in the reader's language.</summary>
    public static string Of(ActivityEntry entry, string language, TimelineNames names)
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

    private static string? Find(ActivityEntry entry, Speaker s) => OfCase(entry, s) ?? OfRelease(entry, s) ?? OfInquiry(entry, s) ?? OfRest(entry, s);

    private static string? OfCase(ActivityEntry entry, Speaker s) => entry.EventName switch
    {
        nameof(RequestSubmitted) => s.T("The request came in. Word was promised by {0}.", s.Day(Read<RequestSubmitted>(entry).PromisedOn)),
        nameof(CaseRouted) when Read<CaseRouted>(entry).AssigneeId is { } to => s.T("The case was routed to {0}.", s.Person(to)),
        nameof(CaseRouted) => s.T("Routing found nobody who can take the case."),
        nameof(CaseAssigned) => s.T("The case was assigned to {0}; before, {1} had it.", s.Person(Read<CaseAssigned>(entry).To), s.Person(Read<CaseAssigned>(entry).From)),
        nameof(CaseAccepted) => s.T("The request was taken on."),
        nameof(PriorityChanged) => s.T("The priority was changed from {0} to {1}.", Read<PriorityChanged>(entry).From, Read<PriorityChanged>(entry).To),
        nameof(TopicChanged) when Read<TopicChanged>(entry) is var e => s.T("The topic was changed from {0} ({1}) to {2} ({3}).", s.Topic(e.FromTopic), s.Agency(e.FromAgency), s.Topic(e.ToTopic), s.Agency(e.ToAgency)),
        nameof(ResidencyConfirmed) => s.T("Staff confirmed that this office may help. The check had said: {0}.", s.T(CaseWords.Of(Read<ResidencyConfirmed>(entry).Was))),
        nameof(CaseClosed) => s.T("The case was closed: {0}.", s.T(CaseWords.Of(Read<CaseClosed>(entry).Reason))),
        nameof(CaseDeclined) => s.T("The request was declined: {0}.", s.T(CaseWords.Of(Read<CaseDeclined>(entry).Reason))),
        nameof(CaseReferred) => s.T("The person was referred. To whom: {0}.", s.T(CaseWords.Of(Read<CaseReferred>(entry).Kind))),
        nameof(CaseReopened) => s.T("The case was reopened."),
        nameof(CaseWithdrawn) => s.T("The constituent ended the case."),
        nameof(WhatCameSeen) => s.T("What the constituent wrote or sent was marked as read."),
        nameof(UpdateIntervalChanged) => s.T("Updates now come every {0} days.", Read<UpdateIntervalChanged>(entry).To ?? 0),
        nameof(UpdateKept) => s.T("The regular update was sent. The next one is promised by {0}.", s.Day(Read<UpdateKept>(entry).NextOn)),
        nameof(FirstWordMissed) => s.T("Nobody had taken the request on by {0}, the day on which word was promised.", s.Day(Read<FirstWordMissed>(entry).PromisedOn)),
        _ => null,
    };

    private static string? OfRelease(ActivityEntry entry, Speaker s) => entry.EventName switch
    {
        nameof(ReleaseRequested) => s.T("A privacy release for {0} was asked for.", s.Agency(Read<ReleaseRequested>(entry).Agency)),
        nameof(ReleaseSigned) when Read<ReleaseSigned>(entry) is { Method: SigningMethod.Ink } e => s.T("The privacy release for {0} was signed on paper. It is good until {1}.", s.Agency(e.Agency), s.Day(e.ExpiresOn)),
        nameof(ReleaseSigned) => s.T("The privacy release for {0} was signed electronically. It is good until {1}.", s.Agency(Read<ReleaseSigned>(entry).Agency), s.Day(Read<ReleaseSigned>(entry).ExpiresOn)),
        nameof(ReleaseWithdrawn) => s.T("The privacy release for {0} was withdrawn. Nothing more may be sent under it.", s.Agency(Read<ReleaseWithdrawn>(entry).Agency)),
        nameof(ReleaseDropped) => s.T("The privacy release for {0} is no longer asked for.", s.Agency(Read<ReleaseDropped>(entry).Agency)),
        nameof(ReleaseExpired) => s.T("The privacy release for {0} expired.", s.Agency(Read<ReleaseExpired>(entry).Agency)),
        nameof(ReleaseReminderSent) => s.T("Reminder {0} to sign the privacy release was sent.", Read<ReleaseReminderSent>(entry).Reminder),
        nameof(ReleasePaperReceived) => s.T("A signed paper for {0} came in. It counts when somebody has checked it.", s.Agency(Read<ReleasePaperReceived>(entry).Agency)),
        nameof(ReleaseProofReceived) => s.T("A proof that the signer may sign came in."),
        nameof(ReleaseAccepted) => s.T("The privacy release for {0} was checked and accepted.", s.Agency(Read<ReleaseAccepted>(entry).Agency)),
        nameof(ReleaseRefused) when Read<ReleaseRefused>(entry) is var e => s.T("The privacy release for {0} was not accepted. The signer reads: {1}", s.Agency(e.Agency), s.T(SignerWords.Of(e.Reason))),
        nameof(ReleasePrinted) => s.T("The release was printed for signing by hand."),
        nameof(ExceptionRecorded) when Read<ExceptionRecorded>(entry) is var e => s.T("An exception for {0} was recorded: {1}.", s.Agency(e.Agency), e.Citation),
        nameof(ExceptionEnded) => s.T("The exception for {0} ended.", s.Agency(Read<ExceptionEnded>(entry).Agency)),
        nameof(CaseExported) when Read<CaseExported>(entry) is var e => s.T("The whole case was exported: {0} documents, {1} releases.", e.Documents, e.Releases),
        nameof(ReleaseOpened) => s.T("The sealed privacy release was opened."),
        nameof(ReleaseShared) => s.T("A link to the privacy release for {0} was made for somebody at the agency. It works until {1}.", s.Agency(Read<ReleaseShared>(entry).Agency), s.Day(Read<ReleaseShared>(entry).ExpiresAt)),
        nameof(ReleaseShareRevoked) => s.T("A link to the privacy release was taken back."),
        nameof(ReleaseShareViewed) => s.T("The privacy release was opened by a link that was given to the agency."),
        _ => null,
    };

    private static string? OfInquiry(ActivityEntry entry, Speaker s) => entry.EventName switch
    {
        nameof(InquirySent) when Read<InquirySent>(entry) is { ExceptionCitation: { } law } e =>
            s.T("{0} was asked ({1}, {2}) under an exception: {3}. An answer is expected by {4}.", s.Agency(e.Agency), s.T(CaseWords.Of(e.Ask)), s.T(CaseWords.Of(e.Method)), law, s.Day(e.ExpectedOn)),
        nameof(InquirySent) when Read<InquirySent>(entry) is var e =>
            s.T("{0} was asked ({1}, {2}). An answer is expected by {3}.", s.Agency(e.Agency), s.T(CaseWords.Of(e.Ask)), s.T(CaseWords.Of(e.Method)), s.Day(e.ExpectedOn)),
        nameof(InquiryAcknowledged) => s.T("The agency acknowledged the inquiry."),
        nameof(InterimResponseReceived) => s.T("The agency sent an interim answer."),
        nameof(FinalResponseReceived) => s.T("The agency sent its final answer."),
        nameof(InquiryEnded) => s.T("An inquiry was ended without a final answer; the note says why."),
        nameof(InquiryOverdue) => s.T("The agency has not answered by {0}. A follow-up is due.", s.Day(Read<InquiryOverdue>(entry).ExpectedOn)),
        nameof(InquiryFollowedUp) when Read<InquiryFollowedUp>(entry) is { Escalation: true } e => s.T("The matter was taken further up at the agency ({0}).", s.T(CaseWords.Of(e.Method))),
        nameof(InquiryFollowedUp) => s.T("The agency was asked again ({0}).", s.T(CaseWords.Of(Read<InquiryFollowedUp>(entry).Method))),
        nameof(InquiryEscalated) => s.T("The agency has not answered, and {0} follow-ups came due. Whoever leads the casework was told.", Read<InquiryEscalated>(entry).FollowUps),
        _ => null,
    };

    private static string? OfRest(ActivityEntry entry, Speaker s) => entry.EventName switch
    {
        nameof(MessageSent) => s.T("A message was sent to the constituent."),
        nameof(SafetyAlertRaised) => s.T("The constituent's words may speak of self-harm. The caseworker or the managers were told at once."),
        nameof(SafetyAlertHandled) => s.T("Somebody saw to the person and put the safety alert down."),
        nameof(MessageReceived) => s.T("The constituent wrote a message."),
        nameof(NoteWritten) => s.T("A note was written."),
        nameof(InformationRequested) => s.T("The constituent was asked for something, due on {0}.", s.Day(Read<InformationRequested>(entry).DueOn)),
        nameof(InformationProvided) => s.T("The constituent says that what we asked for is done."),
        nameof(InformationRequestCancelled) => s.T("What we asked the constituent for is no longer needed."),
        nameof(InformationReminderSent) => s.T("The constituent was reminded of what we asked for."),
        nameof(DocumentReceived) => s.T("A document came in."),
        nameof(DocumentOpened) => s.T("A document was opened."),
        nameof(DocumentChecked) when Read<DocumentChecked>(entry).State == DocumentState.Suspect => s.T("The virus check found a danger in a document."),
        nameof(DocumentChecked) => s.T("A document was checked."),
        nameof(IdentifierRevealed) => s.T("Protected information was shown in full: {0}.", s.T(LabelOf(Read<IdentifierRevealed>(entry).Name))),
        _ => null,
    };

    // A topic's question is named like the identifier it asks for, with a small first letter.
    private static string LabelOf(string name) => Identifiers.LabelOf(name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..]);

    private static T Read<T>(ActivityEntry entry) => JsonSerializer.Deserialize<T>(entry.Payload, EventJson.Options)!;

    private sealed record Speaker(string Language, TimelineNames Names)
    {
        public string T(string english, params object?[] arguments) => Texts.Get(Language, english, arguments);

        public string Day(DateOnly day) => Texts.Day(Language, day);

        public string Day(DateTime utc) => Day(Names.Calendar.DayOf(utc));

        public string Person(Guid? id) => Names.Person(id, Language);

        public string Agency(string? code) => Names.Agency(code, Language);

        public string Topic(string? code) => Names.Topic(code, Language);
    }
}
