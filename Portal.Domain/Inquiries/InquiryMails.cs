using Portal.Domain.Platform;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Inquiries;

/// <summary>Tells the constituent that we contacted the agency and are waiting for its answer.</summary>
/// <param name="IsAsked">Whether something is still open for the constituent.</param>
public sealed record AgencyContactedMail(string Reference, DateOnly NextOn, bool IsAsked) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We contacted the agency about case {0}", Reference),
    [
        desk.T(
            "We've contacted the agency about case {0} and are waiting for its answer. You'll hear from us by {1}, even if nothing has changed.",
            Reference, desk.Day(NextOn)),
        IsAsked
            ? desk.T("We still need something from you. Your case page says what it is.")
            : desk.T("You don't need to do anything."),
        desk.T("Waiting doesn't extend any deadline. If a letter gives you a date to appeal or reply, don't miss it."),
    ])
    {
        Link = (desk.T("See my case"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>Tells the constituent that the agency sent its final answer; staff have yet to explain it.</summary>
public sealed record AgencyAnsweredMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("The agency answered on case {0}", Reference),
    [
        desk.T(
            "The agency answered our question about case {0}. We're reviewing its answer and will write to you about what it means. If a letter gives you a date to appeal or reply, don't wait for us.",
            Reference),
    ])
    {
        Link = (desk.T("See my case"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}
