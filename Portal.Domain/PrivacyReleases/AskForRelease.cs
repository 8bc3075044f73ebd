using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Topics;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// Asks the constituent, or another party to the case, to sign a release for an agency. Staff request whatever is
/// missing; the constituent can name the other party to a petition and re-sign a release they withdrew.
/// </summary>
public sealed class AskForRelease(
    PortalDb db, Vault vault, ReleaseRequest requests, TopicCatalog topics, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The case as the page showed it, and the agency. With neither party property set, the constituent signs.</summary>
    public sealed record Command(Guid CaseId, int? Version, string AgencyCode)
    {
        /// <summary>A party who signed or was asked before.</summary>
        public Guid? PartyId { get; init; }

        /// <summary>A party who hasn't been asked yet.</summary>
        public NewParty? Party { get; init; }
    }

    /// <summary>Another party to the case.</summary>
    /// <param name="Language">en or es.</param>
    public sealed record NewParty(PartyRole Role, string Name, string? Email, string Language);

    /// <summary>Requests the release. Has no effect while one is already waiting for a signature.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = command.Party is null && actor.Kind != ActorKind.Constituent
            ? await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.MessageConstituents, cancellation)
            : await db.LoadOwnCaseAsync(command.CaseId, actor, Permission.MessageConstituents, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == command.AgencyCode, cancellation);
        if (agency is null || agency.Rules.Signature == SignatureClass.None)
            return new Outcome.Refused("Choose an agency from the list.");
        var topic = await topics.FindAsync(@case.TopicCode, cancellation);
        agency = topic?.RulesOf(agency) ?? agency;
        var releases = await db.Set<PrivacyRelease>().Where(r => r.CaseId == @case.Id).OrderByDescending(r => r.RequestedAt).ToListAsync(cancellation);
        if (command.Party is { } party && FindProblem(party, agency, topic, actor) is { } problem)
            return problem;
        if (command.Party is null && actor.Kind == ActorKind.Constituent && !MaySignAgain(@case, agency, releases, actor))
            return new Outcome.NotPermitted(Permission.MessageConstituents);
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        if (command.Party is null && topic?.Agency == agency.Code)
            foreach (var outdated in releases.Where(r => r.PartyId == (command.PartyId ?? @case.Id) && IsForOtherMatter(r, topic)))
                db.DropRequest(act, @case, outdated);
        if (IsAlreadyRequested(command, agency, releases))
            return Outcome.Done;
        await AddAsync(act, command, @case, agency, topic, releases, cancellation);
        if (actor.Kind == ActorKind.Staff)
            @case.Accept(act.At);
        return await db.CommitAsync(cancellation);
    }

    private async Task AddAsync(
        Act act, Command command, Case @case, Agency agency, TopicCard? topic, List<PrivacyRelease> releases, CancellationToken cancellation)
    {
        var cipher = await vault.OpenAsync(@case.Id, cancellation);
        var answers = RequestJson.Unseal(cipher, await db.Set<HelpRequest>().SingleAsync(r => r.Id == @case.Id, cancellation));
        var context = new ReleaseContext(act, @case, agency, cipher)
        {
            Topic = topic,
            Mailing = SignerMail.From(await practice.OfficeAsync(cancellation), answers),
        };
        var party = command.PartyId ?? @case.Id;
        if (command.Party is { } other)
            requests.ForOther(context, new(other.Role, other.Name.Trim(), EmailAddress.TryParse(other.Email, out var email) ? email : null, other.Language)
            {
                Records = ReleaseRequest.RecordsFor(agency, topic, other.Language),
                Purpose = ReleaseRequest.PurposeOf(answers),
            });
        else if (releases.FirstOrDefault(r => r.PartyId == party && r.Signature is not null) is { } earlier)
            requests.Again(context, earlier);
        else if (party != @case.Id && releases.FirstOrDefault(r => r.PartyId == party) is { } asked)
            requests.Again(context, asked);
        else
            requests.Prepare(context, answers);
    }

    // Requested for an earlier topic of the case, it asks for other numbers, or to be signed another way.
    private static bool IsForOtherMatter(PrivacyRelease release, TopicCard topic) => release.AgencyCode == topic.Agency
        && release.Status == ReleaseStatus.Requested && release.Matter with { CoversTax = false } != topic.Matter;

    private static bool MaySignAgain(Case @case, Agency agency, List<PrivacyRelease> releases, Actor actor) =>
        actor.ReleaseId is null
        && releases.Any(r => r.AgencyCode == agency.Code && r.Status == ReleaseStatus.Withdrawn && ReleaseAccess.IsOwn(r, @case));

    private static bool IsAlreadyRequested(Command command, Agency agency, List<PrivacyRelease> releases)
    {
        var waiting = releases.Where(r => r.AgencyCode == agency.Code && r.Status is ReleaseStatus.Requested or ReleaseStatus.Checking);
        return command.Party is { } party
            ? waiting.Any(r => r.Role == party.Role && PersonName.Matches(r.SubjectName, party.Name))
            : waiting.Any(r => r.PartyId == (command.PartyId ?? command.CaseId));
    }

    private static Outcome.Refused? FindProblem(NewParty party, Agency agency, TopicCard? topic, Actor actor)
    {
        if (actor.Kind == ActorKind.Constituent
            && (!agency.Rules.EachPartySigns || agency.Code != topic?.Agency || topic.Parties?.Contains(party.Role) != true))
            return new("No one else has to sign for this case. Think someone does? Write to us.");
        if (PersonName.Normalize(party.Name).Length == 0 || party.Name.Trim().Length > 256)
            return new("Enter the full legal name, in 256 characters or fewer.");
        if (!string.IsNullOrWhiteSpace(party.Email) && !EmailAddress.TryParse(party.Email, out _))
            return new("Enter an email address such as name@example.com, or leave this blank.");
        return null;
    }
}
