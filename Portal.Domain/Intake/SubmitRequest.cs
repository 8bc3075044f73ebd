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
using Portal.Domain.Topics;

namespace Portal.Domain.Intake;

/// <summary>
/// Turns a draft into a case: reference, promise, release to sign, acknowledgment, all in one save.
/// A double submit gives the same case twice.
/// </summary>
public sealed class SubmitRequest(
    PortalDb db, Vault vault, SecretCode secrets, BlindIndex index, TopicCatalog topics, ResidencyCheck residency, Calendars calendars,
    OfficePractice practice, ReleaseRequest releases, MailLimit limit, TimeProvider clock)
{
    /// <summary>The draft, and why the bot check wants staff to look twice; null when it does not.</summary>
    public sealed record Command(string Token, string? ReviewReason);

    /// <summary>There is a case now, or was already.</summary>
    public sealed record Submitted(Guid CaseId, string Reference) : Outcome.Success;

    /// <summary>Something is missing; the page leads to the first of these steps.</summary>
    public sealed record Incomplete(IReadOnlyList<RequestStep> Steps) : Outcome;

    /// <summary>Submits.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, CancellationToken cancellation)
    {
        var hash = secrets.Hash(Drafts.TokenPurpose, "", command.Token);
        var request = await db.Set<HelpRequest>().SingleOrDefaultAsync(r => r.TokenHash == hash, cancellation);
        if (request is null || !request.IsWithinReach(clock.GetUtcNow().UtcDateTime))
            return new Outcome.NotFound();
        if (!request.IsDraft)
            return await AlreadyAsync(request.Id, cancellation);
        var cipher = await vault.OpenAsync(request.Id, cancellation);
        var answers = RequestJson.Unseal(cipher, request);
        var topic = await topics.FindAsync(answers.TopicCode, cancellation);
        if (RequestGaps.Find(answers, topic) is { Count: > 0 } gaps)
            return new Incomplete(gaps);

        var outcome = await SubmitAsync(command, request, answers, topic, cipher, cancellation);
        return outcome is Outcome.Stale ? await AlreadyAsync(request.Id, cancellation) : outcome;
    }

    private async Task<Outcome> SubmitAsync(
        Command command, HelpRequest request, RequestAnswers answers, TopicCard? topic, CaseCipher cipher, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var priority = Triage.PriorityOf(answers, calendar.DayOf(now));
        var constituent = await PersonAsync(answers, now, cancellation);
        var @case = Open(command, request, answers, topic, constituent, priority, await ResidenceAsync(answers, cancellation), now);
        @case.Promise(UpdatePromise.First(calendar, now, priority));
        request.Submit(now);
        db.Add(@case);
        db.AddRange(CaseIndexEntry.For(@case.Id, @case.Reference, constituent.Name));
        var actor = Actor.Constituent(@case.Id);
        db.Record(this, now, actor, @case.Id, new RequestSubmitted(@case.TopicCode, @case.AgencyCode, priority, @case.Residency, @case.PromisedOn!.Value));
        var release = await ReleaseAsync(@case, answers, topic, cipher, actor, now, cancellation);
        if (@case.ContactEmail is { } email && await MayBeMailedAsync(@case, now, cancellation))
        {
            var signsHere = release?.SignerEmail is { } signer && string.Equals(signer, email, StringComparison.OrdinalIgnoreCase);
            var inInk = signsHere && await db.FindAsync<Agency>([release!.AgencyCode], cancellation) is { TakesElectronic: false };
            db.Queue(now, new AcknowledgmentMail(@case.Reference, @case.PromisedOn.Value, signsHere ? release!.LinkToken : null, inInk), email, @case.Language, @case.Id, @case.Id);
        }

        return await db.CommitAsync(cancellation, new Submitted(@case.Id, @case.Reference));
    }

    // A request the bot check doubts may carry anybody's address.
    private async Task<bool> MayBeMailedAsync(Case @case, DateTime now, CancellationToken cancellation)
    {
        var since = now - limit.Window;
        return @case.ReviewReason is null
            || await db.Set<Case>().CountAsync(c => c.ContactEmailIndex == @case.ContactEmailIndex && c.ReceivedAt > since, cancellation) < limit.Most;
    }

    private async Task<bool> MaySignerBeMailedAsync(Case @case, RequestAnswers answers, DateTime now, CancellationToken cancellation)
    {
        var (since, signer) = (now - limit.Window, answers.Person.Email?.Trim() ?? "");
        if (@case.ReviewReason is null)
            return true;
        var asked = await db.Set<PrivacyRelease>().Where(r => r.Status == ReleaseStatus.Requested && r.RequestedAt > since && r.SignerEmail != null).Select(r => r.SignerEmail).ToListAsync(cancellation);
        return asked.Count(email => string.Equals(email, signer, StringComparison.OrdinalIgnoreCase)) < limit.Most;
    }

    private Case Open(
        Command command, HelpRequest request, RequestAnswers answers, TopicCard? topic, Constituent person, Priority priority, ResidencyFinding residence, DateTime now)
    {
        var writer = answers.HelpFor == HelpFor.SomeoneElse ? answers.Helper : answers.Person;
        var email = EmailAddress.TryParse(writer.Email, out var address) ? address.Text : null;
        return new Case
        {
            Id = request.Id,
            Reference = CaseReference.Create().ToString(),
            ConstituentId = person.Id,
            Priority = priority,
            TopicCode = topic?.Code,
            AgencyCode = topic?.Agency,
            Language = answers.Language ?? request.Language,
            SpokenLanguage = answers.SpokenLanguage,
            Residency = residence,
            Zip = ZipCode.TryParse(answers.Address.Zip, out var zip) ? zip.Five : null,
            ReceivedAt = now,
            SafetyAlert = Triage.MentionsSelfHarm(answers),
            HelperWrites = answers.HelpFor == HelpFor.SomeoneElse,
            ReviewReason = command.ReviewReason,
            ContactEmail = email,
            ContactEmailIndex = email is null ? null : index.Of("email", address.Normalized),
            PhoneIndex = PhoneNumber.IndexOf(answers.Person.Phone, index),
            HelperPhoneIndex = answers.HelpFor == HelpFor.SomeoneElse ? PhoneNumber.IndexOf(answers.Helper.Phone, index) : null,
        };
    }

    private async Task<ResidencyFinding> ResidenceAsync(RequestAnswers answers, CancellationToken cancellation)
    {
        if (!UsState.TryParse(answers.Address.State, out var state) || !ZipCode.TryParse(answers.Address.Zip, out var zip) || await practice.OfficeAsync(cancellation) is null)
            return ResidencyFinding.NotChecked;
        return ResidencyFindings.Of(await residency.RunAsync(new HomeAddress(state, zip, answers.Address.Line1, answers.Address.City), cancellation));
    }

    // The same name and date of birth is the same person; without a date of birth nobody is taken for somebody else.
    private async Task<Constituent> PersonAsync(RequestAnswers answers, DateTime now, CancellationToken cancellation)
    {
        var name = answers.HelpFor == HelpFor.Organization ? answers.OrganizationName!.Trim() : answers.Person.FullName;
        var identity = answers.Person.BornOn is { } born ? index.Of("person", $"{PersonName.Normalize(name)}/{born:yyyy-MM-dd}") : null;
        if (identity is not null && await db.Set<Constituent>().FirstOrDefaultAsync(p => p.IdentityIndex == identity, cancellation) is { } known)
            return known;
        var person = new Constituent { Id = Guid.CreateVersion7(new DateTimeOffset(now)), Name = name, IdentityIndex = identity, FirstSeenAt = now };
        db.Add(person);
        return person;
    }

    private async Task<PrivacyRelease?> ReleaseAsync(
        Case @case, RequestAnswers answers, TopicCard? topic, CaseCipher cipher, Actor actor, DateTime now, CancellationToken cancellation)
    {
        if (topic is not { Outcome: TopicOutcome.Casework })
            return null;
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == topic.Agency, cancellation);
        if (agency is null or { Signature: SignatureClass.None })
            return null;
        var mailing = answers.HelpFor == HelpFor.SomeoneElse && await MaySignerBeMailedAsync(@case, answers, now, cancellation)
            ? SignerMail.From(await practice.OfficeAsync(cancellation), answers) : null;
        return releases.Prepare(@case, agency, answers, topic, cipher, mailing, actor, now);
    }

    private async Task<Outcome> AlreadyAsync(Guid id, CancellationToken cancellation) =>
        await db.Set<Case>().Where(c => c.Id == id).Select(c => c.Reference).SingleOrDefaultAsync(cancellation) is { } reference
            ? new Submitted(id, reference)
            : new Outcome.Stale();
}
