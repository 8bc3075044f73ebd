using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries.Letters;

namespace Portal.BackOffice.Areas.Office.Pages.Letters;

/// <summary>Letters that wait for a manager or couldn't go out, and how often each guard is overridden.</summary>
public sealed class IndexModel(WaitingLettersQuery waiting, LetterDrafts drafts) : PageModel
{
    /// <summary>The letters.</summary>
    public IReadOnlyList<WaitingLetter> Waiting { get; private set; } = [];

    /// <summary>How often each guard's finding stayed.</summary>
    public IReadOnlyList<GuardCount> Overridden { get; private set; } = [];

    /// <summary>The same by what has to be done, what the Member signs first.</summary>
    public IEnumerable<IGrouping<string, WaitingLetter>> Groups => Waiting.OrderBy(Rank).GroupBy(Heading);

    /// <summary>Why a letter waits, in words.</summary>
    public static string Why(WaitingLetter letter) => letter switch
    {
        { For: LetterHold.Signature } => "Print it, have it signed, and record the signature",
        { For: LetterHold.Colleague } => "Read it, and send it or send it back",
        { For: LetterHold.Manager } => "It goes to an address outside the agency",
        { IsReturned: true } => "It couldn't be sent. Open it and check it again.",
        { IsSigned: true } => "Signed: ready to send",
        _ => "Sent back to its author for changes",
    };

    private static string Heading(WaitingLetter letter) => letter switch
    {
        { For: LetterHold.Signature } => "For the Member's signature",
        { For: LetterHold.Colleague } => "For a colleague to review",
        { For: LetterHold.Manager } => "For a manager to approve",
        _ => "Back with the author",
    };

    private static int Rank(WaitingLetter letter) => letter.For is { } hold ? -(int)hold : 1;

    /// <summary>A guard, in words.</summary>
    public static string Describe(string guard) => guard switch
    {
        "campaign" => "Campaign, party, or donor words",
        "outcome" => "Asks for or promises an outcome",
        "pressure" => "Could read as pressure",
        "ex-parte" => "The person who decides, or the decision to come",
        "court" => "A court case",
        "private-firm" => "A private company as addressee",
        "press-copy" => "A copy to the press",
        "domain" => "An address outside the agency",
        "agency" => "Another agency's topic",
        _ => "A second inquiry about the same matter",
    };

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        (Waiting, Overridden) = (await waiting.ReadAsync(cancellation), await drafts.OverriddenAsync(cancellation));
}
