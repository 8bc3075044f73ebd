using Portal.Domain.Agencies;
using Portal.Domain.Calls;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.Domain.Intake;

/// <summary>
/// Opens a case that staff write down for somebody who called, wrote, or came in. It waits for the person to confirm it; until then,
/// nothing goes to an agency in their name.
/// </summary>
public sealed class OpenCase(PortalDb db, Drafts drafts, Vault vault, TopicCatalog topics, CaseOpening opening, FirstRelease releases, TimeProvider clock)
{
    /// <summary>The longest story, in characters.</summary>
    public const int MaxLength = 10_000;

    private const int MaxName = 100;
    private const int MostYears = 120;

    /// <summary>What staff wrote down; <paramref name="Key"/> becomes the case's id and keeps a double-click from opening two.</summary>
    public sealed record Command(Guid Key, Door Door, RequestAnswers Answers)
    {
        /// <summary>What staff have to know before they contact the person, such as "large print".</summary>
        public string? BeforeContact { get; init; }

        /// <summary>The word agreed on for later calls.</summary>
        public string? CallWord { get; init; }

        /// <summary>The call it was written down from, which is filed on it; null when there was none.</summary>
        public Guid? CallId { get; init; }

        /// <summary>Whether the case is assigned to whoever wrote it down, and accepted.</summary>
        public bool Takes { get; init; }
    }

    /// <summary>There is a case now.</summary>
    public sealed record Opened(Guid CaseId, string Reference) : Outcome.Success;

    /// <summary>Opens the case.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        // A key that somebody else's request has is no double click.
        if (await db.FindAsync<Case>([command.Key], cancellation) is { } known)
            return known.OpenedById == actor.Id && known.Door == command.Door ? new Opened(known.Id, known.Reference) : new Outcome.Stale();
        if (command.Door == Door.Web)
            return new Outcome.Refused("Choose how the person reached us.");
        if (TextLength.Of(command.BeforeContact) > ChangeAccommodation.MaxLength || TextLength.Of(command.CallWord) > ChangeAccommodation.MaxLength)
            return new Outcome.Refused("Shorten what to know before contacting them, and the call word, to 300 characters or fewer each.");
        var answers = command.Answers with { Address = Tidy(command.Answers.Address), Language = command.Answers.Language == "es" ? "es" : "en" };
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        answers = answers with { Signing = SigningOf(answers, today) };
        if (Missing(answers, today) is { } missing)
            return new Outcome.Refused(missing);
        var now = clock.GetUtcNow().UtcDateTime;
        var topic = await topics.FindAsync(answers.TopicCode, cancellation);
        var cipher = vault.Create(command.Key);
        var request = new HelpRequest
        {
            Id = command.Key,
            TokenHash = drafts.HashOf(SecretCode.NewToken()),
            Language = answers.Language!,
            SealedAnswers = RequestJson.Seal(cipher, answers with { TopicUnsure = topic is null, UrgencyAnswered = true }),
            StartedAt = now,
            ChangedAt = now,
        };
        request.Submit(now);
        db.Add(request);
        var arrival = new CaseOpening.Arrival
        {
            Door = command.Door,
            OpenedById = actor.Id,
            BeforeContact = ChangeAccommodation.Clean(command.BeforeContact),
            CallWord = ChangeAccommodation.Clean(command.CallWord),
        };
        var @case = await opening.OpenAsync(request, answers, topic, arrival, now, cancellation);
        var act = new Act(this, actor, now);
        db.Record(act, @case.Id, new RequestSubmitted(@case.TopicCode, @case.AgencyCode, @case.Priority, @case.Residency, @case.PromisedOn!.Value) { Door = command.Door });
        if (command.Takes)
            Take(act, @case);
        await opening.AlarmAsync(act, @case, answers, cancellation);
        var release = await releases.PrepareAsync(act, @case, answers, topic, cipher, cancellation);
        if (command.CallId is { } id && await db.FindAsync<OfficeCall>([id], cancellation) is { } call)
        {
            if (@case.Danger is null && SafetyWords.Find(call.Body) is { } said)
                await opening.AlarmAsync(act, @case, said, call.Id, cancellation);
            call.MoveTo(@case, db, act);
            await vault.EraseAsync(id, cancellation);
        }

        if (@case.ContactEmail is { } email)
        {
            var signs = release?.SignerEmail is { } signer && string.Equals(signer, email, StringComparison.OrdinalIgnoreCase);
            db.Queue(now, new RequestTakenMail(@case.Reference, @case.PromisedOn!.Value, signs), new(email, @case.Language), @case.Id, @case.Id);
        }

        return await db.CommitAsync(cancellation, new Opened(@case.Id, @case.Reference));
    }

    private void Take(Act act, Case @case)
    {
        @case.AssignTo(act.Actor.Id);
        @case.RoutedAt = act.At;
        @case.Accept(act.At);
        db.Record(act, @case.Id, new CaseAssigned(null, act.Actor.Id));
        db.Record(act, @case.Id, new CaseAccepted());
    }

    // An adult signs. Who may sign for a minor isn't asked in a call; a caseworker finds out before any release is asked for.
    private static SigningAnswers SigningOf(RequestAnswers answers, DateOnly today) => answers.Person.BornOn is { } born && SigningAge.Usual.IsBelow(born, today)
        ? new() { IsMinor = true, CanSign = false, Reason = CannotSign.Minor }
        : new() { CanSign = true };

    private static AddressAnswers Tidy(AddressAnswers address) =>
        address with { State = address.State?.Trim().ToUpperInvariant() is { Length: > 0 } state ? state : null };

    private static string? Missing(RequestAnswers answers, DateOnly today) => answers switch
    {
        { Person.IsNamed: false } => "Enter the person's first and last name. For someone with one name, check “Only one name.”",
        { Person: { FirstName.Length: > MaxName } or { LastName.Length: > MaxName } } => "Enter a name in 100 characters or fewer for each part.",
        { Person.BornOn: { } born } when born > today || born < today.AddYears(-MostYears) => "Check the date of birth. It can't be in the future or more than 120 years ago.",
        { Person.Phone: { Length: > 0 } phone } when !PhoneNumber.CanBeCalled(phone) => "Enter a phone number we can call, or leave it blank.",
        { Address.Zip: { Length: > 0 } zip } when !ZipCode.TryParse(zip, out _) => "Enter a ZIP code with five digits, or leave it blank.",
        { Address.State: { } state } when !UsState.TryParse(state, out _) => "Enter the state's two letters, or leave it blank.",
        { HelpFor: HelpFor.SomeoneElse, Helper: { IsNamed: false } or { FirstName.Length: > MaxName } or { LastName.Length: > MaxName } } => "Enter the helper's first and last name.",
        { HelpFor: HelpFor.SomeoneElse, Relation: null or "" or { Length: > MaxName } } => "Enter how the helper is related to the person.",
        { Helper.Phone: { Length: > 0 } phone } when !PhoneNumber.CanBeCalled(phone) => "Enter a phone number we can call, or leave it blank.",
        { Helper.Email: { Length: > 0 } email } when !EmailAddress.TryParse(email, out _) => "Check the email address. It should look like name@example.com.",
        { Person.Phone: null or "", Helper.Phone: null or "" }
            when !EmailAddress.TryParse(answers.Person.Email, out _) && !EmailAddress.TryParse(answers.Helper.Email, out _) && !answers.Address.IsWhole =>
            "Enter a phone number, an email address, or a mailing address, so that we can reach the person.",
        { Person.Email: { Length: > 0 } email } when !EmailAddress.TryParse(email, out _) => "Check the email address. It should look like name@example.com.",
        { WhatHappened: var story } when string.IsNullOrWhiteSpace(story) || !TextLength.Fits(story, MaxLength) => "Enter what's wrong, in 10,000 characters or fewer.",
        { WhatYouWant: { } want } when !TextLength.Fits(want + " ", MaxLength) => "Enter what they want, in 10,000 characters or fewer.",
        _ => null,
    };
}
