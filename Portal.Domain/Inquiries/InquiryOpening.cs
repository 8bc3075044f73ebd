using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Adds an inquiry or a follow-up to a case for the operation that sends or records it. Nothing is sent without a release or a recorded
/// exception that's valid today. The calling operation saves.
/// </summary>
public sealed class InquiryOpening(PortalDb db, ReadinessCheck readinessCheck, Calendars calendars, OfficePractice practice)
{
    /// <summary>What goes out.</summary>
    /// <param name="Key">The id of the new inquiry or follow-up.</param>
    /// <param name="Method">How.</param>
    /// <param name="Text">What's written or said.</param>
    /// <param name="SentById">Who sends it.</param>
    public sealed record Sending(Guid Key, InquiryMethod Method, string Text, Guid SentById);

    /// <summary>Adds an inquiry. Returns why it can't be sent, or null.</summary>
    public async Task<Outcome?> AskAsync(Act act, Case @case, Agency agency, PermittedAsk ask, Sending sending, CancellationToken cancellation)
    {
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (!@case.IsConfirmed)
            return new Outcome.Refused("The person hasn't confirmed the request that we wrote down. Until they do, nothing goes out in their name.");
        if (agency.Rules.Signature == SignatureClass.None)
            return new Outcome.Refused("This isn't a federal agency. Refer the case instead.");
        var readiness = await readinessCheck.OfAsync(@case, agency, cancellation);
        if (readiness is not Readiness.Ready ready)
            return new SendInquiry.ReleaseMissing((Readiness.Missing)readiness);
        var exception = ready.ExceptionId is { } id ? await db.FindAsync<ReleaseException>([id], cancellation) : null;
        Guid? releaseId = ready.ReleaseIds.Count > 0 ? ready.ReleaseIds[0] : null;
        var inquiry = new AgencyInquiry
        {
            Id = sending.Key,
            CaseId = @case.Id,
            AgencyCode = agency.Code,
            Ask = ask,
            Method = sending.Method,
            Summary = sending.Text,
            SentAt = act.At,
            SentById = sending.SentById,
            ReleaseId = releaseId,
            AlsoUnder = [.. ready.ReleaseIds.Skip(1)],
            ExceptionCitation = exception?.Citation,
        };
        var calendar = await calendars.ReadAsync(cancellation);
        inquiry.Expect(calendar.AddBusinessDays(calendar.DayOf(act.At), Math.Max(1, agency.AcknowledgmentDays ?? AnswerWaits.Usual.Acknowledgment)));
        db.Add(inquiry);
        @case.Accept(act.At);
        @case.Inquire(inquiry.Id);
        @case.Promise(UpdatePromise.Next(calendar, act.At, await practice.IntervalAsync(@case.UpdateIntervalDays, cancellation)));
        db.Record(act, @case.Id, new InquirySent(inquiry.Id, agency.Code, ask, sending.Method, releaseId, exception?.Citation) { ExpectedOn = inquiry.ExpectedOn });
        if (@case.ContactEmail is { } email)
            db.Queue(act.At, new AgencyContactedMail(@case.Reference, @case.PromisedOn!.Value, @case.OpenAsks.Count > 0), new(email, @case.Language), @case.Id, inquiry.Id);
        return null;
    }

    /// <summary>Adds a follow-up. Returns why it can't be sent, or null.</summary>
    public async Task<Outcome?> AskAgainAsync(Act act, Case @case, AgencyInquiry inquiry, Agency agency, Sending sending, CancellationToken cancellation)
    {
        if (!inquiry.IsOpen)
            return new Outcome.Refused("This inquiry has ended. Send a new one.");
        if (await readinessCheck.OfAsync(@case, agency, cancellation) is Readiness.Missing missing)
            return new SendInquiry.ReleaseMissing(missing);
        var escalation = inquiry.GoesHigher;
        db.Add(new InquiryFollowUp
        {
            CaseId = @case.Id,
            Id = sending.Key,
            InquiryId = inquiry.Id,
            Method = sending.Method,
            Escalation = escalation,
            Body = sending.Text,
            SentAt = act.At,
            SentById = sending.SentById,
        });
        var calendar = await calendars.ReadAsync(cancellation);
        inquiry.FollowUp(calendar.AddBusinessDays(calendar.DayOf(act.At), Math.Max(1, agency.FollowUpDays)));
        db.Record(act, @case.Id, new InquiryFollowedUp(inquiry.Id, sending.Key, sending.Method, escalation));
        return null;
    }
}
