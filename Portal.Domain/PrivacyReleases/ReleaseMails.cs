using Portal.Domain.Platform;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Please sign.</summary>
public sealed record ReleaseRequestedMail(string OfficeMember, string LinkToken, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please sign: we can't contact the agency without it"),
    [
        desk.T("The office of {0} was asked to help you with a federal agency. Federal law requires your signature on a privacy release before the agency can talk to us about you.", OfficeMember),
        OnPaper
            ? desk.T("This agency accepts only ink: print the form, sign it, and send us a photo on our website. No printer? Call us and we'll mail it.")
            : desk.T("Reading and signing it on our website takes about five minutes. You can also print it and sign in ink."),
    ])
    {
        Link = (OnPaper ? desk.T("Print the form") : desk.T("Read and sign"), desk.Page(Links.Release.Open(LinkToken))),
        Closing = [desk.T("Weren't expecting this? Don't sign. Call us.")],
    };
}

/// <summary>Still not signed.</summary>
public sealed record ReleaseReminderMail(string LinkToken, int Reminder, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Reminder: we still need your signature"),
    [
        desk.T("We can't contact the agency about you until you sign your privacy release."),
        OnPaper
            ? desk.T("This agency accepts only ink: print the form, sign it, and send us a photo on our website. No printer? Call us and we'll mail it.")
            : desk.T("Having trouble signing, changed your mind, or prefer paper? Call us."),
    ])
    {
        Link = (OnPaper ? desk.T("Print the form") : desk.T("Read and sign"), desk.Page(Links.Release.Open(LinkToken))),
    };
}

/// <summary>Signed; the copy is ready.</summary>
public sealed record ReleaseSignedMail(string LinkToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We have your signed privacy release"),
    [
        desk.T("Thank you. We have your signed privacy release. You can read, print, and download your copy on our website."),
        desk.T("You can withdraw the release anytime on your case page. Didn't sign it? Call us right away."),
    ])
    {
        Link = (desk.T("Get my copy"), desk.Page(Links.Release.Open(LinkToken))),
    };
}

/// <summary>Taken back; somebody else may have done it.</summary>
public sealed record ReleaseWithdrawnMail(string LinkToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("You withdrew a privacy release"),
    [
        desk.T("Your privacy release has been withdrawn. We won't send the agency anything more under it. We can't get back what we already sent."),
        desk.T("Didn't withdraw it? Call us right away."),
    ])
    {
        Link = (desk.T("See my release"), desk.Page(Links.Release.Open(LinkToken))),
    };
}

/// <summary>What was signed cannot be used; the page says why.</summary>
public sealed record ReleaseRefusedMail(string LinkToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We can't use your privacy release yet"),
    [
        desk.T("Thank you for sending your privacy release. We can't use it as it is. Our website says what's missing and how to fix it."),
        desk.T("Have questions? Call us."),
    ])
    {
        Link = (desk.T("See what's missing"), desk.Page(Links.Release.Open(LinkToken))),
    };
}

/// <summary>A release will soon end while the case is open; the next one is filled in already.</summary>
public sealed record ReleaseRenewalMail(string LinkToken, DateOnly ExpiresOn, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please sign again: your release expires on {0}", desk.Day(ExpiresOn)),
    [
        desk.T("Your release ends on {0}, and your case is still open. Sign again so we can keep helping.", desk.Day(ExpiresOn)),
        OnPaper
            ? desk.T("This agency accepts only ink: print the form, sign it, and send us a photo on our website. No printer? Call us and we'll mail it.")
            : desk.T("Everything is already filled in. Signing takes about two minutes."),
    ])
    {
        Link = (OnPaper ? desk.T("Print the form") : desk.T("Read and sign"), desk.Page(Links.Release.Open(LinkToken))),
        Closing = [desk.T("Don't want to continue? You don't need to do anything.")],
    };
}
