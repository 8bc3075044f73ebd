using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Constituents;
using Portal.Domain.Decisions;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Sharing;
using Portal.Domain.Routing;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A whole case was exported.</summary>
public sealed record CaseExported(int Documents, int Releases) : IEvent;

/// <summary>
/// Writes a whole case to a folder, decrypted: its data as JSON, the harmless copies of its documents, and its sealed releases.
/// The export is recorded before anything is written.
/// </summary>
public sealed class ExportCase(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(EventJson.Options) { WriteIndented = true };

    /// <summary>The case, and the folder to create.</summary>
    public sealed record Command(Guid CaseId, string Folder);

    /// <summary>The case was written.</summary>
    public sealed record Exported(int Files) : Outcome.Success;

    /// <summary>Exports the case. Documents the virus scanner hasn't cleared are listed in the data but not written.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ExportCases) is { } refusal)
            return refusal;
        var @case = await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellation);
        if (@case is null)
            return new Outcome.NotFound();
        var documents = await OfCase<Document>(d => d.CaseId == @case.Id).ToListAsync(cancellation);
        var releases = await OfCase<PrivacyRelease>(r => r.CaseId == @case.Id).OrderBy(r => r.Id).ToListAsync(cancellation);
        var exported = new CaseExported(documents.Count(d => d.CanOpen), releases.Count(r => r.Signature is not null));
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, exported);
        var outcome = await db.CommitAsync(cancellation);
        if (!outcome.Succeeded)
            return outcome;

        var cipher = await vault.OpenAsync(@case.Id, cancellation);
        DurableDirectory.Create(command.Folder);
        var data = await DataAsync(@case, documents, releases, cipher, cancellation);
        await using (var json = Create(command.Folder, "case.json"))
            await JsonSerializer.SerializeAsync(json, data, Readable, cancellation);
        var documentFiles = documents.Where(d => d.CanOpen)
            .Select((d, i) => (Stored: d.CopyName!, Name: Path.Combine("documents", $"{i + 1:00}-{d.FileName}")));
        var releaseFiles = releases.Where(r => r.Signature is not null)
            .Select((r, i) => (Stored: r.Signature!.PdfName, Name: Path.Combine("releases", $"{i + 1:00}-{r.AgencyCode}.pdf")));
        var letterFiles = (await OfCase<SentLetter>(l => l.CaseId == @case.Id).OrderBy(l => l.Id).ToListAsync(cancellation))
            .Select((l, i) => (Stored: l.StoredName, Name: Path.Combine("letters", $"{i + 1:00}.pdf")));
        var files = documentFiles.Concat(releaseFiles).Concat(letterFiles).ToList();
        foreach (var (stored, name) in files)
        {
            await using var from = await store.OpenReadAsync(cipher, stored, cancellation);
            await using var to = Create(command.Folder, name);
            await from.CopyToAsync(to, cancellation);
        }

        return new Exported(files.Count + 1);
    }

    private async Task<object> DataAsync(
        Case @case, List<Document> documents, List<PrivacyRelease> releases, CaseCipher cipher, CancellationToken cancellation)
    {
        var request = await db.Set<HelpRequest>().AsNoTracking().SingleAsync(r => r.Id == @case.Id, cancellation);
        return new
        {
            Case = @case,
            Request = new { request.StartedAt, request.SubmittedAt, request.Language, Answers = RequestJson.UnsealAsSent(cipher, request), Contact = ContactData.Of(RequestJson.Unseal(cipher, request)) },
            Releases = releases.Select(r => new
            {
                r.Id,
                r.AgencyCode,
                r.SubjectName,
                r.Status,
                r.RequestedAt,
                r.SignerEmail,
                r.Language,
                r.ExpiresOn,
                r.EndedAt,
                r.SupersededById,
                r.Reminders,
                Details = ReleaseJson.Details(cipher, r),
                Signature = SignatureOf(r, cipher),
            }),
            ReleaseExceptions = await OfCase<ReleaseException>(e => e.CaseId == @case.Id).OrderBy(e => e.Id).ToListAsync(cancellation),
            Mails = (await OfCase<OutgoingMail>(m => m.CaseId == @case.Id).OrderBy(m => m.QueuedAt).ToListAsync(cancellation))
                .Select(m => new { m.Kind, m.Recipient, m.QueuedAt, m.SentAt }),
            ReleaseShares = (await OfCase<ReleaseShare>(s => s.CaseId == @case.Id).OrderBy(s => s.Id)
                    .Select(s => new { Share = s, Views = db.Set<ReleaseShareView>().Where(v => v.ShareId == s.Id).Select(v => v.ViewedAt).ToList() })
                    .ToListAsync(cancellation))
                .Select(s => new
                {
                    s.Share.Id,
                    s.Share.ReleaseId,
                    s.Share.Recipient,
                    s.Share.MadeById,
                    s.Share.MadeAt,
                    s.Share.ExpiresAt,
                    s.Share.RevokedAt,
                    s.Views,
                }),
            Inquiries = await OfCase<AgencyInquiry>(i => i.CaseId == @case.Id)
                    .Include(i => i.Responses).Include(i => i.FollowUps).OrderBy(i => i.Id).ToListAsync(cancellation),
            Letters = (await OfCase<SentLetter>(l => l.CaseId == @case.Id).OrderBy(l => l.Id).ToListAsync(cancellation)).Select(l => new
            {
                l.Id,
                l.InquiryId,
                l.Method,
                l.Addressee,
                l.SentTo,
                l.Template,
                Content = LetterContent.Read(l.Content),
                l.Sha256,
                l.SentAt,
                l.SentById,
            }),
            Drafts = (await OfCase<LetterDraft>(d => d.CaseId == @case.Id).OrderBy(d => d.Id).ToListAsync(cancellation)).Select(d => new
            {
                d.Id,
                d.InquiryId,
                d.AuthorId,
                d.ChangedById,
                d.SavedAt,
                d.HeldFor,
                d.SignedAt,
                d.SentBackById,
                d.SentBackWhy,
                Content = LetterContent.Read(d.Content),
            }),
            Decisions = await OfCase<Decision>(d => d.CaseId == @case.Id).OrderBy(d => d.Id).ToListAsync(cancellation),
            AnswerRatings = await OfCase<AnswerRating>(r => r.CaseId == @case.Id).OrderBy(r => r.Id).ToListAsync(cancellation),
            LetterChecks = await OfCase<GuardOverride>(o => o.CaseId == @case.Id).OrderBy(o => o.Id).ToListAsync(cancellation),
            Deadlines = await OfCase<RunningDeadline>(d => d.CaseId == @case.Id).OrderBy(d => d.Id).ToListAsync(cancellation),
            SafetyAlerts = await OfCase<SafetyAlert>(a => a.CaseId == @case.Id).OrderBy(a => a.Id).ToListAsync(cancellation),
            InformationRequests = await OfCase<InformationRequest>(r => r.CaseId == @case.Id).OrderBy(r => r.Id).ToListAsync(cancellation),
            Messages = await OfCase<Message>(m => m.CaseId == @case.Id).OrderBy(m => m.Id).ToListAsync(cancellation),
            Notes = await OfCase<CaseNote>(n => n.CaseId == @case.Id).OrderBy(n => n.Id).ToListAsync(cancellation),
            PhoneCalls = await OfCase<PhoneCall>(c => c.CaseId == @case.Id).OrderBy(c => c.Id).ToListAsync(cancellation),
            Referrals = await OfCase<Referral>(r => r.CaseId == @case.Id).OrderBy(r => r.Id).ToListAsync(cancellation),
            Routing = await OfCase<RoutingDecision>(d => d.CaseId == @case.Id).OrderBy(d => d.Id).ToListAsync(cancellation),
            Documents = documents,
            Activity = await OfCase<ActivityEntry>(a => a.CaseId == @case.Id).OrderBy(a => a.Id).ToListAsync(cancellation),
            Staff = await db.Set<StaffMember>().Select(s => new { s.Id, s.DisplayName }).ToListAsync(cancellation),
        };
    }

    private static object? SignatureOf(PrivacyRelease release, CaseCipher cipher) => release.Signature is not { } s ? null : new
    {
        s.TemplateId,
        s.TemplateVersion,
        Text = ReleaseJson.Text(cipher, s),
        s.TextSha256,
        s.NameAsTyped,
        s.SignedAt,
        s.Method,
        s.Assurance,
        s.RemoteAddress,
        s.UserAgent,
        s.OutsideUnitedStates,
        s.PdfSha256,
        s.VerificationCode,
        s.CopyDeliveredAt,
    };

    private IQueryable<T> OfCase<T>(System.Linq.Expressions.Expression<Func<T, bool>> isOfCase) where T : class =>
        db.Set<T>().AsNoTracking().Where(isOfCase);

    private static FileStream Create(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        DurableDirectory.Create(Path.GetDirectoryName(path)!);
        return new FileStream(path, DurableDirectory.NewPrivateFile());
    }
}
