using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// Signs a release electronically (15 USC 7001). The text as shown is frozen, the PDF is sealed, and older releases of the
/// same person for the same agency are superseded. If signed for someone else or under a different name, it waits for
/// staff to accept it.
/// </summary>
public sealed class SignRelease(
    PortalDb db, Vault vault, ReleaseSealing sealing, ReleaseTexts texts, ReleaseForms forms,
    OfficePractice practice, TimeProvider clock)
{
    /// <summary>The longest explanation of a different name, in characters.</summary>
    public const int MaxReason = 300;

    /// <summary>The release, the hash of the text shown, what was typed, and where it came from.</summary>
    public sealed record Command(
        Guid ReleaseId, string ShownSha256, bool AgreedToSignElectronically, string TypedName, SigningDevice Device, IdentityAssurance Assurance)
    {
        /// <summary>Witnesses to a mark, the interpreter, and why the name differs.</summary>
        public SigningCeremony Ceremony { get; init; } = new();

        /// <summary>The optional drawn signature, as PNG; null for none.</summary>
        public byte[]? Drawing { get; init; }
    }

    /// <summary>The document has changed since it was shown and has to be read again.</summary>
    public sealed record TextChanged : Outcome;

    /// <summary>The name isn't the one in the document. The signer may explain why and sign anyway.</summary>
    public sealed record NameDiffers(string Expected) : Outcome;

    /// <summary>Signs the release. Signing it again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == release.CaseId, cancellation);
        if (actor.DemandRelease(release, @case, Permission.OwnCase) is { } refusal)
            return refusal;
        if (release.Status == ReleaseStatus.Signed || release is { Status: ReleaseStatus.Checking, Signature: not null })
            return Outcome.Done;
        if (release.Status != ReleaseStatus.Requested || @case.IsClosed)
            return new Outcome.Refused("This release no longer needs a signature.");
        var agency = await db.AgencyOfAsync(release, cancellation);
        if (!agency.TakesElectronic)
            return new Outcome.Refused("{0} accepts only ink signatures. We've filled in the form for you to print.", agency.WithArticle(release.Language));
        var cipher = await vault.OpenAsync(@case.Id, cancellation);
        var details = ReleaseJson.Details(cipher, release);
        var text = await texts.ComposeAsync(details, agency, release.Language, cancellation);
        var form = await forms.FindAsync(agency, details, @case.Reference, cancellation);
        if (ReleaseForm.Sha256Of(text, form) != command.ShownSha256)
            return new TextChanged();
        if (FindProblem(command, release, details, agency) is { } problem)
            return problem;

        var now = clock.GetUtcNow().UtcDateTime;
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office hasn't been set up yet.");
        var made = await sealing.SealAsync(
            new(release, @case, agency, office, details, text)
            {
                Cipher = cipher,
                Name = command.TypedName,
                Form = form?.Form,
                SignedAt = now,
                Assurance = command.Assurance,
                Device = command.Device,
                Ceremony = command.Ceremony,
                Drawing = command.Drawing,
            }, cancellation);
        var toCheck = details.Capacity != SignerCapacity.Self || made.Signature.NameDiffers;
        release.Sign(made.Signature, made.ExpiresOn, toCheck);
        if (!toCheck)
            await db.SupersedeByAsync(release, now, cancellation);
        @case.EndAsk(release.Id);
        db.Record(this, now, actor, @case.Id, new ReleaseSigned(release.Id, release.AgencyCode, made.Signature.Method, made.Signature.Assurance)
        {
            TemplateId = made.Signature.TemplateId,
            TemplateVersion = made.Signature.TemplateVersion,
            TextSha256 = made.Signature.TextSha256,
            PdfSha256 = made.Signature.PdfSha256,
            ExpiresOn = made.ExpiresOn,
            ToCheck = toCheck,
        });
        if (!toCheck && release.PartyId == @case.Id)
            db.ConfirmBySignature(new(this, actor, now), @case);
        if (release.SignerEmail is { } email)
            db.Queue(now, new ReleaseSignedMail(release.LinkToken), new(email, release.Language), @case.Id, release.Id);
        return await sealing.CommitAsync(made, cancellation);
    }

    private static Outcome? FindProblem(Command command, PrivacyRelease release, ReleaseDetails details, Agency agency)
    {
        if (!command.AgreedToSignElectronically)
            return new Outcome.Refused("Check the box to sign electronically, or print the form and sign it in ink.");
        if (details.Capacity != SignerCapacity.Self && release.ProofDocumentId is null)
            return new Outcome.Refused("First add the proof that you can sign for this person.");
        if (command.Ceremony.NameDifference is { Length: > MaxReason })
            return new Outcome.Refused("Enter why your name is different, up to 300 characters.");
        if (details.ByMark && !command.TypedName.Trim().Equals("X", StringComparison.OrdinalIgnoreCase))
            return new Outcome.Refused("Type X as your mark.");
        if (details.ByMark && SignerRules.BrokenWitnesses(command.Ceremony.Witnesses, details, agency) is { } problem)
            return problem;
        if (details.InterpreterLanguage is not null
            && (command.Ceremony.Interpreter is not { } interpreter
                || interpreter.Name.Trim().Length is 0 or > 260
                || interpreter.Address.Trim().Length is 0 or > 400))
            return new Outcome.Refused("Enter the interpreter's name and address.");
        var isExplained = command.Ceremony.NameDifference is not null && PersonName.Normalize(command.TypedName).Length > 0;
        return details.ByMark || PersonName.Matches(command.TypedName, details.WhoSigns) || isExplained
            ? null
            : new NameDiffers(details.WhoSigns);
    }
}

internal static class Superseding
{
    /// <summary>Ends older releases of the same person for the same agency. Doesn't save.</summary>
    public static async Task SupersedeByAsync(this PortalDb db, PrivacyRelease signed, DateTime now, CancellationToken cancellation)
    {
        foreach (var older in await db.Set<PrivacyRelease>()
            .Where(r => r.CaseId == signed.CaseId && r.AgencyCode == signed.AgencyCode && r.PartyId == signed.PartyId
                && r.Id != signed.Id && r.Status == ReleaseStatus.Signed)
            .ToListAsync(cancellation))
            older.Supersede(signed.Id, now);
    }
}
