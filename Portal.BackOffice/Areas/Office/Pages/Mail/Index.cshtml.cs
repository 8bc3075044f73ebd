using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.MailRoom;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Areas.Office.Pages.Mail;

/// <summary>The mail room: email that couldn't be filed by itself, each with the cases it may belong to.</summary>
public sealed class IndexModel(MailRoomQuery room, FileMail file, SetMailAside aside, TakeBackMail takeBack, AgencyAndTopicNames names, StaffActor staff, Translator text)
    : PageModel
{
    /// <summary>The opened email.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Email { get; set; }

    /// <summary>The list: waiting, filed, or aside.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>The last email of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>The email's version when the page was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The case to file it on.</summary>
    [BindProperty]
    public string? Reference { get; set; }

    /// <summary>The inquiry it answers.</summary>
    [BindProperty]
    public Guid? InquiryId { get; set; }

    /// <summary>What to file it as.</summary>
    [BindProperty]
    public FiledAs As { get; set; } = FiledAs.FileOnly;

    internal MailRoomPage Room { get; private set; } = null!;

    internal MailState Listed => View switch
    {
        "filed" => MailState.Filed,
        "aside" => MailState.SetAside,
        _ => MailState.Waiting,
    };

    internal AgencyAndTopicNames.Names Names { get; private set; } = null!;

    /// <summary>The agency and topic of a case it may belong to.</summary>
    internal string Describe(MailChoice choice) =>
        $"{Names.Agencies.GetValueOrDefault(choice.AgencyCode ?? "", "–")}, {Names.Topics.GetValueOrDefault(choice.TopicCode ?? "", "–")}";

    /// <summary>What choosing a case does.</summary>
    internal static string Filing(MailChoice choice) => choice.Proposal.As switch
    {
        FiledAs.AgencyAnswer => "File as a possible agency answer",
        FiledAs.Message => "File as an unconfirmed message from the constituent",
        _ => "File as a document",
    };

    internal UndoFiling? LastFiled { get; private set; }

    internal static IEnumerable<Choice> Kinds =>
    [
        new($"{FiledAs.AgencyAnswer}", CaseText.Describe(FiledAs.AgencyAnswer), "It stays unconfirmed on the case until someone reads it. Until then, we don't tell the constituent what it says."),
        new($"{FiledAs.Message}", CaseText.Describe(FiledAs.Message), "The constituent will see it on their case page, marked as not confirmed."),
        new($"{FiledAs.FileOnly}", CaseText.Describe(FiledAs.FileOnly), "Only staff see it."),
    ];

    /// <summary>Shows the list and one email.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Files the email on a case.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Reference))
        {
            Check.Problem(nameof(Reference), "Enter a case reference, such as 7KQ4M-2XD9A.");
            return await ShowAsync(cancellation);
        }

        return await FinishAsync(
            await file.ExecuteAsync(new(Email ?? Guid.Empty, Version, Reference, As, InquiryId), staff.Current, cancellation),
            As == FiledAs.AgencyAnswer ? "Filed. The case now says there's an answer to confirm." : "Filed.", cancellation);
    }

    /// <summary>Sets the email aside.</summary>
    public async Task<IActionResult> OnPostAsideAsync(CancellationToken cancellation) => await FinishAsync(
        await aside.ExecuteAsync(new(Email ?? Guid.Empty, Version), staff.Current, cancellation), "Set aside. You can undo this for 30 days.", cancellation);

    /// <summary>Takes the email back into the mail room.</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancellation)
    {
        var outcome = await takeBack.ExecuteAsync(new(Email ?? Guid.Empty, Version), staff.Current, cancellation);
        return outcome.Succeeded ? this.RedirectWithNotice(Links.Office.Mail(Email), "Moved back to the mail room.") : await FinishAsync(outcome, "", cancellation);
    }

    private FormCheck Check => new(this, text);

    private async Task<IActionResult> FinishAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case Outcome.Success:
                UndoFiling.Offer(TempData, new(Email ?? Guid.Empty, Version + 1));
                return this.RedirectWithNotice(Links.Office.MailRoom, notice);
            case Outcome.NotFound:
                return NotFound();
            case Outcome.NotPermitted:
                return StatusCode(403);
            case Outcome.Refused:
                Check.Refusal(outcome, nameof(Reference));
                break;
            default:
                Check.Problem("", "Someone else just changed this email, so your change wasn't saved.");
                break;
        }

        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!staff.Current.May(Permission.WorkCases))
            return StatusCode(403);
        Names = await names.ReadAsync(text.Language, cancellation);
        Room = await room.ReadAsync(Listed, Email, Before, cancellation);
        LastFiled = UndoFiling.Read(TempData);
        Version = Room.Open?.Version ?? 0;
        ModelState.Remove(nameof(Version));
        return Email is not null && Room.Open is null ? NotFound() : Page();
    }
}
