using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The signer uploads proof that they may sign for someone else, such as a birth certificate, court order, or death certificate.</summary>
public sealed class AddProof(PortalDb db, DocumentIntake intake)
{
    /// <summary>The release and the uploaded file.</summary>
    public sealed record Command(Guid ReleaseId, string FileName, Stream Content)
    {
        /// <summary>Further pages that were chosen with it.</summary>
        public IReadOnlyList<ChosenFile> Further { get; init; } = [];
    }

    /// <summary>Accepts the file. A second file replaces the first as proof; both stay in the case.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation);
        if (actor.DemandRelease(release, @case, Permission.CheckReleases) is { } refusal)
            return refusal;
        if (release.Status is not (ReleaseStatus.Requested or ReleaseStatus.Checking) || @case.IsClosed)
            return new Outcome.Refused("This release no longer needs a signature.");
        var taken = await intake.TakeAsOneAsync(this, @case.Id, [new(command.FileName, command.Content), .. command.Further], actor, cancellation);
        if (taken is not DocumentIntake.Taken { Document: var document } took)
            return taken;
        if (release.ProofDocumentId == document.Id)
            return Outcome.Done;
        release.ProofDocumentId = document.Id;
        document.SearchedForCodeAt = document.UploadedAt;
        db.Record(this, document.UploadedAt, actor, @case.Id, new ProofOfAuthorityReceived(release.Id, document.Id));
        return await intake.CommitAsync(took, Outcome.Done, cancellation);
    }
}
