using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Decisions;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Topics;

namespace Portal.Domain.Search;

/// <summary>Where in a case a text stands.</summary>
public enum TextPlace
{
    /// <summary>Names, addresses, phone numbers, the reference.</summary>
    Contact,

    /// <summary>The topic.</summary>
    Topic,

    /// <summary>The request.</summary>
    Request,

    /// <summary>A message from the constituent.</summary>
    FromConstituent,

    /// <summary>A message to the constituent.</summary>
    ToConstituent,

    /// <summary>A note.</summary>
    Note,

    /// <summary>A phone call.</summary>
    Call,

    /// <summary>Something asked of the constituent.</summary>
    Ask,

    /// <summary>A letter or another inquiry to an agency.</summary>
    Inquiry,

    /// <summary>An agency's answer.</summary>
    Answer,

    /// <summary>A question for the Member, or what was decided.</summary>
    Decision,

    /// <summary>The name of a document.</summary>
    Document,

    /// <summary>To whom the case was referred.</summary>
    Referral,
}

/// <summary>One text of a case.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Text">The text as typed.</param>
public sealed record PlacedText(TextPlace Place, DateTime At, string Text)
{
    /// <summary>Phone numbers in it, of which any piece can be searched for.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];
}

/// <summary>
/// Reads everything of cases that staff can search for. The index and the pages that show what was found read the same. Identity numbers
/// are left out, because not everyone who may search may see them.
/// </summary>
public sealed class CaseTexts(PortalDb db, Vault vault, TopicCatalog topics)
{
    /// <summary>The texts of each case, in the order they were written. A case whose key was erased has none.</summary>
    public async Task<ILookup<Guid, PlacedText>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var ciphers = await vault.OpenAsync(ids, cancellation);
        var readable = ciphers.Keys.ToList();
        var texts = new List<(Guid Case, PlacedText Text)>();
        void Add<T>(IEnumerable<T> rows, Func<T, Guid> @case, params ReadOnlySpan<Func<T, PlacedText?>> read)
        {
            foreach (var row in rows)
                foreach (var one in read)
                    if (Readable(() => one(row)) is { } text && !string.IsNullOrWhiteSpace(text.Text))
                        texts.Add((@case(row), text with { Text = Triage.HideSsn(text.Text) }));
        }

        var cards = (await topics.AllAsync(cancellation)).ToDictionary(t => t.Code);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => readable.Contains(c.Id)).ToListAsync(cancellation);
        Add(cases, c => c.Id,
            c => c.TopicCode is { } code && cards.GetValueOrDefault(code) is { } card ? new(TextPlace.Topic, c.ReceivedAt, $"{card.Issue.En} · {card.Issue.Es} · {c.AgencyCode}") : null);
        var requests = await db.Set<HelpRequest>().AsNoTracking().Where(r => readable.Contains(r.Id)).ToListAsync(cancellation);
        foreach (var (@case, request) in cases.Join(requests, c => c.Id, r => r.Id, (c, r) => (c, r)))
        {
            if (Readable(() => RequestJson.Unseal(ciphers[request.Id], request)) is { } answers)
                Add([@case], c => c.Id, c => ContactOf(c, answers), c => new(TextPlace.Request, c.ReceivedAt, StoryOf(answers, answers.TopicCode is { } code ? cards.GetValueOrDefault(code) : null)));
        }

        Add(await Of<Message>(m => readable.Contains(m.CaseId), cancellation), m => m.CaseId,
            m => new(m.From == ActorKind.Constituent ? TextPlace.FromConstituent : TextPlace.ToConstituent, m.SentAt, m.Body));
        Add(await Of<CaseNote>(n => readable.Contains(n.CaseId), cancellation), n => n.CaseId, n => new(TextPlace.Note, n.WrittenAt, n.Body));
        Add(await Of<PhoneCall>(c => readable.Contains(c.CaseId), cancellation), c => c.CaseId, c => new(TextPlace.Call, c.At, $"{c.With?.Text} {c.Body.Text}".Trim()));
        Add(await Of<InformationRequest>(r => readable.Contains(r.CaseId), cancellation), r => r.CaseId, r => new(TextPlace.Ask, r.AskedAt, r.What));
        var letters = await Of<SentLetter>(l => readable.Contains(l.CaseId), cancellation);
        var withLetter = letters.Select(l => l.InquiryId).ToHashSet();
        Add(letters, l => l.CaseId, l => new(TextPlace.Inquiry, l.SentAt, WordsOf(l)));
        Add((await Of<AgencyInquiry>(i => readable.Contains(i.CaseId), cancellation)).Where(i => !withLetter.Contains(i.Id)), i => i.CaseId, i => new(TextPlace.Inquiry, i.SentAt, i.Summary));
        Add(await Of<InquiryFollowUp>(f => readable.Contains(f.CaseId), cancellation), f => f.CaseId, f => new(TextPlace.Inquiry, f.SentAt, f.Body));
        Add(await Of<AgencyResponse>(r => readable.Contains(r.CaseId), cancellation), r => r.CaseId, r => new(TextPlace.Answer, r.RecordedAt, r.Summary));
        Add(await Of<Decision>(d => readable.Contains(d.CaseId), cancellation), d => d.CaseId, d => new(TextPlace.Decision, d.AskedAt, $"{d.Question.Text} {d.Words?.Text}".Trim()));
        Add(await Of<Document>(d => readable.Contains(d.CaseId), cancellation), d => d.CaseId, d => new(TextPlace.Document, d.UploadedAt, d.FileName));
        Add(await Of<Referral>(r => readable.Contains(r.CaseId), cancellation), r => r.CaseId, r => new(TextPlace.Referral, r.MadeAt, r.To));
        return texts.OrderBy(t => t.Text.At).ToLookup(t => t.Case, t => t.Text);
    }

    // A row that was damaged mustn't keep everyone from finding everything else.
    private static T? Readable<T>(Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or FormatException or KeyErasedException)
        {
            return null;
        }
    }

    private static PlacedText ContactOf(Case @case, RequestAnswers answers)
    {
        PersonAnswers[] people = [answers.Person, answers.Helper];
        return new(TextPlace.Contact, @case.ReceivedAt, Join(
            [@case.Reference, @case.PersonName, answers.OrganizationName, .. people.SelectMany(p => new[] { p.FullName, p.OtherNames, p.Email, p.Phone }), answers.Address.OneLine]))
        {
            Phones = [.. people.Select(p => p.Phone).OfType<string>()],
        };
    }

    private static string StoryOf(RequestAnswers answers, TopicCard? topic)
    {
        var numbers = topic?.Questions.Where(q => q.Identifier is not null).Select(q => q.Id).ToHashSet() ?? [];
        return Join([answers.WhatHappened, answers.WhatYouWant, answers.DeadlineWhat, answers.OtherOfficeName, .. answers.TopicAnswers.Where(a => !numbers.Contains(a.Key)).Select(a => a.Value)]);
    }

    private static string WordsOf(SentLetter letter)
    {
        var content = LetterContent.Read(letter.Content);
        return Join([letter.Addressee, .. Enum.GetValues<LetterBlock>().Select(b => content[b])]);
    }

    private static string Join(IEnumerable<string?> texts) => string.Join(" · ", texts.Where(t => !string.IsNullOrWhiteSpace(t)).Distinct());

    private Task<List<T>> Of<T>(System.Linq.Expressions.Expression<Func<T, bool>> isOfCases, CancellationToken cancellation) where T : class =>
        db.Set<T>().AsNoTracking().Where(isOfCases).ToListAsync(cancellation);
}
