using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Records an inquiry sent to an agency. Refused unless a release valid today covers this agency and person, or a
/// statutory exception is recorded; the refusal says what is missing.
/// </summary>
public sealed class SendInquiry(PortalDb db, ReadinessCheck readinessCheck, Calendars calendars, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The longest summary, in characters.</summary>
    public const int MaxLength = 10_000;

    /// <summary>The case as the form saw it, and what was asked of which agency and how.</summary>
    public sealed record Command(Guid CaseId, int? Version, string AgencyCode, PermittedAsk Ask, InquiryMethod Method, string Summary)
    {
        /// <summary>The new inquiry's id, chosen by the form so that a double submit sends it once.</summary>
        public required Guid Key { get; init; }
    }

    /// <summary>Refused: something is missing before we may contact the agency.</summary>
    public sealed record ReleaseMissing(Readiness.Missing Missing) : Outcome;

    /// <summary>Records the inquiry.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.ContactAgencies, cancellation);
        // A double submit still sends the version from before the first one was saved.
        if (refusal is null or Outcome.Stale && await db.FindAsync<AgencyInquiry>([command.Key], cancellation) is not null)
            return Outcome.Done;
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (!TextLength.Fits(command.Summary, MaxLength))
            return new Outcome.Refused("Enter what you asked the agency, in 10,000 characters or fewer.");
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == command.AgencyCode, cancellation);
        if (agency is null)
            return new Outcome.Refused("Choose an agency from the list.");
        if (agency.Rules.Signature == SignatureClass.None)
            return new Outcome.Refused("This isn't a federal agency. Refer the case instead.");

        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(now);
        var readiness = await readinessCheck.OfAsync(@case, agency, cancellation);
        if (readiness is not Readiness.Ready ready)
            return new ReleaseMissing((Readiness.Missing)readiness);
        var citation = ready.ExceptionId is { } exception
            ? await db.Set<ReleaseException>().Where(e => e.Id == exception).Select(e => e.Citation).SingleAsync(cancellation)
            : null;
        Guid? releaseId = ready.ReleaseIds.Count > 0 ? ready.ReleaseIds[0] : null;

        var inquiry = new AgencyInquiry
        {
            Id = command.Key,
            CaseId = @case.Id,
            AgencyCode = agency.Code,
            Ask = command.Ask,
            Method = command.Method,
            Summary = command.Summary,
            SentAt = now,
            SentById = actor.Id ?? Guid.Empty,
            ReleaseId = releaseId,
            AlsoUnder = [.. ready.ReleaseIds.Skip(1)],
            ExceptionCitation = citation,
        };
        inquiry.Expect(calendar.AddBusinessDays(today, Math.Max(1, agency.AcknowledgmentDays ?? AnswerWaits.Usual.Acknowledgment)));
        db.Add(inquiry);
        @case.Accept(now);
        @case.Inquire(inquiry.Id);
        @case.ClearUnanswered();
        @case.Promise(UpdatePromise.Next(calendar, now, await practice.IntervalAsync(@case.UpdateIntervalDays, cancellation)));
        db.Record(
            this, now, actor, @case.Id,
            new InquirySent(inquiry.Id, agency.Code, command.Ask, command.Method, releaseId, citation) { ExpectedOn = inquiry.ExpectedOn });
        if (@case.ContactEmail is { } email)
            db.Queue(now, new AgencyContactedMail(@case.Reference, @case.PromisedOn!.Value, @case.OpenAsks.Count > 0), new(email, @case.Language), @case.Id, inquiry.Id);
        return await db.CommitAsync(cancellation);
    }
}
