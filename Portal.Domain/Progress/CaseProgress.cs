using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Decisions;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Progress;

/// <summary>
/// Where a case stands: what is open for the constituent, how far it has come with each agency, what happens next, whose turn
/// it is, and what was promised. Every page, list, email, and update says what this says.
/// </summary>
/// <param name="Steps">What has to happen, most pressing first; never empty. The first is the next step.</param>
/// <param name="Agencies">Each agency of the case, its own first; never empty.</param>
/// <param name="Asks">What is open for the constituent: what is due first, then releases.</param>
public sealed record CaseProgress(IReadOnlyList<CaseStep> Steps, IReadOnlyList<AgencyProgress> Agencies, IReadOnlyList<OpenAsk> Asks)
{
    /// <summary>The day by which the constituent hears from us; null once the case is closed.</summary>
    public required DateOnly? PromisedOn { get; init; }

    /// <summary>Whether we may contact the case's own agency, and if not, what is missing.</summary>
    public required Readiness Readiness { get; init; }

    /// <summary>The step that moves the case forward.</summary>
    public CaseStep Next => Steps[0];

    /// <summary>Who has to act next.</summary>
    public Turn Turn => Next.Turn;

    /// <summary>Everyone who has to act, in the order of the steps.</summary>
    public IReadOnlyList<Turn> Turns => Steps.Select(s => s.Turn).Distinct().ToList() is { Count: > 1 } all ? [.. all.Where(t => t != Turn.Nobody)] : [Turn];

    /// <summary>Whether someone has to act.</summary>
    public bool IsTurnOf(Turn turn) => Steps.Any(s => s.Turn == turn);

    /// <summary>Whether the constituent sent something no one has answered or read.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>Whether the person still has to confirm the request that staff wrote down.</summary>
    public bool IsToConfirm { get; init; }

    /// <summary>Whether an email came that may be an agency's answer, and no one has read it.</summary>
    public bool HasUnreadAnswer { get; init; }

    /// <summary>Whether email to the person who opened the case isn't arriving.</summary>
    public bool IsMailUndelivered { get; init; }

    /// <summary>Computes it. A pure function.</summary>
    public static CaseProgress From(ProgressFacts facts)
    {
        var @case = facts.Case;
        // In the same order wherever they were read, so that every place says the same: the releases of its own agency first, and the newest first.
        facts = facts with
        {
            Releases = [.. facts.Releases.OrderBy(r => r.AgencyCode != @case.AgencyCode).ThenByDescending(r => r.Id)],
            Inquiries = [.. facts.Inquiries.OrderBy(i => i.Id)],
            Decisions = [.. facts.Decisions.OrderBy(d => d.Id)],
        };
        var asks = @case.IsClosed ? [] : Open(facts).ToList();
        var steps = (@case.IsClosed ? Closed(facts) : Pending(facts, asks)).ToList();
        if (steps.Count == 0)
            steps.Add(new(CaseMove.Write, Turn.Office, "Nothing is pending. Tell the constituent where the case stands."));
        var codes = facts.Releases.Where(r => r.Status != ReleaseStatus.Dropped).Select(r => r.AgencyCode)
            .Concat(facts.Inquiries.Select(i => i.AgencyCode))
            .Where(c => c != @case.AgencyCode).Distinct().Order(StringComparer.Ordinal);
        var all = @case.AgencyCode is { } own ? codes.Prepend(own).ToList() : codes.ToList();
        return new(steps, all.Count == 0 ? [AgencyProgress.For(null, facts)] : [.. all.Select(c => AgencyProgress.For(c, facts))], asks)
        {
            PromisedOn = @case.PromisedOn,
            Readiness = facts.Readiness,
            IsUnanswered = @case.UnansweredSince is not null,
            IsToConfirm = !@case.IsConfirmed && !@case.IsClosed,
            HasUnreadAnswer = @case.AnswersToConfirm.Count > 0,
            IsMailUndelivered = facts.MailFailedOn is not null,
        };
    }

    private static IEnumerable<OpenAsk> Open(ProgressFacts facts) =>
    [
        .. facts.Requests.Where(r => r.IsOpen).OrderBy(r => r.DueOn).ThenBy(r => r.Id).Select(r => new OpenAsk(r.DueOn) { Request = r }),
        .. facts.Releases.Where(r => r.Status == ReleaseStatus.Requested).OrderBy(r => r.AgencyCode != facts.Case.AgencyCode).ThenBy(r => r.Id)
            .Select(r => new OpenAsk(null) { Release = r }),
        .. facts.Unnamed.Select(role => new OpenAsk(null) { Role = role }),
    ];

    private static IEnumerable<CaseStep> Closed(ProgressFacts facts)
    {
        var @case = facts.Case;
        if (@case.Danger is { } danger)
            yield return Safety(danger);
        if (@case.UnansweredSince is not null)
            yield return @case.ClosingReason == ClosingReason.Withdrawn
                ? new(
                    CaseMove.None, Turn.Office,
                    facts.Inquiries.Any(i => i.EndedAt >= @case.ClosedAt)
                        ? "The constituent closed this case. Tell the agency that was still working on it, then choose “Mark as read.”"
                        : "The constituent closed this case. No agency was working on it. Choose “Mark as read.”")
                : new(
                    CaseMove.Reopen, Turn.Office,
                    "The constituent wrote after the case was closed. Read the message, then reply, reopen the case, or mark it as read.");
        if (@case.AnswersToConfirm.Count > 0)
            yield return Unread();
        foreach (var answered in facts.Inquiries.Where(i => AgencyProgress.IsUntoldIn(i, @case)))
            yield return new(
                CaseMove.Write, Turn.Office, "{0} answered, but the case is closed and the constituent hasn't been told. Write to them, or reopen the case.",
                answered.AgencyCode);
        yield return new(CaseMove.None, Turn.Nobody, "This case is closed. There's nothing to do.");
    }

    private static CaseStep Unread() =>
        new(CaseMove.ConfirmAnswer, Turn.Office, "An email came in that may be an agency's answer. Read it, and record the answer.");

    private static CaseStep Safety(SafetyKind danger) => new(
        CaseMove.None, Turn.Office,
        danger == SafetyKind.SelfHarm
            ? "What this person wrote may mention self-harm. Reach the person first, then record who reached them."
            : "What this person wrote may threaten others. Read it, tell the managers, and call the police if it's serious. Then record what was done.");

    // The order is the order of urgency: a person in danger, an unread request or message, an untold answer, what we owe, what others owe.
    private static IEnumerable<CaseStep> Pending(ProgressFacts facts, IReadOnlyList<OpenAsk> asks)
    {
        var (@case, today) = (facts.Case, facts.Today);
        if (@case.Danger is { } danger)
            yield return Safety(danger);
        if (@case.AcceptedAt is null)
            yield return new(CaseMove.Accept, Turn.Office, "No one has accepted this request. Read it, then accept, decline, or refer it.");
        if (@case.UnansweredSince is not null)
            yield return new(CaseMove.Write, Turn.Office, "The constituent sent or changed something no one has looked at. Reply, or mark it as read.");
        if (@case.AnswersToConfirm.Count > 0)
            yield return Unread();
        foreach (var answered in facts.Inquiries.Where(i => AgencyProgress.IsUntoldIn(i, @case)).OrderBy(i => i.AnsweredAt))
            yield return new(CaseMove.Write, Turn.Office, "{0} answered. Tell the constituent what it means.", answered.AgencyCode) { DueOn = answered.AnsweredOn };
        foreach (var due in facts.Tasks.Where(t => t.On <= today))
            yield return CaseStep.For(due, isDue: true);
        if (facts.MailFailedOn is { } failed)
            yield return new(CaseMove.CorrectContact, Turn.Office, "Email about this case isn't arriving. Call the person, and correct the address.") { DueOn = failed };
        if (CaseStep.ToCall(@case, today) is { } call)
            yield return call;
        if (@case.AcceptedAt is not null)
            foreach (var step in BeforeContact(facts))
                yield return step;
        var open = facts.Inquiries.Where(i => i.IsOpen).ToList();
        foreach (var ended in open.Where(i => IsWithdrawn(facts, i.AgencyCode)).OrderBy(i => i.ExpectedOn))
            yield return new(
                CaseMove.EndInquiry, Turn.Office, "The privacy release for {0} was withdrawn while our inquiry is open. Tell the agency, and end the inquiry.", ended.AgencyCode)
            {
                InquiryId = ended.Id,
            };
        open.RemoveAll(i => IsWithdrawn(facts, i.AgencyCode));
        foreach (var lost in open.Where(i => facts.LettersUndelivered.Contains(i.Id)).OrderBy(i => i.ExpectedOn))
            yield return new(CaseMove.FollowUp, Turn.Office, "Our letter to {0} wasn't delivered. Check the contact, and send it another way.", lost.AgencyCode)
            {
                InquiryId = lost.Id,
            };
        open.RemoveAll(i => facts.LettersUndelivered.Contains(i.Id));
        foreach (var made in facts.Decisions.Where(d => d.Choice is not null))
            yield return new(CaseMove.CarryOut, Turn.Office, CarryOut(made.Choice!.Value)) { DecisionId = made.Id, DueOn = made.DueOn };
        foreach (var late in open.Where(i => i.NeedsFollowUp(today)).OrderBy(i => i.ExpectedOn))
            yield return FollowUp(late);
        foreach (var asked in facts.Decisions.Where(d => d.Choice is null))
            yield return new(
                CaseMove.Decide, Turn.Office, asked.By == DecisionBy.Member ? "The Member has to decide by {0}." : "Senior staff have to decide by {0}.", asked.DueOn)
            {
                DecisionId = asked.Id,
                DueOn = asked.DueOn,
            };
        foreach (var step in Awaited(facts, asks))
            yield return step;
        if (@case.AcceptedAt is not null && asks.Count == 0 && @case.IsConfirmed && Idle(facts, facts.Inquiries.Any(i => i.IsOpen) || facts.Decisions.Count > 0) is { } idle)
            yield return idle;
        if (!@case.IsConfirmed)
            yield return new(
                CaseMove.Confirm, @case.ContactEmail is null ? Turn.Office : Turn.Constituent,
                @case.ContactEmail is null
                    ? "The person hasn't confirmed the request we wrote down. Mail the sheet, and record when it comes back."
                    : "The person hasn't confirmed the request we wrote down. We emailed them.");
        foreach (var waiting in open.Where(i => !i.NeedsFollowUp(today)).OrderBy(i => i.ExpectedOn))
            yield return Waiting(waiting, today);
        foreach (var later in facts.Tasks.Where(t => t.On > today))
            yield return CaseStep.For(later, isDue: false);
    }

    private static string CarryOut(DecisionChoice choice) => choice switch
    {
        DecisionChoice.MemberLetter => "The decision: send a letter signed by the Member. Write it, then mark the decision as carried out.",
        DecisionChoice.Call => "The decision: the Member or senior staff call the agency. Record the call, then mark the decision as carried out.",
        DecisionChoice.GoOn => "The decision: keep working with the agency's liaison. Once you have, mark the decision as carried out.",
        DecisionChoice.OtherWay => "The decision: try another way. Read which, then mark the decision as carried out.",
        _ => "The decision: there's nothing more we can ask the agency. Tell the constituent, then mark the decision as carried out.",
    };

    // What staff have to clear up themselves before the case's own agency can be contacted.
    private static IEnumerable<CaseStep> BeforeContact(ProgressFacts facts)
    {
        if (facts.Releases.FirstOrDefault(r => r.Status == ReleaseStatus.Checking) is { } toCheck)
            yield return new(CaseMove.CheckRelease, Turn.Office, "A signed release for {0} came in. Review it.", toCheck.AgencyCode);
        else if (facts.Readiness is Readiness.Missing { First: { Kind: GapKind.ToCheck } unsure })
            yield return new(CaseMove.CheckRelease, Turn.Office, unsure.Problem, unsure.Arguments);
        if (HasAsked(facts, facts.Case.AgencyCode))
            yield break;
        if (facts.Case.Residency.IsDoubtful())
            yield return new(
                CaseMove.ConfirmResidency, Turn.Office, "We can't tell whether this person lives in the area we serve. Check the address.");
        if (facts.Case.AgencyCode is null)
            yield return new(CaseMove.ChooseTopic, Turn.Office, "We don't know yet which agency this is about.");
        else if (facts.Readiness is Readiness.Missing { ByConstituent: false, First: { Kind: not GapKind.ToCheck } gap })
            yield return new(CaseMove.AskForRelease, Turn.Office, gap.Problem, gap.Arguments);
    }

    private static IEnumerable<CaseStep> Awaited(ProgressFacts facts, IReadOnlyList<OpenAsk> asks)
    {
        foreach (var request in asks.Select(a => a.Request).OfType<Messages.InformationRequest>())
            if (request.DueOn < facts.Today)
            {
                yield return new(CaseMove.Remind, Turn.Office, "The constituent's answer was due {0}. Send a reminder, or call.", request.DueOn) { DueOn = request.DueOn.AddDays(1) };
                yield return new(CaseMove.Remind, Turn.Constituent, "We asked the constituent for something. It was due {0}.", request.DueOn);
            }
            else
                yield return new(CaseMove.Remind, Turn.Constituent, "We asked the constituent for something. It's due {0}.", request.DueOn);
        foreach (var role in asks.Select(a => a.Role).OfType<PartyRole>())
            yield return new(
                CaseMove.Remind, Turn.Constituent,
                role == PartyRole.Beneficiary
                    ? "The constituent can name the beneficiary, who must sign too."
                    : "The constituent can name the petitioner, who must sign too.");
        if (asks.All(a => a.Release is null))
            yield break;
        if (facts is { NeverSigned: { } asked, Case.AcceptedAt: not null } && !facts.Inquiries.Any(i => i.IsOpen))
            yield return new(
                CaseMove.Close, Turn.Office, "We asked for the release on {0} and haven't received it. Call once more, or close the case.", asked);
        foreach (var release in asks.Select(a => a.Release).OfType<ReleaseFact>())
            yield return new(
                CaseMove.Remind, Turn.Constituent,
                release is { RefusalReason: null, HasEmail: false }
                    ? "The privacy release for {0} hasn't been signed yet. The signer has no email address, so call."
                    : release.RefusalReason is null
                    ? "The privacy release for {0} hasn't been signed yet."
                    : "We couldn't accept the signed release for {0}. We need it again.",
                release.AgencyCode);
    }

    private static CaseStep FollowUp(InquiryFact late) => late is { EscalatedAt: not null, FollowUpsSent: > 0 }
        ? new(CaseMove.FollowUp, Turn.Office, "{0} still hasn't answered. Escalate, or record the answer.", late.AgencyCode)
        {
            InquiryId = late.Id,
            DueOn = late.ExpectedOn.AddDays(1),
        }
        : new(CaseMove.FollowUp, Turn.Office, "We expected {0} to answer by {1}. Follow up, or record the answer.", late.AgencyCode, late.ExpectedOn)
        {
            InquiryId = late.Id,
            DueOn = late.ExpectedOn.AddDays(1),
        };

    private static CaseStep Waiting(InquiryFact open, DateOnly today) => open.IsOverdue(today)
        ? new(
            CaseMove.RecordResponse, Turn.Agency, "We asked {0} again. If there's no answer, the next follow-up is due {1}.",
            open.AgencyCode, open.FollowUpOn)
        {
            InquiryId = open.Id,
        }
        : new(CaseMove.RecordResponse, Turn.Agency, "We're waiting for {0}. We expect an answer by {1}.", open.AgencyCode, open.ExpectedOn) { InquiryId = open.Id };

    // Nothing is open for the constituent: what the office does next of its own accord.
    private static CaseStep? Idle(ProgressFacts facts, bool isWaiting)
    {
        var @case = facts.Case;
        var signed = facts.Releases.FirstOrDefault(r =>
            r.Status == ReleaseStatus.Signed && r.AgencyCode != @case.AgencyCode && !HasAsked(facts, r.AgencyCode));
        if (signed is not null)
            return new(CaseMove.Inquire, Turn.Office, "The release for {0} is signed. Contact {0}.", signed.AgencyCode);
        if (!HasAsked(facts, @case.AgencyCode) && @case.AgencyCode is not null)
            switch (facts.Readiness)
            {
                case Readiness.Ready:
                    return new(CaseMove.Inquire, Turn.Office, "Everything is in place. Contact {0}.", @case.AgencyCode);
                case Readiness.NotNeeded when @case.AnsweredAt is null && !isWaiting:
                    return new(CaseMove.Refer, Turn.Office, "This isn't a federal matter. Refer the person to someone who can help, or reply.");
            }

        if (isWaiting)
            return null;
        if (@case.AnsweredAt is not null)
            return @case.AnswerUntoldSince is null ? new(CaseMove.Close, Turn.Office, "The constituent knows the agency's answer. Close the case, or ask the agency again.") : null;
        return facts.Inquiries.Count > 0
            ? new(CaseMove.Write, Turn.Office, "No inquiries are open. Tell the constituent where the case stands.")
            : null;
    }

    /// <summary>What is left of it for one member of staff: without tasks of others; only their own tasks in a case of somebody else.</summary>
    internal CaseProgress For(Guid staff, bool hasCase) =>
        this with { Steps = [.. Steps.Where(s => s.Turn != Turn.Office || (s.ForId is { } who ? who == staff : hasCase))] };

    private static bool IsWithdrawn(ProgressFacts facts, string agency) => AgencyProgress.IsWithdrawnIn(facts, agency);

    // Whether an agency was contacted and is working on it or has answered.
    private static bool HasAsked(ProgressFacts facts, string? agency) =>
        agency is not null && facts.Inquiries.Any(i => i.AgencyCode == agency && (i.IsOpen || AgencyProgress.IsAnsweredIn(i, facts.Case)));
}
