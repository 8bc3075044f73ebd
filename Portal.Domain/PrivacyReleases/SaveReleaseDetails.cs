using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The signer confirms or corrects the details of the document, and says how they'll sign.</summary>
public sealed class SaveReleaseDetails(PortalDb db, Vault vault)
{
    private const int MaxName = 260;

    /// <summary>The release, and the details its signer confirmed.</summary>
    public sealed record Command(Guid ReleaseId, ReleaseDetails Details);

    /// <summary>Saves the details. A signed release can't be changed.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation);
        if (actor.DemandRelease(release, @case, Permission.WorkCases) is { } refusal)
            return refusal;
        if (release.Status != ReleaseStatus.Requested)
            return new Outcome.Refused("This release no longer needs a signature.");
        var agency = await db.AgencyOfAsync(release, cancellation);
        if (FindProblem(command.Details, release, agency) is { } problem)
            return problem;
        var details = command.Details with
        {
            Confirmed = true,
            SignerName = command.Details.Capacity == SignerCapacity.Self ? null : command.Details.SignerName?.Trim(),
            MayTalkWith = agency.Rules.OnlyOfficeNamed ? null : command.Details.MayTalkWith,
            MedicalRecords = SignerRules.CoversMedical(agency, command.Details),
        };
        release.Matter = release.Matter with { CoversTax = details.TaxRecords };
        release.SealedDetails = ReleaseJson.Seal(await vault.OpenAsync(release.CaseId, cancellation), details);
        (release.SubjectName, release.Role, release.Capacity) = (details.LegalName.Trim(), details.Role, details.Capacity);
        return await db.CommitAsync(cancellation);
    }

    private static Outcome.Refused? FindProblem(ReleaseDetails details, PrivacyRelease release, Agency agency)
    {
        if (PersonName.Normalize(details.LegalName).Length == 0 || details.LegalName.Trim().Length > MaxName)
            return new("Enter the full legal name, up to 260 characters.");
        if (details.Capacity != SignerCapacity.Self
            && (PersonName.Normalize(details.SignerName ?? "").Length == 0 || details.SignerName!.Trim().Length > MaxName))
            return new("Enter the full name of the person signing, up to 260 characters.");
        if (!SignerRules.Allows(release.CannotSign, details.Capacity))
            return new("This person can't sign for themselves. Choose what allows you to sign for them.");
        if (!SignerRules.CapacitiesFor(agency).Contains(details.Capacity))
            return new("{0} doesn't accept a release signed this way for someone else.", agency.BothShortNames());
        if (SignerRules.IsMinorMedical(agency, details.Capacity, SignerRules.CoversMedical(agency, details)))
            return new("{0} doesn't let a parent release a minor's medical records. Leave them out, or call us.", agency.BothShortNames());
        if (string.IsNullOrWhiteSpace(details.Records))
            return new("Name the records the agency may share.");
        return agency.Rules.SpecificRecords && SpecificRecords.IsEverything(details.Records)
            ? new("Name the records, such as “payments from March to June 2026.” {0} won't accept “all records.”", agency.BothShortNames())
            : null;
    }
}
