using Portal.Domain.Cases;
using Portal.Domain.Districts;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Closing;

/// <summary>The office closed the case and left a closing message.</summary>
/// <param name="Grief">The person the case was about has died: leaves out the thanks and the invitation to reply.</param>
public sealed record CaseClosedMail(string Reference, bool Grief = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We closed case {0}", Reference),
    [
        desk.T("We've closed case {0}. Your case page has our closing message.", Reference),
        .. Grief
            ? Array.Empty<string>()
            :
            [
                desk.T("If something isn't resolved or we misunderstood, reply there and we'll look again."),
                desk.T("Thank you for letting us help."),
            ],
    ])
    {
        Link = (desk.T("Read the message"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>Confirms that the constituent closed the case, in case someone else did it in their name.</summary>
public sealed record CaseWithdrawnMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("You closed case {0}", Reference),
        [
            desk.T(
                "You closed case {0}. We won't contact any agency about it again. Changed your mind, or didn't close it yourself? Write to us on your case page, or call.",
                Reference),
        ])
    {
        Link = (desk.T("See my case"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>The office declined the request; the letter on the case page says why.</summary>
public sealed record CaseDeclinedMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Our answer to your request ({0})", Reference),
        [desk.T("We've answered your request {0}. Your case page explains what we can't do and who can help.", Reference)])
    {
        Link = (desk.T("Read the message"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>Someone other than a Member of Congress can help.</summary>
public sealed record CaseReferredMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Someone else can help with your request ({0})", Reference),
        [desk.T("We can't act on your request {0}, but someone else can help. Your case page says who it is and how to reach them.", Reference)])
    {
        Link = (desk.T("Read the message"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>The reader lives outside the area this office serves.</summary>
/// <param name="Chamber">This office's chamber, whose rules say who it may help.</param>
/// <param name="To">The Members who represent the reader, with their phone numbers; null when only the letter names them.</param>
public sealed record ReferredToMemberMail(string Reference, Chamber Chamber, string? To) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(Subject(desk),
    [
        desk.T("Thank you for writing to us."),
        .. Why(desk),
        desk.T("We haven't sent them anything. Think we have your address wrong? Tell us on your case page."),
    ])
    {
        Link = (desk.T("Read the message"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };

    private string Subject(MailDesk desk) => Chamber == Chamber.Senate
        ? desk.T("Your own Senators' offices can help you")
        : desk.T("Your own Representative's office can help you");

    private IEnumerable<string> Why(MailDesk desk)
    {
        yield return Chamber == Chamber.Senate
            ? desk.T("Senate rules let us help only people who live in our state, and your address is in another state.")
            : desk.T("House rules let us help only people who live in our district, and your address is in another district.");
        if (To is null)
        {
            yield return desk.T("The people who represent you offer the same free help. Our message on your case page says how to reach them.");
            yield break;
        }

        yield return desk.T("The people who represent you offer the same free help:");
        yield return To;
    }
}
