using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Calls;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.MailRoom;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.NewCase;

/// <summary>Writes down a request for somebody who calls, writes, or comes in, and shows earlier cases and topics beside it.</summary>
public sealed class IndexModel(OpenCase open, LogCall log, SeenBeforeQuery seen, TopicCatalog topics, OfficePractice practice, MailRoomQuery mails, PageReader reader)
    : PageModel
{
    private const int MostTopics = 6;
    private IReadOnlyList<TopicCard> _topics = [];

    /// <summary>What is typed.</summary>
    [BindProperty]
    public NewCaseInput Input { get; set; } = new();

    /// <summary>Cases that may be about the same person.</summary>
    public IReadOnlyList<SeenCase> Seen { get; private set; } = [];

    /// <summary>Topics that fit the words.</summary>
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>The doors.</summary>
    public static IEnumerable<SelectListItem> Doors =>
        Enum.GetValues<Door>().Where(d => d != Door.Web).Select(d => new SelectListItem(CaseText.Describe(d), d.ToString()));

    /// <summary>What makes it urgent.</summary>
    public static IEnumerable<SelectListItem> Dangers => Enum.GetValues<UrgencyFact>().Select(f => new SelectListItem(CaseText.Describe(f), f.ToString()));

    /// <summary>The languages of letters and emails.</summary>
    public static IEnumerable<SelectListItem> Languages => [new SelectListItem("English", "en"), new SelectListItem("Spanish", "es")];

    /// <summary>What a case is about.</summary>
    public string About(Case @case) => _topics.FirstOrDefault(t => t.Code == @case.TopicCode)?.Issue.In(reader.Text.Language) ?? reader.Text["Unknown topic"];

    /// <summary>Why a case may be about the same person.</summary>
    public string Why(SeenBy by) => SeenText.Why(by, reader.Text);

    /// <summary>Shows the form; from the mail room, with what an email says.</summary>
    public async Task OnGetAsync(Guid? mail, Guid? call, [FromServices] OfficeCallsQuery calls, CancellationToken cancellation)
    {
        Input = new() { Key = Guid.CreateVersion7(), State = (await practice.OfficeAsync(cancellation))?.State };
        if (mail is { } id && (await mails.ReadAsync(MailState.Waiting, id, null, cancellation)).Open is { } email)
            Input.Take(email);
        if (call is { } from && await calls.FindAsync(from, reader.Actor, cancellation) is { } logged)
            Input.Take(logged);
        await LoadAsync(cancellation);
    }

    /// <summary>Looks for earlier cases and topics. Everything typed stays.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Opens the case.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, reader.Text);
        Input.Check(check);
        if (check.Passed)
        {
            var command = new OpenCase.Command(Input.Key, Input.Door, Input.ToAnswers()) { BeforeContact = Input.BeforeContact, CallWord = Input.CallWord, Takes = Input.Takes, CallId = Input.Call };
            var outcome = await Outcome.RetryOnceIfStaleAsync(() => open.ExecuteAsync(command, reader.Actor, cancellation));
            if (outcome is OpenCase.Opened opened)
                return Input.Mail is { } email
                    ? this.RedirectWithNotice(Links.Office.Mail(email), "Case {0} created. Now file the email on it.", opened.Reference)
                    : this.RedirectWithNotice(Links.Office.Case(opened.Reference), "Case created. Tell the person its reference, {0}.", opened.Reference);
            check.Refusal(outcome);
        }

        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Logs what was typed as a call on a case that's open already.</summary>
    public async Task<IActionResult> OnPostLogAsync(string on, [FromServices] FileOfficeCall file, CancellationToken cancellation)
    {
        await LookForCasesAsync(cancellation);
        var check = new FormCheck(this, reader.Text);
        if (Seen.FirstOrDefault(s => s.Case.Reference == on)?.Case is not { } @case)
            check.Problem("", "That case no longer matches what you typed. Look again.");
        else if (check.Required("Input.Story", Input.Story, "Enter what's wrong, in 10,000 characters or fewer.").Passed)
        {
            // Nothing typed is lost: what the call log has no field for stands below what was said.
            var body = string.Join("\n\n", new[] { Input.Story!.Trim(), Input.Want?.Trim(), string.Join('\n', Input.Besides(reader.Text)) }.Where(t => !string.IsNullOrEmpty(t)));
            var outcome = await Outcome.RetryOnceIfStaleAsync(() => log.ExecuteAsync(new(@case.Id, CallDirection.In, body, Input.Key), reader.Actor, cancellation));
            if (outcome.Succeeded && Input.Call is { } from)
                await Outcome.RetryOnceIfStaleAsync(() => file.ExecuteAsync(new(from, @case.Reference), reader.Actor, cancellation));
            if (outcome.Succeeded && Input.Mail is { } email)
                return this.RedirectWithNotice(Links.Office.Mail(email), "Logged on case {0}. Now file the email on it.", @case.Reference);
            if (outcome.Succeeded)
                return this.RedirectWithNotice(Links.Office.Case(@case.Reference), "Logged on this case. No new case was created.");
            check.Refusal(outcome, "Input.Story");
        }

        await LookForTopicsAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await LookForCasesAsync(cancellation);
        await LookForTopicsAsync(cancellation);
    }

    private async Task LookForCasesAsync(CancellationToken cancellation) => Seen = await seen.FindAsync(
        new(Input.FirstName, Input.LastName) { BornOn = Input.BornOn.TryGet(out var born) ? born : null, Phone = Input.Phone, Email = Input.Email }, reader.Actor, cancellation);

    private async Task LookForTopicsAsync(CancellationToken cancellation)
    {
        var language = reader.Text.Language;
        _topics = await topics.AllAsync(cancellation);
        var words = string.IsNullOrWhiteSpace(Input.Find) ? Input.Story : Input.Find;
        var found = string.IsNullOrWhiteSpace(words) ? [] : (await topics.SearchAsync(words, MostTopics, cancellation)).ToList();
        // What was chosen stays, whatever the words say now.
        if (_topics.FirstOrDefault(t => t.Code == Input.Topic) is { } chosen && !found.Contains(chosen))
            found.Insert(0, chosen);
        Topics =
        [
            .. found.Select((t, i) => new Choice(t.Code, t.Issue.In(language), $"{t.Agency} · {t.Program.In(language)}") { Key = $"{i + 1}" }),
            new Choice("", "None of these topics", "A colleague decides."),
        ];
    }
}
