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
/// Signs a release electronically (15 USC 7001): the text as shown is frozen, the PDF sealed, older releases of the same
/// person for the same agency superseded. Signed for somebody else or with another name, it waits until staff accept it.
/// </summary>
public sealed class SignRelease(PortalDb db, Vault vault, ReleaseSealing sealing, ReleaseTexts texts, ReleaseForms forms, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The longest reason for another name, in characters.</summary>
    public const int MaxReason = 300;

    /// <summary>The release, what was shown, what was typed, and where it came from.</summary>
    public sealed record Command(
        Guid ReleaseId, string ShownSha256, bool AgreedToSignElectronically, string TypedName,
        string RemoteAddress, string UserAgent, IdentityAssurance Assurance)
    {
        /// <summary>Witnesses of a mark, the interpreter, why the name differs.</summary>
        public SigningCeremony Ceremony { get; init; } = new();

        /// <summary>A drawn signature as PNG; an extra, never needed.</summary>
        public byte[]? Drawing { get; init; }
    }

    /// <summary>The document is not the one that was shown: it has to be read again.</summary>
    public sealed record TextChanged : Outcome;

    /// <summary>The name is not the one in the document. The signer may say why and sign all the same.</summary>
    public sealed record NameDiffers(string Expected) : Outcome;

    /// <summary>Signs. Signing a signed release again changes nothing.</summary>
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
        var agency = await db.Set<Agency>().SingleAsync(a => a.Code == release.AgencyCode, cancellation);
        if (!agency.TakesElectronic)
            return new Outcome.Refused("{0} accepts only ink signatures. We've filled in the form for you to print.", agency.WithArticle(release.Language));
        var cipher = await vault.OpenAsync(@case.Id, cancellation);
        var details = ReleaseJson.Details(cipher, release);
        var text = await texts.ComposeAsync(details, agency, release.Language, cancellation);
        var form = await forms.FindAsync(agency, details, @case.Reference, cancellation);
        if (ReleaseForm.Sha256Of(text, form) != command.ShownSha256)
            return new TextChanged();
        if (Broken(command, release, details, agency) is { } broken)
            return broken;

        var now = clock.GetUtcNow().UtcDateTime;
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office hasn't been set up yet.");
        var made = await sealing.SealAsync(
            new(release, @case, agency, office, details, text, cipher)
            {
                Name = command.TypedName,
                Form = form?.Form,
                SignedAt = now,
                Assurance = command.Assurance,
                RemoteAddress = command.RemoteAddress,
                UserAgent = command.UserAgent,
                Ceremony = command.Ceremony,
                Drawing = command.Drawing,
            }, cancellation);
        var toCheck = details.Capacity != SignerCapacity.Self || made.Signature.NameDiffers;
        release.Sign(made.Signature, made.ExpiresOn, toCheck);
        if (!toCheck)
            await db.SupersedeByAsync(release, now, cancellation);
        @case.EndAsk(release.Id);
        db.Record(this, now, actor, @case.Id, new ReleaseSigned(release.Id, release.AgencyCode, made.Signature.Method, made.Signature.Assurance,
            made.Signature.TemplateId, made.Signature.TemplateVersion, made.Signature.TextSha256, made.Signature.PdfSha256, made.ExpiresOn, toCheck));
        if (release.SignerEmail is { } email)
            db.Queue(now, new ReleaseSignedMail(release.LinkToken), email, release.Language, @case.Id, release.Id);
        return await sealing.CommitAsync(made, cancellation);
    }

    private static Outcome? Broken(Command command, PrivacyRelease release, ReleaseDetails details, Agency agency)
    {
        if (!command.AgreedToSignElectronically)
            return new Outcome.Refused("Check the box to sign electronically, or print the form and sign it in ink.");
        if (details.Capacity != SignerCapacity.Self && release.ProofDocumentId is null)
            return new Outcome.Refused("First add the proof that you can sign for this person.");
        if (command.Ceremony.NameDifference is { Length: > MaxReason })
            return new Outcome.Refused("Enter why your name is different, up to 300 characters.");
        if (details.ByMark && !command.TypedName.Trim().Equals("X", StringComparison.OrdinalIgnoreCase))
            return new Outcome.Refused("Type X as your mark.");
        if (details.ByMark && SignerRules.BrokenWitnesses(command.Ceremony.Witnesses, details, agency) is { } broken)
            return broken;
        if (details.InterpreterLanguage is not null && (command.Ceremony.Interpreter is not { } interpreter || interpreter.Name.Trim().Length is 0 or > 260 || interpreter.Address.Trim().Length is 0 or > 400))
            return new Outcome.Refused("Enter the interpreter's name and address.");
        return details.ByMark || PersonName.Matches(command.TypedName, details.WhoSigns) || (command.Ceremony.NameDifference is not null && PersonName.Normalize(command.TypedName).Length > 0)
            ? null
            : new NameDiffers(details.WhoSigns);
    }
}

internal static class Superseding
{
    /// <summary>The older releases of the same person for the same agency end; nothing is saved yet.</summary>
    public static async Task SupersedeByAsync(this PortalDb db, PrivacyRelease signed, DateTime now, CancellationToken cancellation)
    {
        foreach (var older in await db.Set<PrivacyRelease>()
            .Where(r => r.CaseId == signed.CaseId && r.AgencyCode == signed.AgencyCode && r.PartyId == signed.PartyId && r.Id != signed.Id && r.Status == ReleaseStatus.Signed)
            .ToListAsync(cancellation))
            older.Supersede(signed.Id, now);
    }
}
