using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Proposes a letter from its template and the case's recorded facts. Staff read and edit every block before it goes out.</summary>
public static class LetterComposer
{
    private const int MostAnswers = 6;

    /// <summary>A new letter, as proposed.</summary>
    public static LetterContent Propose(LetterSituation situation, PermittedAsk ask, ReconsiderationReason? reason = null)
    {
        var template = LetterTemplate.For(situation.Stage, ask, situation.Agency.Code, situation.Citation is not null);
        var blocks = Compose(template, situation, reason);
        return new(situation.Agency.Code, ask)
        {
            ContactId = situation.Contacts.Count > 0 ? situation.Contacts[0].Contact.Id : null,
            Stage = situation.Stage,
            ByMember = situation.MemberSigns,
            Template = $"{template.Code} {template.Version}",
            Blocks = blocks,
            Proposed = blocks,
            HadRelease = situation.Releases.Count > 0,
            Reason = ask == PermittedAsk.Reconsideration ? reason : null,
            Documents = ask == PermittedAsk.Reconsideration && situation.ContestedDocument is { } contested ? [contested] : [],
            EnclosesRelease = situation.Releases.Count > 0,
        };
    }

    /// <summary>The letter for another request or agency: blocks that nobody edited are worded anew, and edited ones stay.</summary>
    /// <param name="letter">The letter as edited.</param>
    /// <param name="before">What had been proposed for it.</param>
    /// <param name="fresh">What is proposed now.</param>
    public static LetterContent Reword(LetterContent letter, LetterContent before, LetterContent fresh) => letter with
    {
        AgencyCode = fresh.AgencyCode,
        Ask = fresh.Ask,
        Reason = fresh.Reason,
        Documents = [.. letter.Documents.Union(fresh.Documents)],
        ContactId = letter.AgencyCode == fresh.AgencyCode ? letter.ContactId : fresh.ContactId,
        EnclosesRelease = letter.AgencyCode == fresh.AgencyCode ? letter.EnclosesRelease : fresh.EnclosesRelease,
        Template = fresh.Template,
        Stage = fresh.Stage,
        ByMember = fresh.ByMember,
        Proposed = fresh.Proposed,
        HadRelease = fresh.HadRelease,
        Blocks = Enum.GetValues<LetterBlock>().ToDictionary(b => b, b => PlainText.Lines(letter[b]) == PlainText.Lines(before[b]) ? fresh[b] : letter[b]),
    };

    /// <summary>A kept draft as of today: blocks that nobody edited say what the case's facts say now, and a release signed since is enclosed.</summary>
    /// <param name="kept">The draft.</param>
    /// <param name="fresh">What is proposed now, for the same request.</param>
    public static LetterContent Refresh(LetterContent kept, LetterContent fresh) => kept with
    {
        Stage = fresh.Stage,
        ByMember = fresh.ByMember,
        Template = fresh.Template,
        Blocks = Enum.GetValues<LetterBlock>().ToDictionary(b => b, b => kept.Proposed.TryGetValue(b, out var was) && PlainText.Lines(kept[b]) == PlainText.Lines(was) ? fresh[b] : kept[b]),
        EnclosesRelease = kept.EnclosesRelease || (!kept.HadRelease && fresh.HadRelease),
        Proposed = fresh.Proposed,
        HadRelease = fresh.HadRelease,
    };

    private static Dictionary<LetterBlock, string> Compose(LetterTemplate template, LetterSituation situation, ReconsiderationReason? reason)
    {
        var values = LetterFields.Of(situation, reason);
        var blocks = Enum.GetValues<LetterBlock>().ToDictionary(b => b, b => LetterFields.Fill(template.Blocks.GetValueOrDefault(b, ""), values));
        if (situation.Deadline is null)
            blocks[LetterBlock.Urgency] = "";
        blocks[LetterBlock.Facts] = situation.Inquiry is { } inquiry ? Asked(inquiry, situation) : Facts(situation);
        return blocks;
    }

    // What our first letter asked. What was said on the phone is for staff alone.
    private static string Asked(AgencyInquiry inquiry, LetterSituation situation) =>
        situation.Earlier.FirstOrDefault(l => l.Id == inquiry.Id) is { } first && LetterContent.Read(first.Content)[LetterBlock.Request] is { Length: > 0 } request
            ? $"In that inquiry, we wrote: “{request.ReplaceLineEndings(" ")}”"
            : "";

    private static string Facts(LetterSituation situation)
    {
        var lines = new List<string> { $"Our constituent asked us for help on {Texts.Day("en", situation.DayOf(situation.ReceivedAt))}." };
        if (situation is { Answers: { } answers, Topic: { } topic } && topic.Code == answers.TopicCode)
            lines.AddRange(topic.Questions.Where(q => q is { Sensitive: false, Identifier: null } && Has(answers, q)).Take(MostAnswers).Select(q => Line(answers, q)));
        return string.Join('\n', lines.Select(l => "• " + l));
    }

    private static bool Has(RequestAnswers answers, TopicQuestion question) => !string.IsNullOrWhiteSpace(answers.TopicAnswers.GetValueOrDefault(question.Id));

    private static string Line(RequestAnswers answers, TopicQuestion question)
    {
        var answer = Triage.MaskSsn(answers.TopicAnswers[question.Id].Trim().ReplaceLineEndings(" "));
        return question.Kind == QuestionKind.YesNo
            ? $"{question.Label.En} {(answer is "yes" or "true" ? "Yes." : "No.")}"
            : $"{question.Label.En.TrimEnd('?', ':')}: {answer}{(answer.EndsWith('.') ? "" : ".")}";
    }
}
