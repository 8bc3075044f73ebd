using System.Text.Json;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Topics;

namespace Portal.Domain.Demo;

/// <summary>One made-up case with everything that goes with it.</summary>
internal sealed class MadeUpCase(MadeUpFacts facts, BlindIndex index)
{
    private const int OpenPerHundred = 10;
    private const int YearsBack = 10;
    private const int OpenDays = 100;

    private static readonly ClosingReason[] Reasons =
    [
        ClosingReason.ResolvedInFavor, ClosingReason.ResolvedInFavor, ClosingReason.PartlyResolved,
        ClosingReason.DecisionExplained, ClosingReason.InformationGiven,
    ];

    private readonly SeededRandom _random = facts.Random;
    private readonly List<object> _rows = [];
    private Case _case = null!;
    private CaseCipher _cipher = null!;
    private DateTime _now;

    /// <summary>The case's rows, in an order that satisfies their foreign keys.</summary>
    public IReadOnlyList<object> Write(PortalDb db, MasterKeys keys, TimeProvider clock, int number)
    {
        var open = number % 100 < OpenPerHundred;
        var (release, topic) = Receive(db, keys, clock, number, open
            ? facts.Now.AddMinutes(-_random.Below(OpenDays * 1440) - 60)
            : facts.Now.AddMinutes(-_random.Below(YearsBack * 525_600) - (OpenDays * 1440)));
        // Open cases are spread over the stages; closed ones go through all of them.
        PlayTo(release, topic, open ? _random.Below(100) : 100);
        foreach (var row in _rows)
            db.Seal(row, _cipher);
        return _rows;
    }

    private (PrivacyRelease Release, TopicCard Topic) Receive(PortalDb db, MasterKeys keys, TimeProvider clock, int number, DateTime received)
    {
        _now = received;
        var topic = _random.Of(facts.Topics);
        var answers = MadeUpRequest.Answers(facts, topic, number);
        Begin(new Vault(db, keys, clock), answers, topic);
        // The vault added its key to the context, but rows are bulk inserted here, so take it from there.
        _rows.Insert(0, db.ChangeTracker.Entries<DataKey>().Single().Entity);
        db.ChangeTracker.Clear();
        return (Release(answers, topic), topic);
    }

    private void Begin(Vault vault, RequestAnswers answers, TopicCard topic)
    {
        var id = _random.Id(_now);
        _cipher = vault.Create(id);
        var name = answers.Person.FullName;
        var identity = index.Of("person", $"{PersonName.Normalize(name)}/{answers.Person.BornOn:yyyy-MM-dd}");
        var person = new Constituent { Id = _random.Id(_now), IdentityIndex = identity, FirstSeenAt = _now };
        var request = new HelpRequest
        {
            Id = id,
            TokenHash = _random.Text(43),
            Language = answers.Language!,
            SealedAnswers = RequestJson.Seal(_cipher, answers),
            StartedAt = _now,
            ChangedAt = _now,
        };
        request.Submit(_now);
        var email = answers.Person.Email!;
        _case = new Case
        {
            Id = id,
            Reference = _random.Reference(),
            ConstituentId = person.Id,
            PersonName = name,
            Priority = Triage.PriorityOf(answers, facts.Calendar.DayOf(_now)),
            TopicCode = topic.Code,
            AgencyCode = topic.Agency,
            Language = answers.Language!,
            Residency = ResidencyFinding.InDistrict,
            Zip = answers.Address.Zip,
            ReceivedAt = _now,
            RoutedAt = _now,
            ContactEmail = email,
            ContactEmailIndex = index.Of("email", email.ToUpperInvariant()),
            PhoneIndex = PhoneNumber.IndexOf(answers.Person.Phone, index),
        };
        _case.Promise(facts.Calendar.DayOf(facts.Now).AddDays(1 + _random.Below(30)));
        if (facts.Caseworkers.Count > 0)
            _case.AssignTo(_random.Of(facts.Caseworkers));
        _rows.AddRange([person, request, _case, .. new CaseWords(index).For(id, _case.Reference, name)]);
        var submitted = new RequestSubmitted(topic.Code, topic.Agency, _case.Priority, _case.Residency, facts.Calendar.DayOf(_now));
        Record(Actor.Constituent(id), submitted, nameof(SubmitRequest));
    }

    private PrivacyRelease Release(RequestAnswers answers, TopicCard topic)
    {
        var release = new PrivacyRelease
        {
            Id = _random.Id(_now),
            CaseId = _case.Id,
            AgencyCode = topic.Agency,
            PartyId = _case.Id,
            SubjectName = answers.Person.FullName,
            RequestedAt = _now,
            SignerEmail = answers.Person.Email,
            Language = _case.Language,
            LinkToken = _random.Text(27),
            Reminders = 3,
            SealedDetails = ReleaseJson.Seal(_cipher, new ReleaseDetails
            {
                LegalName = answers.Person.FullName,
                BornOn = answers.Person.BornOn,
                Address = answers.Address.OneLine,
                Records = topic.Issue.In(_case.Language),
                Purpose = answers.WhatYouWant!,
                Confirmed = true,
            }),
        };
        _rows.Add(release);
        _case.Ask(release.Id);
        Record(Actor.Constituent(_case.Id), new ReleaseRequested(release.Id, topic.Agency), nameof(SubmitRequest));
        return release;
    }

    private void PlayTo(PrivacyRelease release, TopicCard topic, int progress)
    {
        if (progress < 12)
            return;
        var staff = new Actor(ActorKind.Staff, _case.AssignedToId, "", []);
        Later(1);
        _case.Accept(_now);
        Record(staff, new CaseAccepted(), nameof(AcceptCase));
        if (progress < 32)
            return;
        Sign(release);
        if (progress < 55)
            return;
        var inquiry = Inquire(release, topic, staff);
        if (progress < 88)
            return;
        Answer(inquiry, staff);
        if (progress < 100)
            return;
        Later(3);
        var farewell = Say(staff, MadeUpWords.Farewell);
        _case.TellConstituent();
        var reason = _random.Of(Reasons);
        _case.Close(reason, _now);
        Record(staff, new CaseClosed(reason, farewell), nameof(CloseCase));
    }

    private void Sign(PrivacyRelease release)
    {
        Later(1);
        var text = new ReleaseText(ReleaseTemplates.Generic, 1, _case.Language, "Load test", []);
        var signature = new ReleaseSignature
        {
            TemplateId = text.TemplateId,
            TemplateVersion = text.TemplateVersion,
            SealedText = ReleaseJson.Seal(_cipher, text),
            TextSha256 = text.Sha256(),
            NameAsTyped = release.SubjectName,
            SignedAt = _now,
            Method = SigningMethod.Electronic,
            Assurance = IdentityAssurance.EmailConfirmed,
            RemoteAddress = "203.0.113.7",
            UserAgent = "load test",
            PdfName = _random.Text(32),
            PdfSha256 = _random.Text(64),
            VerificationCode = _random.Text(14),
        };
        _case.EndAsk(release.Id);
        release.Sign(signature, facts.Calendar.DayOf(_now).AddMonths(12));
        var signed = new ReleaseSigned(release.Id, release.AgencyCode, signature.Method, signature.Assurance)
        {
            TemplateId = text.TemplateId,
            TemplateVersion = text.TemplateVersion,
            TextSha256 = signature.TextSha256,
            PdfSha256 = signature.PdfSha256,
            ExpiresOn = release.ExpiresOn!.Value,
        };
        Record(Actor.Constituent(_case.Id), signed, nameof(SignRelease));
    }

    private AgencyInquiry Inquire(PrivacyRelease release, TopicCard topic, Actor staff)
    {
        Later(2);
        var inquiry = new AgencyInquiry
        {
            Id = _random.Id(_now),
            CaseId = _case.Id,
            AgencyCode = topic.Agency,
            Ask = PermittedAsk.InformationOrStatus,
            Method = InquiryMethod.Letter,
            Summary = "Asked for a status report.",
            SentAt = _now,
            SentById = _case.AssignedToId ?? Guid.Empty,
            ReleaseId = release.Id,
        };
        inquiry.Expect(facts.Calendar.DayOf(facts.Now).AddDays(5 + _random.Below(30)));
        _rows.Add(inquiry);
        _case.Inquire(inquiry.Id);
        var sent = new InquirySent(inquiry.Id, topic.Agency, inquiry.Ask, inquiry.Method, release.Id, null) { ExpectedOn = inquiry.ExpectedOn };
        Record(staff, sent, nameof(SendInquiry));
        Say(staff, _random.Of(MadeUpWords.FromOffice));
        if (_random.Happens(0.4))
            Say(Actor.Constituent(_case.Id), _random.Of(MadeUpWords.FromConstituent));
        return inquiry;
    }

    private void Answer(AgencyInquiry inquiry, Actor staff)
    {
        Later(20);
        var response = new AgencyResponse
        {
            Id = _random.Id(_now),
            CaseId = _case.Id,
            InquiryId = inquiry.Id,
            Kind = ResponseKind.Final,
            ReceivedOn = facts.Calendar.DayOf(_now),
            Summary = "The agency sent its decision.",
            RecordedById = _case.AssignedToId ?? Guid.Empty,
            RecordedAt = _now,
        };
        _rows.Add(response);
        inquiry.End(_now);
        _case.ReceiveAnswer(inquiry.Id, _now);
        Record(staff, new FinalResponseReceived(inquiry.Id, response.Id), nameof(RecordResponse));
    }

    private Guid Say(Actor who, string text)
    {
        var author = who.Kind == ActorKind.Staff ? who.Id : null;
        var message = new Message { Id = _random.Id(_now), CaseId = _case.Id, From = who.Kind, AuthorId = author, Body = text, SentAt = _now };
        _rows.Add(message);
        if (who.Kind == ActorKind.Staff)
            Record(who, new MessageSent(message.Id), nameof(SendMessage));
        else
            Record(who, new MessageReceived(message.Id), nameof(PostMessage));
        return message.Id;
    }

    private void Later(int days) => _now = Earlier(_now.AddMinutes(_random.Below(days * 1440) + 5), facts.Now);

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    private void Record<TEvent>(Actor actor, TEvent happened, string operation) where TEvent : IEvent => _rows.Add(new ActivityEntry
    {
        Id = _random.Id(_now),
        CaseId = _case.Id,
        OccurredAt = _now,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
        Operation = operation,
        EventName = typeof(TEvent).Name,
        EventVersion = TEvent.Version,
        Payload = JsonSerializer.Serialize(happened, EventJson.Options),
    });
}
