using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Searches each new document of a case, once, for the printed code of a release that waits for its signed form.</summary>
[Recurring("Match uploaded forms to their releases", Seconds = 15)]
public sealed class PaperArrivedJob(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock) : ISweep
{
    private const int Batch = 20;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var found = 0;
        var fresh = await db.Set<Document>().Where(d => d.SearchedForCodeAt == null && (d.State == DocumentState.Clean || d.State == DocumentState.Unscanned))
            .OrderBy(d => d.Id).Take(Batch).ToListAsync(cancellation);
        foreach (var document in fresh)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // Saved before the file is opened: a file that crashes the process must not crash it again after every restart.
            document.SearchedForCodeAt = now;
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                return found;
            bool? isPaper = null;
            try
            {
                isPaper = await MatchAsync(document, now, cancellation);
            }
            finally
            {
                if (isPaper is null)
                    await db.Set<Document>().Where(d => d.Id == document.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(d => d.SearchedForCodeAt, (DateTime?)null), CancellationToken.None);
            }

            if (isPaper is null)
                return found;
            if (isPaper is true)
                found++;
        }

        return found;
    }

    /// <summary>Whether it's the signed form of a release; null when the next run has to search it again.</summary>
    private async Task<bool?> MatchAsync(Document document, DateTime now, CancellationToken cancellation)
    {
        // A draft request has no case yet, so no release can be waiting for its files.
        if (await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == document.CaseId, cancellation) is not { IsClosed: false } @case)
            return false;
        var waiting = await db.Set<PrivacyRelease>().Where(r => r.CaseId == document.CaseId
            && (r.Status == ReleaseStatus.Requested || (r.Status == ReleaseStatus.Checking && r.Signature == null))).ToListAsync(cancellation);
        if (waiting.Count == 0 || document.CopyName is not { } name || FileKinds.OfContentType(document.ContentType) is not { } kind)
            return false;
        if (await TokensAsync(document.CaseId, name, kind, cancellation) is not { } tokens)
            return null;
        if (waiting.FirstOrDefault(r => tokens.Contains(r.LinkToken)) is not { } release)
            return false;
        document.PaperOfReleaseId = release.Id;
        // A further page: the staff member who is checking the first one has to see it before accepting.
        if (release.Status == ReleaseStatus.Checking)
            db.CountAsChanged(release);
        else
            db.ReceivePaper(
                new(this, Actor.System(nameof(PaperArrivedJob)), now), release, @case,
                new(document.UploadedAt) { DocumentId = document.Id, MatchedByCode = true });
        return await db.CommitAsync(cancellation) is Outcome.Stale ? null : true;
    }

    // One damaged file must not keep the others from being found.
    private async Task<IReadOnlyCollection<string>?> TokensAsync(Guid caseId, string name, FileKind kind, CancellationToken cancellation)
    {
        try
        {
            await using var content = await store.OpenReadAsync(await vault.OpenAsync(caseId, cancellation), name, cancellation);
            return await ReleaseCodes.InAsync(content, kind, cancellation);
        }
        catch (Exception damaged) when (damaged is IOException or System.Security.Cryptography.CryptographicException or KeyErasedException)
        {
            return [];
        }
    }
}
