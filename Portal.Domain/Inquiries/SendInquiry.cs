using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Records an inquiry that was made outside Portal, such as a phone call. Refused unless a release valid today covers this agency and
/// person, or a statutory exception is recorded; the refusal says what is missing.
/// </summary>
public sealed class SendInquiry(PortalDb db, InquiryOpening opening, OfficePractice practice, TimeProvider clock)
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
        if (!TextLength.Fits(command.Summary, MaxLength))
            return new Outcome.Refused("Enter what you asked the agency, in 10,000 characters or fewer.");
        if (command.Method != InquiryMethod.Phone && (await practice.OfficeAsync(cancellation))?.ReviewsLetters == true)
            return new Outcome.Refused("Our office reviews letters before they go out. Choose “Contact the agency,” and write the letter there.");
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == command.AgencyCode, cancellation);
        if (agency is null)
            return new Outcome.Refused("Choose an agency from the list.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var sending = new InquiryOpening.Sending(command.Key, command.Method, command.Summary, actor.Id ?? Guid.Empty);
        return await opening.AskAsync(act, @case, agency, command.Ask, sending, cancellation) ?? await db.CommitAsync(cancellation);
    }
}
