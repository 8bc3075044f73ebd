using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Agencies;
using Portal.Domain.Liaisons;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>
/// Everything that stands between a letter and the agency: what stops it, what a manager decides, and what needs a reason. A pure
/// function of the letter and the facts, asked by the page before sending and by the operation that sends.
/// </summary>
public static partial class LetterGuards
{
    private const int FewestDigits = 6;

    /// <summary>What the guards find, the gravest first.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="situation">What it's written from.</param>
    /// <param name="method">How it's to go out; null while that isn't decided.</param>
    public static IReadOnlyList<LetterGuard> Find(LetterContent letter, LetterSituation situation, InquiryMethod? method) =>
    [
        .. Stops(letter, situation, method)
            .Concat(Addressee(letter, situation, method))
            .Concat(Matter(letter, situation))
            .Concat(GuardWords.In(letter, Names(situation)))
            .OrderByDescending(g => g.Level),
    ];

    /// <summary>Those that still keep the letter from going out: stops, another person's decision, and warnings without a reason.</summary>
    public static IEnumerable<LetterGuard> Open(IEnumerable<LetterGuard> found, LetterContent letter, LetterSender sender) => found.Where(g => g.Level switch
    {
        GuardLevel.Stop => true,
        GuardLevel.Signature => !sender.HasSignature,
        GuardLevel.Colleague => !sender.IsAnother,
        GuardLevel.Manager when !sender.IsManager => true,
        _ => string.IsNullOrWhiteSpace(letter.Reasons.GetValueOrDefault(g.Key)),
    });

    private static IEnumerable<LetterGuard> Stops(LetterContent letter, LetterSituation situation, InquiryMethod? method)
    {
        if (situation.Readiness is Readiness.Missing missing)
            yield return new LetterGuard("release", GuardLevel.Stop, missing.Problem, missing.First.How, missing.Arguments);
        if (!situation.IsConfirmed)
            yield return new LetterGuard(
                "unconfirmed", GuardLevel.Stop, "The person hasn't confirmed the request that we wrote down.", "Until they do, nothing goes out in their name.");
        if (situation.IsClosed)
            yield return new LetterGuard(
                "closed", GuardLevel.Stop, "This case is closed.", "Reopen it first.");
        if (situation.Inquiry is { IsOpen: false })
            yield return new LetterGuard(
                "ended", GuardLevel.Stop, "The inquiry this follows up on has ended.", "Send a new one.");
        if (letter.Documents.Any(id => situation.Documents.All(d => d.Id != id)))
            yield return new LetterGuard(
                "document", GuardLevel.Stop, "A document to enclose can't be opened.", "Take it out, or wait until its virus check is done.");
        if (method is { } way && way != InquiryMethod.Phone && LetterPaper.ContactOf(letter, situation)?.Card.Takes(way) != true)
            yield return new LetterGuard("addressee", GuardLevel.Stop, Unreachable(way), "Choose another contact, or add what's missing in the directory.");
        foreach (var block in Enum.GetValues<LetterBlock>())
            foreach (var field in LetterFields.Left(letter[block]))
                yield return new LetterGuard("unfilled", GuardLevel.Stop, "“{0}” isn't filled in.", WhereToFill(field), field) { Block = block, Sentence = letter[block], Words = $"{{{field}}}" };
        if (NumberIn(letter[LetterBlock.Re]) is { } number)
            yield return new LetterGuard("number", GuardLevel.Stop, "The Re line has a full ID number.", "Take it out, or leave only its last four characters.")
            {
                Block = LetterBlock.Re,
                Sentence = letter[LetterBlock.Re],
                Words = number,
            };
        if (string.IsNullOrWhiteSpace(letter[LetterBlock.Request]))
            yield return new LetterGuard("request", GuardLevel.Stop, "The letter asks for nothing.", "Write one sentence that says what you ask for.") { Block = LetterBlock.Request };
    }

    private static IEnumerable<LetterGuard> Addressee(LetterContent letter, LetterSituation situation, InquiryMethod? method)
    {
        if (letter.IsForMember || situation.MemberSigns || situation.Stage == LetterStage.Member)
            yield return new LetterGuard(
                "member", GuardLevel.Signature, "This letter is signed by the Member.", "It goes on the signature list. Once a manager records the signature, you can send it.");
        if (situation.Office is { ReviewsLetters: true })
            yield return new LetterGuard(
                "review", GuardLevel.Colleague, "Our office reviews letters before they go out.", "A colleague reads it and sends it. If they change it, you read it and send it.");
        if (LetterPaper.ContactOf(letter, situation)?.Card is not { } card)
            yield break;
        if (method is null or InquiryMethod.Email && card.Email is { } email && !AgencyDomains.AreOf(situation.Agency.Code, email))
            yield return new LetterGuard(
                "domain", GuardLevel.Manager, "{0} isn't an address of the agency.",
                "A manager has to approve it. The letter contains personal information, and email outside the agency could reach the wrong person.", email)
            { Sentence = email };
        foreach (var guard in GuardWords.InAddressee(LetterPaper.Addressee(card, situation.Agency, InquiryMethod.Phone)))
            yield return guard;
    }

    private static IEnumerable<LetterGuard> Matter(LetterContent letter, LetterSituation situation)
    {
        if (situation.Releases.Count > 0 && !letter.EnclosesRelease)
            yield return new LetterGuard(
                "no-release", GuardLevel.Reason, "The privacy release isn't enclosed.", "The letter says that it is. Enclose it, or change the letter.");
        if (letter.Stage == LetterStage.Inquiry && situation.Topic is { } topic && topic.Agency != situation.Agency.Code)
            yield return new LetterGuard(
                "agency", GuardLevel.Reason, "The case's topic belongs to another agency.", "Make sure that this agency can answer, or choose the other one.");
        if (letter.Stage == LetterStage.Inquiry && situation.Live.Count > 0)
            yield return new LetterGuard(
                "repeat", GuardLevel.Reason, "We contacted this agency on {0}, and that inquiry is still open.",
                "A second inquiry about the same matter slows the agency down. Follow up on the first, or say why this is another matter.",
                situation.DayOf(situation.Live[0].SentAt));
    }

    private static List<string> Names(LetterSituation situation) =>
    [
        .. new[] { situation.Person, situation.StaffName, situation.Office?.MemberFullName }.OfType<string>()
            .SelectMany(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(n))
            .Where(n => n.Length > 2).OrderByDescending(n => n.Length),
    ];

    /// <summary>A full ID number in a line; null when it has none. References and days aren't.</summary>
    public static string? NumberIn(string line) => Number().Matches(Platform.Text.PlainText.Code(line)).Select(m => m.Value)
        .FirstOrDefault(n => n.Count(char.IsAsciiDigit) >= FewestDigits && !DateOnly.TryParse(n, CultureInfo.InvariantCulture, out _));

    private static string Unreachable(InquiryMethod method) => method switch
    {
        InquiryMethod.Email => "There's no email address to send this to.",
        InquiryMethod.Fax => "No fax number is known to send this to.",
        InquiryMethod.AgencyPortal => "No web form is known for this contact.",
        _ => "No mailing address is known to send this to.",
    };

    private static string WhereToFill(string field) => field switch
    {
        "member" or "phone" or "email" => "The office's settings don't have it. Ask an administrator to add it, or write it here yourself.",
        "matter" => "Choose the case's topic under “Edit details,” or write it here yourself.",
        "answer date" => "No answer from this agency is recorded. Record it first, or write its date here.",
        "reason" => "Say why the answer isn't reasonably supported: missing information, a law, a regulation, fairness, or policy.",
        _ => "Write it here, or take the sentence out.",
    };

    [GeneratedRegex(@"(?<![\w-])[A-Z]{0,3}[-#]?\d(?:[\d ./-]*\d)?[A-Z]{0,2}(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
