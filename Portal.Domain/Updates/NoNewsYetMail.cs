using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Updates;

/// <summary>The promised update when there's nothing new: whose turn it is, and when the constituent hears from us next.</summary>
/// <param name="Since">The day we contacted the agency; null when it isn't the agency's turn.</param>
public sealed record NoNewsYetMail(string Reference, Turn Turn, DateOnly? Since, DateOnly NextOn) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("No news yet on case {0}", Reference),
    [
        desk.T("There's nothing new, but we promised to write."),
        Waiting(desk),
        desk.T("You'll hear from us again by {0}.", desk.Day(NextOn)),
        desk.T("Waiting doesn't extend any deadline. If a letter gives you a date to appeal or reply, don't miss it."),
    ])
    {
        Link = (desk.T("See my case"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };

    private string Waiting(MailDesk desk) => (Turn, Since) switch
    {
        (Turn.Agency, { } day) => desk.T("We've been waiting for the agency since {0}.", desk.Day(day)),
        (Turn.Constituent, _) => desk.T("We're waiting for something from you. Your case page says what it is."),
        _ => desk.T("It's our turn to act."),
    };
}
