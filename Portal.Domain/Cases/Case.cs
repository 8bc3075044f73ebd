using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Cases;

/// <summary>
/// The work that follows a submitted request and shares its id. Exists from the moment of submission.
/// </summary>
public sealed class Case : IVersioned
{
    /// <summary>Also the id of the <see cref="HelpRequests.HelpRequest"/>.</summary>
    public Guid Id { get; init; }

    /// <summary>The public reference number, as <see cref="CaseReference"/> formats it.</summary>
    public required string Reference { get; init; }

    /// <summary>The constituent.</summary>
    public Guid ConstituentId { get; set; }

    /// <summary>The constituent's name, or the organization's, as they write it; its capitalization is never changed.</summary>
    public required SealedText PersonName { get; set; }

    /// <summary>The case's status. Follows from the facts below, so it can't contradict them; nothing else sets it.</summary>
    public CaseStatus Status { get; private set; } = CaseStatus.Received;

    /// <summary>How fast the office has to act.</summary>
    public Priority Priority { get; set; }

    /// <summary>The topic's code; null when the constituent wasn't sure.</summary>
    public string? TopicCode { get; set; }

    /// <summary>The agency's code; null when not known yet.</summary>
    public string? AgencyCode { get; set; }

    /// <summary>The language the constituent reads: en or es.</summary>
    public required string Language { get; init; }

    /// <summary>The language the constituent prefers to speak, if different; its English name.</summary>
    public SealedText? SpokenLanguage { get; init; }

    /// <summary>The result of the residency check.</summary>
    public ResidencyFinding Residency { get; set; }

    /// <summary>The ZIP code's five digits, for routing to the nearest office.</summary>
    public string? Zip { get; set; }

    /// <summary>The assigned staff member; null when unassigned.</summary>
    public Guid? AssignedToId { get; private set; }

    /// <summary>The door it came through.</summary>
    public Door Door { get; init; }

    /// <summary>The staff member who wrote it down; null when the person sent it themselves.</summary>
    public Guid? OpenedById { get; init; }

    /// <summary>When the person confirmed what staff wrote down, UTC; null until then, or when they sent it themselves.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>How they confirmed it.</summary>
    public ConfirmedHow? ConfirmedBy { get; private set; }

    /// <summary>Whether the request is known to be the person's own.</summary>
    public bool IsConfirmed => Door == Door.Web || ConfirmedAt is not null;

    /// <summary>What staff have to know before they contact the person, such as "large print" or "through an interpreter".</summary>
    public SealedText? BeforeContact { get; set; }

    /// <summary>The word agreed on for calls, so that both sides know whom they talk to.</summary>
    public SealedText? CallWord { get; set; }

    /// <summary>When it came in, UTC.</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>When routing first looked at it, UTC; null until then.</summary>
    public DateTime? RoutedAt { get; set; }

    /// <summary>When routing tries again because it found no one, UTC; null when it doesn't.</summary>
    public DateTime? RouteAgainAt { get; private set; }

    /// <summary>When a caseworker accepted it, UTC; null until then.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>The day by which the constituent hears from the office; null once closed.</summary>
    public DateOnly? PromisedOn { get; private set; }

    /// <summary>
    /// The day by which a staff member owes the constituent an update; null once closed. It stays earlier than
    /// <see cref="PromisedOn"/> when only the automatic update went out and that wasn't enough: no one had accepted the request, an email
    /// that may be an answer was unread, or email wasn't arriving.
    /// </summary>
    public DateOnly? UpdateDueOn { get; private set; }

    /// <summary>Days between two regular updates; null for the office's default.</summary>
    public int? UpdateIntervalDays { get; set; }

    /// <summary>When it was closed, UTC; null while open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why it was closed.</summary>
    public ClosingReason? ClosingReason { get; private set; }

    /// <summary>Since when something from the constituent has been waiting for staff, UTC; null when nothing is.</summary>
    public DateTime? UnansweredSince { get; private set; }

    /// <summary>
    /// What the constituent still has to do: ids of open information requests and of releases waiting for a signature. The
    /// features that ask for these keep this list current, so the case needn't query them.
    /// </summary>
    public List<Guid> OpenAsks { get; private set; } = [];

    /// <summary>Ids of the inquiries an agency hasn't answered yet.</summary>
    public List<Guid> OpenInquiries { get; private set; } = [];

    /// <summary>When the last final answer of an agency was recorded, UTC; null when there is none since the case was last reopened.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>
    /// Since when an agency's final answer has been waiting to be explained to the constituent, UTC; null when none is. Answers
    /// recorded later are waiting too.
    /// </summary>
    public DateTime? AnswerUntoldSince { get; private set; }

    /// <summary>
    /// Ids of emails that may be an agency's answer and that nobody has confirmed. Nobody should be told anything until they're read.
    /// </summary>
    public List<Guid> AnswersToConfirm { get; private set; } = [];

    /// <summary>Since when the first of them has been waiting, UTC; null when none is.</summary>
    public DateTime? AnswerToConfirmSince { get; private set; }

    /// <summary>Whether a helper wrote the request for the constituent. A helper signs only for someone who can't.</summary>
    public bool HelperWrites { get; init; }

    /// <summary>What the open safety alert is about, so that staff look right away; null when none is open.</summary>
    public SafetyKind? Danger { get; private set; }

    /// <summary>Why staff should double-check the request (the bot check had doubts); null when there is no reason.</summary>
    public string? ReviewReason { get; init; }

    /// <summary>The address emails about the case go to; null when there is none.</summary>
    public SealedText? ContactEmail { get; set; }

    /// <summary>The blind index of the contact email address, for the status page.</summary>
    public string? ContactEmailIndex { get; set; }

    /// <summary>The blind index of the constituent's phone number, so staff can find a caller's case.</summary>
    public string? PhoneIndex { get; set; }

    /// <summary>The blind index of the helper's phone number.</summary>
    public string? HelperPhoneIndex { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether the case is closed.</summary>
    public bool IsClosed => Status == CaseStatus.Closed;

    /// <summary>The person confirmed what staff wrote down. Confirming it twice changes nothing.</summary>
    public void Confirm(ConfirmedHow how, DateTime now)
    {
        if (!IsConfirmed)
            (ConfirmedBy, ConfirmedAt) = (how, now);
    }

    /// <summary>The address that confirmed it with a code turned out to be wrong, so that confirmation doesn't count.</summary>
    public void UnconfirmCode() => (ConfirmedBy, ConfirmedAt) = ConfirmedBy == ConfirmedHow.Code ? (null, null) : (ConfirmedBy, ConfirmedAt);

    /// <summary>Assigns the case; null unassigns it.</summary>
    public void AssignTo(Guid? staffId) => (AssignedToId, RouteAgainAt) = (staffId, null);

    /// <summary>Routing found no one. Sets when it tries again; null means never.</summary>
    public void RouteAgain(DateTime? at) => RouteAgainAt = at;

    /// <summary>Accepts the case. Accepting it twice changes nothing.</summary>
    public void Accept(DateTime now)
    {
        AcceptedAt ??= now;
        Settle();
    }

    /// <summary>Adds something the constituent has to do. Adding it twice changes nothing.</summary>
    public void Ask(Guid id)
    {
        if (!OpenAsks.Contains(id))
            OpenAsks = [.. OpenAsks, id];
        Settle();
    }

    /// <summary>Removes something that was done or is no longer needed.</summary>
    public void EndAsk(Guid id)
    {
        OpenAsks = [.. OpenAsks.Where(ask => ask != id)];
        Settle();
    }

    /// <summary>An inquiry went out to an agency. Adding it twice changes nothing.</summary>
    public void Inquire(Guid inquiry)
    {
        if (!OpenInquiries.Contains(inquiry))
            OpenInquiries = [.. OpenInquiries, inquiry];
        Settle();
    }

    /// <summary>An inquiry ended without a final answer.</summary>
    public void EndInquiry(Guid inquiry)
    {
        OpenInquiries = [.. OpenInquiries.Where(open => open != inquiry)];
        Settle();
    }

    /// <summary>An agency sent its final answer, which staff have to explain to the constituent.</summary>
    public void ReceiveAnswer(Guid inquiry, DateTime now)
    {
        (AnsweredAt, AnswerUntoldSince) = (now, AnswerUntoldSince ?? now);
        EndInquiry(inquiry);
    }

    /// <summary>An email came that may be an agency's answer. Adding it twice changes nothing.</summary>
    public void ExpectConfirmation(Guid email, DateTime now)
    {
        if (!AnswersToConfirm.Contains(email))
            (AnswersToConfirm, AnswerToConfirmSince) = ([.. AnswersToConfirm, email], AnswerToConfirmSince ?? now);
    }

    /// <summary>The answer was recorded, or the email isn't one.</summary>
    public void EndConfirmation(Guid email)
    {
        AnswersToConfirm = [.. AnswersToConfirm.Where(other => other != email)];
        if (AnswersToConfirm.Count == 0)
            AnswerToConfirmSince = null;
    }

    /// <summary>Staff wrote to the constituent, which counts as explaining the agency's answer.</summary>
    public void TellConstituent()
    {
        AnswerUntoldSince = null;
        ClearUnanswered();
        Settle();
    }

    /// <summary>Promises an update by this day.</summary>
    public void Promise(DateOnly day) => (PromisedOn, UpdateDueOn) = (day, day);

    /// <summary>Only the automatic update went out: promises the next one, but the update staff owe stays due.</summary>
    public void PromiseAgain(DateOnly day) => PromisedOn = day;

    /// <summary>Moves the promise earlier; a later day changes nothing.</summary>
    public void PromiseSooner(DateOnly day) =>
        (PromisedOn, UpdateDueOn) = (
            PromisedOn is { } promised && promised <= day ? promised : day,
            UpdateDueOn is { } due && due <= day ? due : day);

    /// <summary>Whether only the automatic update went out, and staff still owe theirs.</summary>
    public bool IsUpdateMissed => UpdateDueOn < PromisedOn;

    /// <summary>The constituent wrote or sent something.</summary>
    public void NoteConstituentActivity(DateTime now) => UnansweredSince ??= now;

    /// <summary>
    /// The person's words may mean danger: the case is most urgent. Self-harm outweighs a threat, because the person needs that help.
    /// </summary>
    public void Alarm(SafetyKind kind) => (Danger, Priority) = (Danger < kind ? Danger : kind, Priority.P0);

    /// <summary>The person was reached.</summary>
    public void EndAlarm() => Danger = null;

    /// <summary>Staff answered or marked it as read.</summary>
    public void ClearUnanswered() => UnansweredSince = null;

    /// <summary>Closes the case.</summary>
    public void Close(ClosingReason reason, DateTime now)
    {
        (OpenAsks, OpenInquiries) = ([], []);
        (ClosingReason, ClosedAt, PromisedOn, UpdateDueOn, UnansweredSince, RouteAgainAt) = (reason, now, null, null, null, null);
        Settle();
    }

    /// <summary>Reopens the case, which someone then works on, and promises an update by this day.</summary>
    public void Reopen(DateOnly promise, DateTime now)
    {
        (ClosingReason, ClosedAt, AnsweredAt) = (null, null, null);
        AcceptedAt ??= now;
        Promise(promise);
        Settle();
    }

    // An answer that wasn't explained, and what the constituent has to do, come before waiting for an agency.
    private void Settle() => Status = this switch
    {
        { ClosedAt: not null } => CaseStatus.Closed,
        { AcceptedAt: null } => CaseStatus.Received,
        { AnswerUntoldSince: not null } => CaseStatus.AgencyReplied,
        { OpenAsks.Count: > 0 } => CaseStatus.WaitingOnConstituent,
        { OpenInquiries.Count: > 0 } => CaseStatus.WithAgency,
        { AnsweredAt: not null } => CaseStatus.AgencyReplied,
        _ => CaseStatus.InReview,
    };
}
