using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Records an inquiry sent to an agency. Refused without a release that is valid for that agency, that person, that day,
/// or a recorded statutory exception; the refusal says what is missing.
/// </summary>
public sealed class SendInquiry(PortalDb db, Calendars calendars, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The longest summary, in characters.</summary>
    public const int MaxLength = 10_000;

    /// <summary>The case as the form saw it; what was asked of whom and how.</summary>
    public sealed record Command(
        Guid CaseId, int? Version, string AgencyCode, PermittedAsk Ask, InquiryMethod Method, string Summary, bool UnderException, Guid Key);

    /// <summary>Something is missing before anything may be sent.</summary>
    public sealed record ReleaseMissing(Readiness.Missing Missing) : Outcome;

    /// <summary>Records it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (file, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.ContactAgencies, cancellation);
        // The second press of the button carries the version from before the first.
        if (refusal is null or Outcome.Stale && await db.FindAsync<AgencyInquiry>([command.Key], cancellation) is not null)
            return Outcome.Done;
        if (refusal is not null)
            return refusal;
        if (file.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (string.IsNullOrWhiteSpace(command.Summary) || command.Summary.Length > MaxLength)
            return new Outcome.Refused("Write what you asked the agency, at most 10,000 characters.");
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == command.AgencyCode, cancellation);
        if (agency is null)
            return new Outcome.Refused("Choose an agency from the list.");
        if (agency.Signature == SignatureClass.None)
            return new Outcome.Refused("This is not a federal agency. Refer the case instead.");

        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(now);
        var (releaseId, citation, missing) = await BasisAsync(command, agency, today, calendar, cancellation);
        if (missing is not null)
            return missing;

        var inquiry = new AgencyInquiry
        {
            Id = command.Key,
            CaseId = file.Id,
            AgencyCode = agency.Code,
            Ask = command.Ask,
            Method = command.Method,
            Summary = command.Summary,
            SentAt = now,
            SentById = actor.Id ?? Guid.Empty,
            ReleaseId = releaseId,
            ExceptionCitation = citation,
        };
        inquiry.Expect(calendar.AddBusinessDays(today, Math.Max(1, agency.AcknowledgmentDays)));
        db.Add(inquiry);
        file.Accept(now);
        file.MoveTo(CaseStatus.WithAgency);
        file.OfficeSpoke();
        file.Promise(UpdatePromise.Next(calendar, now, await practice.IntervalOfAsync(file, cancellation)));
        db.Record(now, actor, file.Id, new InquirySent(inquiry.Id, agency.Code, command.Ask, command.Method, releaseId, citation, inquiry.ExpectedOn));
        if (file.ContactEmail is { } email)
            db.Queue(now, new SomethingToReadMail(file.Reference), email, file.Language, file.Id, inquiry.Id);
        return await db.CommitAsync(cancellation);
    }

    private async Task<(Guid? Release, string? Citation, Outcome? Missing)> BasisAsync(
        Command command, Agency agency, DateOnly today, OfficeCalendar calendar, CancellationToken cancellation)
    {
        if (command.UnderException)
            return agency.ExceptionCitation is { } citation
                ? (null, citation, null)
                : (null, null, new Outcome.Refused("No exception is recorded for {0}. A signed release is needed.", agency.ShortName));
        var releases = await db.Set<PrivacyRelease>().Where(r => r.CaseId == command.CaseId).ToListAsync(cancellation);
        return Readiness.Of(agency, releases, today, calendar.Zone) switch
        {
            Readiness.Ready ready => (ready.ReleaseId, null, null),
            Readiness.Missing missing => (null, null, new ReleaseMissing(missing)),
            var other => throw new InvalidOperationException($"Readiness {other} does not lead to an inquiry."),
        };
    }
}
