using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Cases;

/// <summary>
/// The work that follows a submitted request; it shares its id. Exists from the moment of submission.
/// </summary>
public sealed class Case : IVersioned
{
    /// <summary>The id of the <see cref="HelpRequests.HelpRequest"/> as well.</summary>
    public Guid Id { get; init; }

    /// <summary>What people quote, as <see cref="CaseReference"/> writes it.</summary>
    public required string Reference { get; init; }

    /// <summary>The person helped.</summary>
    public Guid ConstituentId { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseStatus Status { get; private set; } = CaseStatus.Received;

    /// <summary>How fast the office has to act.</summary>
    public Priority Priority { get; set; }

    /// <summary>The topic's code; null when the person was not sure.</summary>
    public string? TopicCode { get; set; }

    /// <summary>The agency's code; null when not known yet.</summary>
    public string? AgencyCode { get; set; }

    /// <summary>The language the person reads: en or es.</summary>
    public required string Language { get; init; }

    /// <summary>The language the person would rather speak, when it is another; an English word.</summary>
    public string? SpokenLanguage { get; init; }

    /// <summary>What the residency check said.</summary>
    public ResidencyFinding Residency { get; set; }

    /// <summary>The ZIP code's five digits, for routing to the nearest office.</summary>
    public string? Zip { get; init; }

    /// <summary>Who works it.</summary>
    public Guid? AssignedToId { get; private set; }

    /// <summary>When it came in, UTC.</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>When routing looked at it, UTC; null until then.</summary>
    public DateTime? RoutedAt { get; set; }

    /// <summary>When routing looks again, because it found nobody, UTC; null when it does not.</summary>
    public DateTime? RouteAgainAt { get; private set; }

    /// <summary>When a caseworker took it on, UTC.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>The day by which the constituent hears from the office; null once closed.</summary>
    public DateOnly? PromisedOn { get; private set; }

    /// <summary>
    /// The day by which a person of the office owes a word; null once closed. It stays behind <see cref="PromisedOn"/>
    /// when only the automatic word went out, because nobody had taken the request on.
    /// </summary>
    public DateOnly? UpdateDueOn { get; private set; }

    /// <summary>Days between two regular updates; null for the office's default.</summary>
    public int? UpdateIntervalDays { get; set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>How it ended.</summary>
    public ClosingReason? ClosingReason { get; private set; }

    /// <summary>When the constituent last wrote or sent something nobody has looked at, UTC.</summary>
    public DateTime? UnansweredSince { get; private set; }

    /// <summary>
    /// What is asked of the constituent's side and not done yet: ids of information requests and of releases waiting for a
    /// signature. The rooms that ask keep it, so that nobody has to ask them how the case stands.
    /// </summary>
    public List<Guid> OpenAsks { get; private set; } = [];

    /// <summary>Since when a final answer of an agency waits to be told to the constituent, UTC; null when none does.</summary>
    public DateTime? AnswerUntoldSince { get; private set; }

    /// <summary>Somebody else wrote for the person: that one never signs.</summary>
    public bool HelperWrites { get; init; }

    /// <summary>The person's words may speak of self-harm: staff look at once.</summary>
    public bool SafetyAlert { get; set; }

    /// <summary>Why staff must look twice before trusting it (the bot check could not tell); null when nothing is the matter.</summary>
    public string? ReviewReason { get; init; }

    /// <summary>Where mail about the case goes; null when the person has no email.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>The blind index of the contact address, for the status page.</summary>
    public string? ContactEmailIndex { get; init; }

    /// <summary>The blind index of the person's phone number, so that staff find who is calling.</summary>
    public string? PhoneIndex { get; init; }

    /// <summary>The same of whoever wrote for the person.</summary>
    public string? HelperPhoneIndex { get; init; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether the case has ended.</summary>
    public bool IsClosed => Status == CaseStatus.Closed;

    /// <summary>Who has to act next.</summary>
    public Turn Turn => Status switch
    {
        CaseStatus.WaitingOnConstituent => Turn.Constituent,
        CaseStatus.WithAgency => Turn.Agency,
        CaseStatus.Closed => Turn.Nobody,
        _ => Turn.Office,
    };

    /// <summary>Gives the case to somebody, or to nobody.</summary>
    public void AssignTo(Guid? staffId) => (AssignedToId, RouteAgainAt) = (staffId, null);

    /// <summary>Routing found nobody: it looks again then, or, with null, not any more.</summary>
    public void RouteAgain(DateTime? at) => RouteAgainAt = at;

    /// <summary>A caseworker takes the case on. Taking it on twice changes nothing.</summary>
    public void Accept(DateTime now)
    {
        AcceptedAt ??= now;
        if (Status == CaseStatus.Received)
            Status = CaseStatus.InReview;
    }

    /// <summary>Moves between the open states; closing and reopening have their own ways.</summary>
    /// <exception cref="InvalidOperationException">The case is closed, or <paramref name="status"/> is.</exception>
    public void MoveTo(CaseStatus status)
    {
        if (IsClosed || status == CaseStatus.Closed)
            throw new InvalidOperationException("A case is closed by Close and reopened by Reopen.");
        Status = status;
    }

    /// <summary>Something is asked of the constituent's side. Asking the same again changes nothing.</summary>
    public void Ask(Guid id)
    {
        if (!OpenAsks.Contains(id))
            OpenAsks = [.. OpenAsks, id];
    }

    /// <summary>It was done, or is no longer asked. When nothing else is asked, it is the office's turn again.</summary>
    public void EndAsk(Guid id)
    {
        OpenAsks = [.. OpenAsks.Where(ask => ask != id)];
        if (Status == CaseStatus.WaitingOnConstituent && OpenAsks.Count == 0)
            ReturnToOffice();
    }

    /// <summary>The case comes back to the office: an answer that the constituent was not told yet is the next thing.</summary>
    public void ReturnToOffice() => MoveTo(AnswerUntoldSince is null ? CaseStatus.InReview : CaseStatus.AgencyReplied);

    /// <summary>An agency sent its final answer.</summary>
    public void ReceiveAnswer(DateTime now) => AnswerUntoldSince = now;

    /// <summary>Staff wrote to the constituent, and with it told what the agency answered.</summary>
    public void TellConstituent()
    {
        AnswerUntoldSince = null;
        ClearUnanswered();
    }

    /// <summary>Promises word by that day.</summary>
    public void Promise(DateOnly day) => (PromisedOn, UpdateDueOn) = (day, day);

    /// <summary>Only the automatic word went out: the next is promised, and the one that a person owes stays due.</summary>
    public void PromiseAgain(DateOnly day) => PromisedOn = day;

    /// <summary>Promises word earlier than before; a later day changes nothing.</summary>
    public void PromiseSooner(DateOnly day) =>
        (PromisedOn, UpdateDueOn) = (PromisedOn is { } promised && promised <= day ? promised : day, UpdateDueOn is { } due && due <= day ? due : day);

    /// <summary>Whether the promised day went by without anybody taking the request on.</summary>
    public bool IsFirstUpdateMissed => UpdateDueOn < PromisedOn;

    /// <summary>The constituent wrote or sent something.</summary>
    public void NoteConstituentActivity(DateTime now) => UnansweredSince ??= now;

    /// <summary>The office answered or looked.</summary>
    public void ClearUnanswered() => UnansweredSince = null;

    /// <summary>Ends the case.</summary>
    public void Close(ClosingReason reason, DateTime now)
    {
        Status = CaseStatus.Closed;
        OpenAsks = [];
        (ClosingReason, ClosedAt, PromisedOn, UpdateDueOn, UnansweredSince, RouteAgainAt) = (reason, now, null, null, null, null);
    }

    /// <summary>Takes the case up again.</summary>
    public void Reopen(DateOnly promise)
    {
        Status = CaseStatus.InReview;
        (ClosingReason, ClosedAt) = (null, null);
        Promise(promise);
    }
}
