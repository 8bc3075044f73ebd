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
        var (old, @new) = (@case.ContactEmail?.Text, Address(WriterOf(@case, contact).Email));
        (@case.ContactEmail, @case.ContactEmailIndex) = (@new?.Text, @new is { } known ? index.Of("email", known.Normalized) : null);
        await RedirectAsync(act, @case, before.Person.Email, contact.Person.Email, cancellation);
        await RedirectAsync(act, @case, before.Helper.Email, contact.Helper.Email, cancellation);
        await ChangeReleasesAsync(act, @case, before, after, cipher, cancellation);
        if (!string.Equals(old, @new?.Text, StringComparison.OrdinalIgnoreCase))
            await TellBothAsync(act, @case, old, @new?.Text, cancellation);
        return (fields, null);
    }

    private static Outcome.Refused? FindProblem(Case @case, ContactData contact, IReadOnlyList<ContactField> changed)
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

    private static EmailAddress? Address(string? typed) => EmailAddress.TryParse(typed, out var email) ? email : null;

    private async Task RenameAsync(Act act, Case @case, RequestAnswers after, CancellationToken cancellation)
    {
        var name = after.HelpFor == HelpFor.Organization ? after.OrganizationName!.Trim() : after.Person.FullName;
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
            if (!details.Confirmed && release.SubjectName.Text == before.Person.FullName)
            {
                release.SubjectName = after.Person.FullName;
                release.SealedDetails = ReleaseJson.Seal(cipher, details with
                {
                    LegalName = after.Person.FullName,
                    Address = after.Address.OneLine,
                    Parts = ReleaseParts.From(after),
                    Phone = PhoneNumber.Show(after.Person.Phone),
                    Email = after.Person.Email,
                });
            }

            if (moved && @new is { } signer && !IsOnItsWay(signer) && SignerMail.From(office, after) is { } mailing
                && await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == release.AgencyCode, cancellation) is { } agency)
                db.Queue(act.At, mailing.For(@case, release, agency), new(signer.Text, release.Language), @case.Id, release.Id);
        }
    }

    // An email that asks for the signature and is now redirected needn't be written again.
    private bool IsOnItsWay(EmailAddress signer)
    {
        var to = db.RecipientIndexOf(signer.Text);
        return db.ChangeTracker.Entries<OutgoingMail>().Any(m => m.Entity.RecipientIndex == to && m.Entity.Kind.StartsWith("ReleaseRequested", StringComparison.Ordinal));
    }

    // The old address may be a stranger's, so what still waits for it goes to the new one.
    private async Task RedirectAsync(Act act, Case @case, string? old, string? @new, CancellationToken cancellation)
    {
        if (Address(old) is not { } before || string.Equals(before.Text, Address(@new)?.Text, StringComparison.OrdinalIgnoreCase))
            return;
        var from = db.RecipientIndexOf(before.Text);
        foreach (var mail in await db.Set<OutgoingMail>()
            .Where(m => m.CaseId == @case.Id && m.RecipientIndex == from && m.SentAt == null).ToListAsync(cancellation))
        {
            if (Address(@new) is { } to)
                mail.Redirect(to.Text, db.RecipientIndexOf(to.Text), act.At);
            else
                db.Remove(mail);
        }
    }

    // Whoever got in with the old address is out.
    private async Task TellBothAsync(Act act, Case @case, string? old, string? @new, CancellationToken cancellation)
    {
        var cause = Guid.CreateVersion7(new DateTimeOffset(act.At));
        if (old is not null)
            db.Queue(act.At, new EmailChangedMail(IsNew: false), new(old, @case.Language), null, cause);
        if (@new is not null)
            db.Queue(act.At, new EmailChangedMail(IsNew: true), new(@new, @case.Language), @case.Id, cause);
        db.RemoveRange(await db.Set<Session>().Where(s => s.CaseId == @case.Id).ToListAsync(cancellation));
    }
}
