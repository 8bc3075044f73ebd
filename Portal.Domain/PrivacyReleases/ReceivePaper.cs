using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Messages;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// A signed form comes back: a photo or scan from the signer, or delivered to the office. Staff check it before it takes effect.
/// </summary>
public sealed class ReceivePaper(PortalDb db, DocumentIntake intake, TimeProvider clock)
{
    /// <summary>The longest description of where an original is kept, in characters.</summary>
    public const int MaxKeptAt = 200;

    /// <summary>The release and the uploaded file or, without a file, where staff keep the original.</summary>
    public sealed record Command(Guid ReleaseId, string FileName, Stream? Content)
    {
        /// <summary>Where the original is kept when there's no scan.</summary>
        public string? KeptAt { get; init; }

        /// <summary>Further pages of the form that were chosen with it.</summary>
        public IReadOnlyList<ChosenFile> Further { get; init; } = [];

        /// <summary>The files, if they were read already.</summary>
        public IncomingFile? Read { get; init; }

        /// <summary>Whether the printed code identified the form.</summary>
        public bool MatchedByCode { get; init; }
    }

    /// <summary>Accepts the form for review. Uploading the same file again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == release.CaseId, cancellation);
        // A helper may send in the form too: it was signed by hand, and staff check it.
        var refusal = actor.Kind == ActorKind.Constituent && actor.ReleaseId is null
            ? actor.DemandCase(@case.Id, Permission.CheckReleases)
            : actor.DemandRelease(release, @case, Permission.CheckReleases);
        if (refusal is not null)
            return new Outcome.NotPermitted(actor.Kind == ActorKind.Constituent ? Permission.OwnCase : Permission.CheckReleases);
        if (release.Status == ReleaseStatus.Checking && release.Signature is null && !@case.IsClosed)
            return await AddPageAsync(command, release, @case, actor, cancellation);
        if (release.Status != ReleaseStatus.Requested || @case.IsClosed)
            return new Outcome.Refused("This release no longer needs a signature.");
        if (command.Content is null)
            return await KeepAsync(command, release, @case, actor, cancellation);
        var read = await ReadAsync(command, cancellation);
        if (read is not DocumentIntake.Readable { File: var file })
            return read;
        var (isOwn, foreign) = await CodeAsync(file, release, actor, cancellation);
        if (foreign is not null)
            return foreign;
        var taken = await intake.TakeAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), @case.Id, file, cancellation);
        if (taken is not DocumentIntake.Taken took)
            return taken;
        (took.Document.SearchedForCodeAt, took.Document.PaperOfReleaseId) = (clock.GetUtcNow().UtcDateTime, release.Id);
        db.ReceivePaper(new(this, actor, clock.GetUtcNow().UtcDateTime), release, @case,
            new(took.Document.UploadedAt) { DocumentId = took.Document.Id, MatchedByCode = command.MatchedByCode || isOwn });
        return await intake.CommitAsync(took, Outcome.Done, cancellation);
    }

    private async Task<Outcome> ReadAsync(Command command, CancellationToken cancellation) => command.Read is { } known
        ? new DocumentIntake.Readable(known)
        : await intake.ReadAsOneAsync([new(command.FileName, command.Content!), .. command.Further], cancellation);

    // A scan from staff was searched already, and staff may overrule its code.
    private async Task<(bool IsOwn, Outcome? Foreign)> CodeAsync(IncomingFile file, PrivacyRelease release, Actor actor, CancellationToken cancellation)
    {
        var tokens = actor.Kind == ActorKind.Constituent ? await ReleaseCodes.InAsync(file.Copy, cancellation) : [];
        var isOwn = tokens.Contains(release.LinkToken);
        return !isOwn && await db.Set<PrivacyRelease>().AnyAsync(r => tokens.Contains(r.LinkToken), cancellation)
            ? (false, new Outcome.Refused("This form has the code of a different release. Send the form for {0}.", release.SubjectName))
            : (isOwn, null);
    }

    // Pages photographed one by one: the first started the review, and the others are kept with it.
    private async Task<Outcome> AddPageAsync(Command command, PrivacyRelease release, Case @case, Actor actor, CancellationToken cancellation)
    {
        if (command.Content is null)
            return actor.Kind == ActorKind.Staff ? new Outcome.Refused("We already have this page. Choose a different one.") : Outcome.Done;
        var read = await ReadAsync(command, cancellation);
        if (read is not DocumentIntake.Readable { File: var file })
            return read;
        if ((await CodeAsync(file, release, actor, cancellation)).Foreign is { } foreign)
            return foreign;
        var taken = await intake.TakeAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), @case.Id, file, cancellation);
        if (taken is not DocumentIntake.Taken took)
            return taken;
        if (!took.IsNew)
            return Outcome.Done;
        (took.Document.SearchedForCodeAt, took.Document.PaperOfReleaseId) = (clock.GetUtcNow().UtcDateTime, release.Id);
        // The staff member who is checking the first page has to see this one before accepting.
        db.CountAsChanged(release);
        return await intake.CommitAsync(took, Outcome.Done, cancellation);
    }

    private async Task<Outcome> KeepAsync(Command command, PrivacyRelease release, Case @case, Actor actor, CancellationToken cancellation)
    {
        if (actor.Kind == ActorKind.Constituent || string.IsNullOrWhiteSpace(command.KeptAt) || command.KeptAt.Length > MaxKeptAt)
            return new Outcome.Refused("Choose a photo or scan, or enter where the signed form is kept, up to 200 characters.");
        var now = clock.GetUtcNow().UtcDateTime;
        db.ReceivePaper(new(this, actor, now), release, @case, new(now) { KeptAt = command.KeptAt.Trim() });
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>A signed form that came back: a scan, or where the original is kept.</summary>
internal sealed record IncomingPaper(DateTime CameAt)
{
    public Guid? DocumentId { get; init; }

    public bool MatchedByCode { get; init; }

    public string? KeptAt { get; init; }
}

internal static class PaperIntake
{
    /// <summary>Notes that the signed form came in and that the constituent is no longer asked for it. Doesn't save.</summary>
    public static void ReceivePaper(this PortalDb db, Act act, PrivacyRelease release, Case @case, IncomingPaper paper)
    {
        release.ReceivePaper(paper.DocumentId, paper.MatchedByCode, paper.KeptAt, paper.CameAt);
        @case.EndAsk(release.Id);
        db.Record(act, @case.Id, new SignedFormReceived(release.Id, release.AgencyCode, paper.DocumentId, paper.MatchedByCode));
    }
}
