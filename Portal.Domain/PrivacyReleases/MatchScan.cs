using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// Staff upload a scan of a signed form that came by mail. Its printed code identifies the release; if the code can't be
/// read, the case reference does.
/// </summary>
public sealed class MatchScan(PortalDb db, DocumentIntake intake, ReceivePaper receive)
{
    /// <summary>The file, and what staff entered to identify it: a case reference, and one of its releases.</summary>
    public sealed record Command(string FileName, Stream Content, string? Reference, Guid? ReleaseId)
    {
        /// <summary>Further pages of the form that were chosen with it.</summary>
        public IReadOnlyList<ChosenFile> Further { get; init; } = [];
    }

    /// <summary>The scan was matched to this release, which now waits for review.</summary>
    public sealed record HandedIn(string Reference, Guid ReleaseId) : Outcome.Success;

    /// <summary>The code can't be read, and the reference matches more than one release or is missing.</summary>
    public sealed record WhichOne(IReadOnlyList<PrivacyRelease> Releases, string? Reference) : Outcome;

    /// <summary>Matches the scan and files it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.CheckReleases) is { } refusal)
            return refusal;
        var read = await intake.ReadAsOneAsync([new(command.FileName, command.Content), .. command.Further], cancellation);
        if (read is not DocumentIntake.Readable { File: var file })
            return read;
        var byCode = command.ReleaseId is null ? await ByCodeAsync(file, cancellation) : null;
        var release = byCode ?? await ByReferenceAsync(command, cancellation);
        if (release is null)
            return await AskAsync(command, cancellation);
        var outcome = await receive.ExecuteAsync(
            new(release.Id, command.FileName, command.Content) { Read = file, MatchedByCode = byCode is not null }, actor, cancellation);
        return outcome.Succeeded
            ? new HandedIn(await db.Set<Case>().Where(c => c.Id == release.CaseId).Select(c => c.Reference).SingleAsync(cancellation), release.Id)
            : outcome;
    }

    private async Task<PrivacyRelease?> ByCodeAsync(IncomingFile file, CancellationToken cancellation)
    {
        var tokens = await ReleaseCodes.InAsync(file.Copy, cancellation);
        if (tokens.Count == 0)
            return null;
        return await db.Set<PrivacyRelease>().AsNoTracking()
            .Where(r => tokens.Contains(r.LinkToken))
            .OrderBy(r => r.Status != ReleaseStatus.Requested)
            .FirstOrDefaultAsync(cancellation);
    }

    private async Task<PrivacyRelease?> ByReferenceAsync(Command command, CancellationToken cancellation)
    {
        var waiting = await WaitingAsync(command.Reference, cancellation);
        return command.ReleaseId is { } chosen ? waiting.FirstOrDefault(r => r.Id == chosen) : waiting.Count == 1 ? waiting[0] : null;
    }

    private async Task<Outcome> AskAsync(Command command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.Reference))
            return new WhichOne([], null);
        if (!CaseReference.TryParse(command.Reference, out _))
            return new Outcome.Refused("Check your reference number. It has 10 letters and numbers, like 7KQ4M-2XD9A.");
        var waiting = await WaitingAsync(command.Reference, cancellation);
        return waiting.Count == 0 ? new Outcome.Refused("This case has no release to sign.") : new WhichOne(waiting, command.Reference);
    }

    private async Task<List<PrivacyRelease>> WaitingAsync(string? typed, CancellationToken cancellation)
    {
        if (!CaseReference.TryParse(typed, out var reference))
            return [];
        var text = reference.ToString();
        return await db.Set<PrivacyRelease>().AsNoTracking()
            .Where(r => (r.Status == ReleaseStatus.Requested || (r.Status == ReleaseStatus.Checking && r.Signature == null))
                && db.Set<Case>().Any(c => c.Id == r.CaseId && c.Reference == text))
            .OrderBy(r => r.Id)
            .ToListAsync(cancellation);
    }
}
