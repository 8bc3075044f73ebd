using Portal.Domain.Agencies;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Liaisons;
using Portal.Domain.Offices;
using Portal.Domain.Topics;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Everything a letter about a case to one agency is written from, read at once. A value: nothing is loaded later.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Person">The name the case goes by.</param>
/// <param name="Agency">The agency, with its rules for the matter.</param>
public sealed record LetterSituation(Guid CaseId, string Reference, string Person, Agency Agency)
{
    /// <summary>The office; null before it's set up.</summary>
    public Office? Office { get; init; }

    /// <summary>The seal on its letterhead; null when it has none.</summary>
    public byte[]? Seal { get; init; }

    /// <summary>The office's calendar.</summary>
    public required OfficeCalendar Calendar { get; init; }

    /// <summary>Today in the office's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The case's topic.</summary>
    public TopicCard? Topic { get; init; }

    /// <summary>What the person told us; null when the case's key was erased.</summary>
    public RequestAnswers? Answers { get; init; }

    /// <summary>When the request came in, UTC.</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>Whether we may contact the agency today.</summary>
    public required Readiness Readiness { get; init; }

    /// <summary>The sealed releases to enclose, in order; empty under an exception.</summary>
    public IReadOnlyList<LetterRelease> Releases { get; init; } = [];

    /// <summary>The statutory exception we ask under; null when releases allow it.</summary>
    public string? Citation { get; init; }

    /// <summary>The ID numbers of the matter, each with its label, as the letter may show them.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>The inquiry this follows up on, with its answers and follow-ups; null for a first letter.</summary>
    public AgencyInquiry? Inquiry { get; init; }

    /// <summary>Whether it was decided that the Member signs the next letter.</summary>
    public bool MemberSigns { get; init; }

    /// <summary>Other inquiries to this agency that are still open.</summary>
    public IReadOnlyList<AgencyInquiry> Live { get; init; } = [];

    /// <summary>The day of the last final answer of this agency, which a request for reconsideration contests; null when there is none.</summary>
    public DateOnly? ContestedOn { get; init; }

    /// <summary>The document in which that answer came; null when it came without one.</summary>
    public Guid? ContestedDocument { get; init; }

    /// <summary>The agency's contacts, the best one for this matter first.</summary>
    public IReadOnlyList<ContactChoice> Contacts { get; init; } = [];

    /// <summary>How long this agency took to answer our last inquiries, in calendar days, the newest first.</summary>
    public IReadOnlyList<int> AnswerDays { get; init; } = [];

    /// <summary>Documents of the case that can be enclosed, oldest first.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Letters about this case that went to this agency, oldest first.</summary>
    public IReadOnlyList<SentLetter> Earlier { get; init; } = [];

    /// <summary>Whether the request is known to be the person's own.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>Whether the case is closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether someone's life, home, or freedom is at stake, so that an email needn't wait.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>The caseworker who writes.</summary>
    public required string StaffName { get; init; }

    /// <summary>The day by which an answer is asked for, by the agency's own clock.</summary>
    public required DateOnly ReplyBy { get; init; }

    /// <summary>The day the release was signed that lets us ask; null under an exception.</summary>
    public DateOnly? ReleasedOn => Releases.Count > 0 ? Releases[0].SignedOn : null;

    /// <summary>Why it's urgent, as an English sentence with its evidence; null when the person named no date that's still ahead.</summary>
    public string? Deadline => Answers is { DeadlineOn: { } on } && on >= Today
        ? $"Our constituent has to act or appear by {Platform.Text.Texts.Day("en", on)}."
        : null;

    /// <summary>How far the next letter goes.</summary>
    public LetterStage Stage => Inquiry switch
    {
        null => LetterStage.Inquiry,
        { GoesHigher: true } => LetterStage.Member,
        not null when MemberSigns => LetterStage.Member,
        { FollowUpsSent: 0 } => LetterStage.FollowUp1,
        { FollowUpsSent: 1 } => LetterStage.FollowUp2,
        _ => LetterStage.FollowUp3,
    };

    /// <summary>The day of a moment, in the office's time zone.</summary>
    public DateOnly DayOf(DateTime utc) => Calendar.DayOf(utc);
}

/// <summary>A sealed release that goes along with a letter.</summary>
/// <param name="Id">The release.</param>
/// <param name="Signer">Whose records it releases.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="PdfName">Its name in the document store.</param>
public sealed record LetterRelease(Guid Id, string Signer, DateOnly SignedOn, string PdfName);
