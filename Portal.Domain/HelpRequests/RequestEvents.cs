using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.HelpRequests;

/// <summary>A request was submitted and became a case.</summary>
public sealed record RequestSubmitted(string? Topic, string? Agency, Priority Priority, ResidencyFinding Residency, DateOnly PromisedOn) : IEvent;

/// <summary>We have your request.</summary>
public sealed record AcknowledgmentMail(string Reference, DateOnly PromisedOn, string? SigningToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We got your request ({0})", Reference),
    [
        desk.T("We got your request for help. Your reference number is {0}. Keep this email.", Reference),
        desk.T("You'll hear from us by {0}. We haven't contacted any agency yet.", desk.Day(PromisedOn)),
        .. SigningToken is null ? Array.Empty<string>() : [desk.T("One thing is missing: your signature on a privacy release. It takes about five minutes. If you've already signed, you're all set.")],
    ])
    {
        Link = SigningToken is null ? (desk.T("See my case"), desk.Page(Links.Status.Start)) : (desk.T("Read and sign"), desk.Page(Links.Release.Open(SigningToken))),
        Closing = [desk.T("Check on your case anytime: {0}", desk.Page(Links.Status.Start)), desk.T("In danger? Call 911. In crisis? Call or text 988.")],
    };
}

/// <summary>Come back to your saved request.</summary>
public sealed record DraftSavedMail : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your request is saved but not sent"),
        [desk.T("We saved your answers and will keep them for 30 days. To continue, open the page below and request a code.")])
    {
        Link = (desk.T("Continue my request"), desk.Page(Links.Request.Return)),
    };
}
