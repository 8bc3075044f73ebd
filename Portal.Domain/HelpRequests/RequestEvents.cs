using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.HelpRequests;

/// <summary>A request was submitted and became a case.</summary>
public sealed record RequestSubmitted(string? Topic, string? Agency, Priority Priority, ResidencyFinding Residency, DateOnly PromisedOn) : IEvent;

/// <summary>We have your request.</summary>
public sealed record AcknowledgmentMail(string Reference, DateOnly PromisedOn, string? SigningToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We received your request {0}", Reference),
    [
        desk.T("We have your request for help. Its reference is {0}. Please keep it.", Reference),
        desk.T("You will hear from us by {0}. No agency has been contacted yet.", desk.Day(PromisedOn)),
        .. SigningToken is null ? Array.Empty<string>() : [desk.T("One thing is still needed: a signed privacy release. If you have not signed it yet, please use the link.")],
    ])
    {
        Link = SigningToken is null ? (desk.T("See where your case stands"), desk.Page("/status")) : (desk.T("Read and sign the release"), desk.Page($"/release/{SigningToken}")),
        Closing = [desk.T("You can see at any time where your case stands: {0}", desk.Page("/status")), desk.T("If your life or safety is in danger, call 911. If you are in crisis, call or text 988 at any time.")],
    };
}

/// <summary>Come back to your saved request.</summary>
public sealed record DraftSavedMail : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your request is saved"),
        [desk.T("We saved what you have typed so far and keep it for 30 days. To go on, open the page below and ask for a code.")])
    {
        Link = (desk.T("Go on with my request"), desk.Page("/request/return")),
    };
}
