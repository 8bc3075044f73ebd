using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Corrections;

/// <summary>Puts corrected contact data wherever a case keeps a copy of it, so that nothing goes to the old one anymore.</summary>
public sealed class ContactChange(
    PortalDb db, Vault vault, BlindIndex index, CaseWords words, ConstituentMatch people, HomeFinding homes, OfficePractice practice)
{
    /// <summary>The longest name or line.</summary>
    public const int MaxLine = 128;

    /// <summary>Whoever writes to us in a case: the helper, or else the person.</summary>
    public static PersonAnswers WriterOf(Case @case, ContactData contact) => @case.HelperWrites ? contact.Helper : contact.Person;

    /// <summary>Changes the case. Returns what was changed, or why it can't be. Doesn't save.</summary>
    public async Task<(IReadOnlyList<ContactField> Fields, Outcome? Problem)> ApplyAsync(
        Act act, Case @case, ContactData contact, CancellationToken cancellation)
    {
        var cipher = await vault.OpenAsync(@case.Id, cancellation);
        var request = await db.Set<HelpRequest>().SingleAsync(r => r.Id == @case.Id, cancellation);
        var before = RequestJson.Unseal(cipher, request);
        var fields = ContactData.Of(before).DifferencesTo(contact);
        if (fields.Count == 0)
            return (fields, null);
        if (FindProblem(@case, contact, fields) is { } problem)
            return (fields, problem);
        var after = contact.Into(before);
        request.SealedContact = RequestJson.SealContact(cipher, contact);
        if (fields.Contains(ContactField.Name))
            await RenameAsync(act, @case, after, cancellation);
        if (fields.Contains(ContactField.Address))
            (@case.Residency, @case.Zip) = (
                await homes.OfAsync(contact.Address, cancellation), ZipCode.TryParse(contact.Address.Zip, out var zip) ? zip.Five : null);
        (@case.PhoneIndex, @case.HelperPhoneIndex) = (
            PhoneNumber.IndexOf(contact.Person.Phone, index), @case.HelperWrites ? PhoneNumber.IndexOf(contact.Helper.Phone, index) : null);
        var writes = Address(WriterOf(@case, contact).Email);
        var isNewAddress = !string.Equals(@case.ContactEmail?.Text, writes?.Text, StringComparison.OrdinalIgnoreCase);
        (@case.ContactEmail, @case.ContactEmailIndex) = (writes?.Text, writes is { } known ? index.Of("email", known.Normalized) : null);
        foreach (var (from, to) in new[] { (before.Person.Email, contact.Person.Email), (before.Helper.Email, contact.Helper.Email) })
            if (Address(from) is var old && !IsSame(old, Address(to)))
                await MoveAsync(act, @case, (old, Address(to)), contact, cancellation);
        if (isNewAddress)
            AskToConfirm(act, @case, after);
        await ChangeReleasesAsync(act, @case, before, after, cipher, cancellation);
        await EndAccessAsync(act, @case, before, after, cancellation);
        return (fields, null);
    }

    /// <summary>Why a case can't have this contact data; null if it can.</summary>
    internal static Outcome.Refused? FindProblem(Case @case, ContactData contact, IReadOnlyList<ContactField> changed)
    {
        var writer = WriterOf(@case, contact);
        string?[] lines = [contact.Person.FirstName, contact.Person.LastName, contact.Helper.FirstName, contact.Helper.LastName, contact.OrganizationName];
        if (!contact.Person.IsNamed || !writer.IsNamed || lines.Any(l => l?.Length > MaxLine))
            return new("Enter the full name, with each part in 128 characters or fewer.");
        if (new[] { contact.Person.Email, contact.Helper.Email }.Any(e => !string.IsNullOrWhiteSpace(e) && Address(e) is null))
            return new("Enter an email address such as name@example.com, or leave this blank.");
        if (Address(writer.Email) is null && !PhoneNumber.CanBeCalled(writer.Phone))
            return new("Enter an email address or phone number so we can reach you.");
        return changed.Contains(ContactField.Address) && !contact.Address.IsWhole ? new("Enter the whole address.") : null;
    }

    // A request that staff wrote down is confirmed at the person's own address. A code that went to a wrong one confirmed nothing.
    private void AskToConfirm(Act act, Case @case, RequestAnswers after)
    {
        if (act.Actor.Kind == ActorKind.Staff)
            @case.UnconfirmCode();
        if (@case is { IsConfirmed: false, IsClosed: false, ContactEmail: { } email, PromisedOn: { } promised })
            db.Queue(
                act.At, new RequestTakenMail(@case.Reference, promised, IsSame(Address(ReleaseRequest.SignerEmailOf(after)), Address(email.Text))),
                new(email, @case.Language), @case.Id, Guid.CreateVersion7(new DateTimeOffset(act.At)));
    }

    private static EmailAddress? Address(string? typed) => EmailAddress.TryParse(typed, out var email) ? email : null;

    private async Task RenameAsync(Act act, Case @case, RequestAnswers after, CancellationToken cancellation)
    {
        var name = after.CaseName;
        @case.PersonName = name;
        var entries = await db.Set<CaseIndexEntry>().Where(e => e.CaseId == @case.Id).ToListAsync(cancellation);
        var wanted = words.For(@case.Id, @case.Reference, name).ToDictionary(e => e.Word);
        db.RemoveRange(entries.Where(e => !wanted.ContainsKey(e.Word)));
        db.AddRange(wanted.Values.ExceptBy(entries.Select(e => e.Word), e => e.Word));
        if (after.Person.BornOn is { } born)
            @case.ConstituentId = (await people.FindOrAddAsync(name, born, act.At, cancellation)).Id;
    }

    // The person's own releases. What the signer has confirmed stays as confirmed; it is theirs to change.
    private async Task ChangeReleasesAsync(
        Act act, Case @case, RequestAnswers before, RequestAnswers after, CaseCipher cipher, CancellationToken cancellation)
    {
        var (old, @new) = (Address(ReleaseRequest.SignerEmailOf(before)), Address(ReleaseRequest.SignerEmailOf(after)));
        var office = await practice.OfficeAsync(cancellation);
        foreach (var release in await db.Set<PrivacyRelease>().Where(r => r.CaseId == @case.Id && r.PartyId == @case.Id).ToListAsync(cancellation))
        {
            var moved = old?.Text != @new?.Text && string.Equals(release.SignerEmail?.Text, old?.Text, StringComparison.OrdinalIgnoreCase);
            if (moved)
                (release.SignerEmail, release.SignerEmailIndex) = (@new?.Text, @new is { } known ? index.Of("email", known.Normalized) : null);
            if (release.Status != ReleaseStatus.Requested)
                continue;
            var details = ReleaseJson.Details(cipher, release);
            if (!details.Confirmed)
                Refill(release, details, before, after, cipher);
            if (moved && @new is { } signer && !IsOnItsWay(release, signer) && SignerMail.From(office, after) is { } mailing)
                db.Queue(
                    act.At, mailing.For(@case, release, await db.AgencyOfAsync(release, cancellation)), new(signer.Text, release.Language),
                    @case.Id, Guid.CreateVersion7(new DateTimeOffset(act.At)));
        }
    }

    private static void Refill(PrivacyRelease release, ReleaseDetails details, RequestAnswers before, RequestAnswers after, CaseCipher cipher)
    {
        string? Helper(string? name) => name == before.Helper.FullName ? after.Helper.FullName : name;
        var refilled = details with { MayTalkWith = Helper(details.MayTalkWith), SignerName = Helper(details.SignerName) };
        if (release.SubjectName.Text == before.Person.FullName)
        {
            release.SubjectName = after.Person.FullName;
            refilled = refilled with
            {
                LegalName = after.Person.FullName,
                Address = after.Address.OneLine,
                Parts = ReleaseParts.From(after),
                Phone = PhoneNumber.Show(after.Person.Phone),
                Email = after.Person.Email,
            };
        }

        release.SealedDetails = ReleaseJson.Seal(cipher, refilled);
    }

    // An email that asks for this signature and is now redirected needn't be written again.
    private bool IsOnItsWay(PrivacyRelease release, EmailAddress signer)
    {
        var to = db.RecipientIndexOf(signer.Text);
        return db.ChangeTracker.Entries<OutgoingMail>()
            .Any(m => m.Entity.RecipientIndex == to && m.Entity.Payload.Text.Contains(release.LinkToken, StringComparison.Ordinal));
    }

    private static bool IsSame(EmailAddress? one, EmailAddress? other) => string.Equals(one?.Text, other?.Text, StringComparison.OrdinalIgnoreCase);

    // The old address may be a stranger's, so what still waits for it goes to the new one, and both are told.
    private async Task MoveAsync(Act act, Case @case, (EmailAddress? Old, EmailAddress? New) address, ContactData contact, CancellationToken cancellation)
    {
        var (old, @new) = address;
        if (old is { } left && !new[] { contact.Person.Email, contact.Helper.Email }.Any(e => IsSame(old, Address(e))))
            await RedirectAsync(act, @case, left, @new, cancellation);
        var cause = Guid.CreateVersion7(new DateTimeOffset(act.At));
        var writes = IsSame(@new, Address(WriterOf(@case, contact).Email));
        if (old is { } from)
            db.Queue(act.At, new EmailChangedMail(@new is null ? ReaderAddress.Removed : ReaderAddress.Replaced), new(from.Text, @case.Language), null, cause);
        if (@new is { } to)
            db.Queue(act.At, new EmailChangedMail(writes ? ReaderAddress.NewOfWriter : ReaderAddress.New), new(to.Text, @case.Language), @case.Id, cause);
    }

    private async Task RedirectAsync(Act act, Case @case, EmailAddress old, EmailAddress? @new, CancellationToken cancellation)
    {
        var from = db.RecipientIndexOf(old.Text);
        // Another party may share the address.
        var others = await db.Set<PrivacyRelease>().Where(r => r.CaseId == @case.Id && r.PartyId != @case.Id).Select(r => r.LinkToken).ToListAsync(cancellation);
        foreach (var mail in await db.Set<OutgoingMail>()
            .Where(m => m.CaseId == @case.Id && m.RecipientIndex == from && m.SentAt == null).ToListAsync(cancellation))
        {
            if (others.Exists(token => mail.Payload.Text.Contains(token, StringComparison.Ordinal)))
                continue;
            if (@new is { } to)
                mail.Redirect(to.Text, db.RecipientIndexOf(to.Text), act.At);
            else
                db.Remove(mail);
        }
    }

    // Whoever got in with an old address is out, and codes that went there open nothing anymore.
    private async Task EndAccessAsync(Act act, Case @case, RequestAnswers before, RequestAnswers after, CancellationToken cancellation)
    {
        string?[] addresses = [before.Person.Email, before.Helper.Email, ReleaseRequest.SignerEmailOf(before)];
        string?[] remaining = [after.Person.Email, after.Helper.Email, ReleaseRequest.SignerEmailOf(after)];
        var gone = addresses.Select(Address).OfType<EmailAddress>().Where(a => !remaining.Any(r => IsSame(a, Address(r)))).ToList();
        if (gone.Count == 0)
            return;
        var indexes = gone.Select(a => index.Of("email", a.Text.ToUpperInvariant())).ToList();
        var opened = await db.Set<PrivacyRelease>().Where(r => r.CaseId == @case.Id).Select(r => r.Id).ToListAsync(cancellation);
        opened.Add(@case.Id);
        foreach (var code in await db.Set<AccessCode>()
            .Where(c => indexes.Contains(c.EmailIndex) && c.ExpiresAt > act.At && c.UsedAt == null).ToListAsync(cancellation))
            if (code.SubjectId is { } subject && opened.Contains(subject))
                code.UsedAt = act.At;
        db.RemoveRange(await db.Set<Session>().Where(s => s.CaseId == @case.Id).ToListAsync(cancellation));
    }
}
