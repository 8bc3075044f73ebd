using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.HelpRequests;

/// <summary>A request was submitted and became a case.</summary>
public sealed record RequestSubmitted(
    string? Topic, string? Agency, Priority Priority, ResidencyFinding Residency, DateOnly PromisedOn) : IEvent
{
    /// <summary>The door it came through when staff wrote it down; null when the person sent it themselves.</summary>
    public Door? Door { get; init; }
}

/// <summary>Asks somebody whose request staff wrote down to confirm that it's right.</summary>
/// <param name="MustSign">Whether the reader also has a release to sign.</param>
public sealed record RequestTakenMail(string Reference, DateOnly PromisedOn, bool MustSign) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please check what we wrote down for you ({0})", Reference),
    [
        desk.T("You asked our office for help, and we wrote down your request. Your reference number is {0}. Keep this email.", Reference),
        MustSign
            ? desk.T("Please open your case. Check that what we wrote down is right, and sign the privacy release. Until then, we can't contact an agency for you.")
            : desk.T("Please open your case, and check that what we wrote down is right. Until then, we won't contact anyone for you."),
        desk.T("You'll hear from us by {0}. We haven't contacted any agency yet.", desk.Day(PromisedOn)),
        desk.T("Didn't ask us for help? Call us, and we'll close this request."),
    ])
    {
        Link = (desk.T("Check my request"), desk.Page(Links.Status.Start)),
        Closing = [desk.T("In danger? Call 911. In crisis? Call or text 988.")],
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>Confirms that we got the request, and says what is still missing.</summary>
/// <param name="SigningToken">The token of the link where the reader signs the release; null when there is nothing to sign or someone else signs.</param>
/// <param name="OnPaper">Whether the agency accepts only ink.</param>
public sealed record AcknowledgmentMail(string Reference, DateOnly PromisedOn, string? SigningToken, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We got your request ({0})", Reference),
    [
        desk.T("We got your request for help. Your reference number is {0}. Keep this email.", Reference),
        desk.T("You'll hear from us by {0}. We haven't contacted any agency yet.", desk.Day(PromisedOn)),
        .. SigningToken is null ? [] : ToSign(desk),
    ])
    {
        Link = SigningToken is null ? (desk.T("See my case"), desk.Page(Links.Status.Start))
            : (OnPaper ? desk.T("Print the form") : desk.T("Read and sign"), desk.Page(Links.Release.Open(SigningToken))),
        Closing =
        [
            .. SigningToken is null ? Array.Empty<string>() : [desk.T("Check on your case anytime: {0}", desk.Page(Links.Status.Start))],
            desk.T("In danger? Call 911. In crisis? Call or text 988."),
        ],
        WaysBack = WaysBack.CasePage,
    };

    // Many people sign on the confirmation page before they read this email.
    private IEnumerable<string> ToSign(MailDesk desk) => OnPaper
        ?
        [
            desk.T("One thing is missing: your signature on a privacy release. If you've already signed, you're all set."),
            desk.T("This agency accepts only ink signatures. Print the form, sign it, and upload a photo of it on our website. No printer? Call us and we'll mail you the form."),
        ]
        :
        [
            desk.T("One thing is missing: your signature on a privacy release. Signing takes about five minutes. If you've already signed, you're all set."),
        ];
}

/// <summary>Tells the reader how to return to a saved request.</summary>
public sealed record DraftSavedMail : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your request is saved but not sent"),
    [
        desk.T("You haven't sent your request yet. We'll get it only when you send it."),
        desk.T("We saved your answers and will keep them for 30 days. To continue, use the link below and request a code."),
    ])
    {
        Link = (desk.T("Continue my request"), desk.Page(Links.Request.Return)),
    };
}
