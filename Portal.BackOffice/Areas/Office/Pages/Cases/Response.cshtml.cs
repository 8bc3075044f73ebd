using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Records an agency's answer beside its document, and tells the constituent.</summary>
[RequestSizeLimit(MostBytes)]
public sealed class ResponseModel(
    CasePageContext context, RecordResponse record, CaseInquiries inquiries, AnswerDesk desk, ReadAnswer read, AddDocument add,
    AgencyDirectory agencies) : CasePageModel(context)
{
    private const long MostBytes = 60 * 1024 * 1024;
    private const string Arrived = "Choose the day the answer arrived. It can't be in the future.";

    private Agency? _agency;

    /// <summary>Inquiry ID from the URL.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid InquiryId { get; set; }

    /// <summary>The document the answer came as.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Document { get; set; }

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public ResponseInput Input { get; set; } = new();

    /// <summary>The agency's letter, to file.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The button that was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    internal AgencyInquiry? Inquiry { get; private set; }

    internal AnswerReading Reading { get; private set; } = new("");

    internal IReadOnlyList<Document> Files { get; private set; } = [];

    internal IReadOnlyList<PossibleDeadline> Periods { get; private set; } = [];

    internal IReadOnlyDictionary<string, AnswerDeadline> Counted { get; private set; } = new Dictionary<string, AnswerDeadline>();

    /// <inheritdoc />
    protected override Permission Needed => Permission.ContactAgencies;

    internal Document? Shown => Files.FirstOrDefault(f => f.Id == Document);

    internal static IEnumerable<SelectListItem> Kinds =>
    [
        new Choice($"{ResponseKind.Acknowledgment}", CaseText.Describe(ResponseKind.Acknowledgment), "The agency says it has the inquiry.") { Key = "1" },
        new Choice($"{ResponseKind.Interim}", CaseText.Describe(ResponseKind.Interim), "Some information, but not a final answer.") { Key = "2" },
        new Choice(
            $"{ResponseKind.Final}", CaseText.Describe(ResponseKind.Final),
            "The agency's final answer. It ends the inquiry, and the case is ours again.") { Key = "3" },
    ];

    internal static IEnumerable<SelectListItem> Results =>
    [
        new Choice($"{AnswerResult.InFavor}", "In the person's favor") { Key = "4" },
        new Choice($"{AnswerResult.Partly}", "Partly") { Key = "5" },
        new Choice($"{AnswerResult.Denied}", "Denied") { Key = "6" },
        new Choice($"{AnswerResult.InformationOnly}", "Information only") { Key = "7" },
    ];

    /// <summary>What the text suggests about the result.</summary>
    internal string Seems => Reading.Result switch
    {
        AnswerResult.InFavor => "The text reads like: in the person's favor",
        AnswerResult.Partly => "The text reads like: partly",
        AnswerResult.Denied => "The text reads like: denied",
        _ => "For a final answer.",
    };

    /// <summary>Periods that the case's topic or the letter names.</summary>
    internal IReadOnlyList<PossibleDeadline> Likely { get; private set; } = [];

    /// <summary>The agency's other periods.</summary>
    internal IReadOnlyList<PossibleDeadline> Unlikely { get; private set; } = [];

    internal IEnumerable<SelectListItem> FoundDates =>
    [
        .. Reading.Dates.Select(d => d.Day).Distinct().Take(8).Select((d, i) => new Choice(
            d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{(char)('A' + i)}: {Dates.Day(d)}") { Key = i < 3 ? $"{(char)('a' + i)}" : null }),
        new Choice("", Text["Another date, or none"]),
    ];

    // What somebody typed counts more than what was found.
    private DateOnly? LetterOn => Input.DatedOn.TryGet(out var typed) ? typed
        : DateOnly.TryParseExact(Input.Found, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found
        : null;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Inquiry is null)
            return NotFound();
        Input.ReceivedOn = DateParts.From(Dates.Today);
        // An email quotes what only staff should read.
        Input.Encloses = Shown is { Kind: not DocumentKind.Email };
        Input.Words = Input.Proposed = Draft(ResponseKind.Final);
        return Page();
    }

    /// <summary>Shows another letter, files one, fills in the words, or records the answer. Only the last leaves the page.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (Inquiry is null)
            return NotFound();
        if (Do is "read" or "look")
        {
            ModelState.Clear();
            Input.Encloses |= Do == "read" && Shown is { Kind: not DocumentKind.Email };
            return Page();
        }

        // Whatever the button, a chosen file isn't lost, and whatever was typed stays beside it.
        if (Upload is not null || Do == "file")
            return await FileAsync(cancellation);
        var deadlines = Chosen();
        if (Do == "update")
        {
            ModelState.Clear();
            Refill(deadlines);
            return Page();
        }

        var check = Check.That(Input.Kind is not null, "Input.Kind", "Choose what kind of answer it is.")
            .Required("Input.Summary", Input.Summary, "Enter what the agency answered, in 10,000 characters or fewer.")
            .That(Input.DatedOn.IsEmpty || Input.DatedOn.TryGet(out _), "Input.DatedOn", "Enter a valid date, or leave all three fields blank.");
        var day = check.RequiredDay("Input.ReceivedOn", Input.ReceivedOn, Arrived);
        check.That(!(day > Dates.Today), "Input.ReceivedOn", Arrived)
            .That(!(LetterOn > day), "Input.DatedOn", "Check the dates. The letter can't be dated after it arrived.")
            .That(Input.Periods.Count == 0 || LetterOn is not null, "Input.DatedOn", "Choose the date of the letter. The deadlines are counted from it.")
            .That(string.IsNullOrWhiteSpace(Input.OtherWhat) == Input.OtherDay.IsEmpty, "Input.OtherDay", "Enter both: what the person can do, and the last day.")
            .That(Document is null || Shown is { CanOpen: true }, "", "The file is still being checked for viruses. Wait a moment, then try again.");
        check.Day("Input.OtherDay", Input.OtherDay);
        foreach (var late in deadlines.Where(d => d.LastDay < Dates.Today))
            check.Problem("Input.OtherDay", "The last day, {0}, has passed. Leave this deadline out, or check the date of the letter.", Dates.Day(late.LastDay));
        if (Do == "tell" && check.Passed)
        {
            Refill(deadlines);
            check.Required("Input.Words", Input.Words, "Enter a message.");
            foreach (var unnamed in AnswerWords.Unnamed(Input.Words ?? "", Head.Case.Language, deadlines))
                check.Problem("Input.Words", "The message doesn't name the last day, {0}. Add it, or leave the deadline out.", Texts.Day(Head.Case.Language, unnamed.LastDay));
        }

        if (!check.Passed)
            return Page();
        var command = new RecordResponse.Command(Head.Case.Id, InquiryId, Input.Kind!.Value, day!.Value, Input.Summary!, Key)
        {
            Version = Do == "tell" ? CaseVersion : null,
            DatedOn = LetterOn,
            Result = Input.Kind == ResponseKind.Final ? Input.Result : null,
            DocumentId = Shown?.Id,
            Deadlines = deadlines,
            Words = Do == "tell" ? Input.Words : null,
            Encloses = Input.Encloses,
        };
        return await FinishAsync(
            await record.ExecuteAsync(command, Actor, cancellation),
            Do == "tell" ? "Answer recorded, and your message is on the case page." : "Answer recorded. The person hasn't been told yet.", Do == "tell" ? "Input.Words" : "Input.Summary",
            cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Inquiry = await inquiries.FindAsync(Head.Case.Id, InquiryId, cancellation);
        if (Inquiry is null)
            return;
        Files = await desk.DocumentsAsync(Head.Case.Id, cancellation);
        Periods = await desk.PeriodsAsync(Inquiry.AgencyCode, Head.Case.TopicCode, cancellation);
        if (Shown is { CanOpen: true } file && Actor.May(Permission.OpenDocuments))
            Reading = await read.ExecuteAsync(Head.Case.Id, file.Id, Actor, cancellation) is ReadAnswer.Read { Reading: var found } ? found : Reading;
        Likely = [.. Periods.Where(IsLikely)];
        Unlikely = [.. Periods.Except(Likely)];
        _agency = await agencies.FindAsync(Inquiry.AgencyCode, cancellation);
        var counted = new Dictionary<string, AnswerDeadline>();
        if (LetterOn is { } from)
            foreach (var period in Periods)
                if (AnswerDesk.Count(period.Period, from) is { } deadline)
                    counted[period.Period.Code] = deadline;
        Counted = counted;
    }

    private async Task<IActionResult> FileAsync(CancellationToken cancellation)
    {
        if (Upload is null)
        {
            Check.Problem(nameof(Upload), "Choose a file first.");
            return Page();
        }

        await using var content = Upload.OpenReadStream();
        var outcome = await add.ExecuteAsync(
            new(Head.Case.Id, Upload.FileName, content) { As = new(DocumentKind.AgencyLetter, null, IsShared: false) }, Actor, cancellation);
        if (outcome is not AddDocument.Added added)
        {
            Check.Refusal(outcome, nameof(Upload));
            return Page();
        }

        ModelState.Clear();
        (Document, Upload, Input.Encloses) = (added.DocumentId, null, true);
        await PrepareAsync(cancellation);
        this.Notify("Letter filed. Only staff can see it until you enclose it.");
        if (Do is "tell" or "later")
            Check.Problem("", "The letter is filed, but the answer isn't saved yet. Read the letter, then save.");
        return Page();
    }

    /// <summary>The text of the letter with its dates marked.</summary>
    internal IHtmlContent Marked()
    {
        var (content, at, days) = (new HtmlContentBuilder(), 0, new List<DateOnly>());
        foreach (var found in Reading.Dates)
        {
            if (!days.Contains(found.Day))
                days.Add(found.Day);
            content.Append(Triage.MaskSsn(Reading.Text[at..found.Start])).AppendHtml(Html.Element(
                "mark", null, [Html.Text(Reading.Text.Substring(found.Start, found.Length)), Html.Element("sup", null, $"{(char)('A' + Math.Min(25, days.IndexOf(found.Day)))}")]));
            at = found.Start + found.Length;
        }

        return content.Append(Triage.MaskSsn(Reading.Text[at..]));
    }

    private bool IsLikely(PossibleDeadline possible) => possible.IsOfTopic || (Reading.Mentions(possible.Period) && Periods.All(p => !p.IsOfTopic));

    private List<AnswerDeadline> Chosen() =>
    [
        .. Input.Periods.Distinct().Where(Counted.ContainsKey).Select(c => Counted[c]),
        .. Input.OtherDay.TryGet(out var last) && !string.IsNullOrWhiteSpace(Input.OtherWhat)
            ? [new AnswerDeadline(Input.OtherWhat.Trim(), Input.OtherWhat.Trim(), last)]
            : Array.Empty<AnswerDeadline>(),
    ];

    // Words that nobody changed follow what is chosen; in changed words, only the fields that are left are filled in.
    private void Refill(IReadOnlyList<AnswerDeadline> deadlines)
    {
        var chosen = deadlines.Count > 0 || Input.NoDeadline ? deadlines : null;
        var unchanged = string.IsNullOrWhiteSpace(Input.Words) || PlainText.Lines(Input.Words) == PlainText.Lines(Input.Proposed);
        Input.Words = AnswerWords.Fill(unchanged ? Draft(Input.Kind ?? ResponseKind.Final) : Input.Words!, Head.Case.Language, LetterOn, Input.Result, chosen);
        Input.Proposed = unchanged ? Input.Words : Input.Proposed;
        ModelState.Remove("Input.Words");
        ModelState.Remove("Input.Proposed");
    }

    private string Draft(ResponseKind kind) => AnswerWords.Draft(
        Head.Case.Language, Head.Case.HelperWrites ? null : Head.Case.PersonName.Text, AgencyIn(Head.Case.Language), kind);

    private string AgencyIn(string language) => _agency?.WithArticle(language) ?? Inquiry!.AgencyCode;
}
