using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>A form that came back signed on paper, and what staff entered about it.</summary>
/// <param name="Details">The release's details.</param>
/// <param name="Cipher">Seals what is kept of it.</param>
public sealed record ReturnedPaper(
    AcceptRelease.Command Command, PrivacyRelease Release, Case Case, Agency Agency, ReleaseDetails Details, CaseCipher Cipher);

/// <summary>Seals what was signed on paper, with its scans. Doesn't save, like <see cref="ReleaseSealing"/>.</summary>
public sealed class PaperSealing(
    PortalDb db, IDocumentStore store, ReleaseSealing sealing, SignedPapers signedPapers, Calendars calendars, OfficePractice practice)
{
    // In bytes, for all scans together: the sealed PDF has to hold every one of them.
    private const long LargestScans = 52_000_000;

    /// <summary>The <see cref="ReleaseSealing.Sealed"/> release, or why something entered can't be right.</summary>
    public async Task<Outcome> SealAsync(ReturnedPaper paper, Actor actor, DateTime now, CancellationToken cancellation)
    {
        var (command, release, @case, agency, details, cipher) = paper;
        var calendar = await calendars.ReadAsync(cancellation);
        if (command.SignedOn is not { } day || day > calendar.DayOf(now) || day < calendar.DayOf(release.RequestedAt).AddYears(-1))
            return new Outcome.Refused("Enter the date written on the form. It can't be in the future.");
        MarkWitness[] witnesses = [.. command.Witnesses.Where(w => !string.IsNullOrWhiteSpace(w.Name + w.Address))];
        if (details.ByMark && SignerRules.BrokenWitnesses(witnesses, details, agency) is { } broken)
            return broken;
        var possible = await signedPapers.OfAsync(release, details, agency, cancellation);
        if ((command.Paper is null ? possible[0] : possible.FirstOrDefault(p => p.Key == command.Paper)) is not { } signed)
            return new Outcome.Refused("Choose which form was signed.");
        var scanned = await ScannedDocumentsAsync(command, release, cancellation);
        if (scanned.Any(p => !p.CanOpen))
            return new Outcome.Refused("This file can't be opened. It's still being checked for viruses, or the check found a threat.");
        var scans = await ScansAsync(scanned, cipher, cancellation);
        if (scans.Sum(s => (long)s.Bytes.Length) > LargestScans)
            return new Outcome.Refused(
                "Together, the scanned files are larger than {0} MB. Ask for a smaller scan, or seal fewer files.", LargestScans / 1_000_000);
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office hasn't been set up yet.");
        return await sealing.SealAsync(
            new(release, @case, agency, office, signed.Details, signed.Text)
            {
                Cipher = cipher,
                Form = signed.Form,
                Name = details.ByMark ? "X" : details.WhoSigns,
                // Noon in the office's time zone: a form has a date but no time.
                SignedAt = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0)), calendar.Zone),
                Method = SigningMethod.Ink,
                Assurance = command.IdentitySeen ? IdentityAssurance.IdentityProofed : IdentityAssurance.None,
                Ceremony = new() { Witnesses = witnesses },
                TranslationCertified = command.Points.Contains(CheckPoint.TranslationCertified),
                Scans = scans,
                CheckedBy = (actor.Id, actor.Name),
            }, cancellation);
    }

    private async Task<List<Document>> ScannedDocumentsAsync(
        AcceptRelease.Command command, PrivacyRelease release, CancellationToken cancellation)
    {
        if (release.PaperDocumentId is not { } first)
            return [];
        List<Guid> wanted = [first, .. command.FurtherPages.Where(p => p != first).Distinct()];
        var found = await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == release.CaseId && wanted.Contains(d.Id)).ToListAsync(cancellation);
        return [.. found.OrderBy(d => wanted.IndexOf(d.Id))];
    }

    private async Task<IReadOnlyList<ScannedPaper>> ScansAsync(List<Document> scanned, CaseCipher cipher, CancellationToken cancellation)
    {
        var scans = new List<ScannedPaper>();
        foreach (var paper in scanned)
        {
            await using var content = await store.OpenReadAsync(cipher, paper.CopyName!, cancellation);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellation);
            scans.Add(new(bytes.ToArray(), paper.ContentType, paper.Sha256));
        }

        return scans;
    }
}
