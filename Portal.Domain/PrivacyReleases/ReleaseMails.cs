using Portal.Domain.Platform.Mail;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Please sign.</summary>
public sealed record ReleaseRequestedMail(string OfficeMember, string LinkToken, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your signature is needed"),
    [
        desk.T("The office of {0} was asked to help you with a federal agency. Before the agency may talk to us, the law wants your signature on a privacy release.", OfficeMember),
        OnPaper
            ? desk.T("This agency wants a signature by hand. Print the form, sign it with a pen, and send us a photo of it on our website. If you cannot print it, please call us: we send it by mail.")
            : desk.T("You can read and sign it on our website. It takes about five minutes. You can also print it and sign on paper."),
    ])
    {
        Link = (OnPaper ? desk.T("Print the form") : desk.T("Read and sign"), desk.Page($"/release/{LinkToken}")),
        Closing = [desk.T("If you did not expect this, please call us.")],
    };
}

/// <summary>Still not signed.</summary>
public sealed record ReleaseReminderMail(string LinkToken, int Reminder, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Reminder: your signature is still needed"),
    [
        desk.T("Your privacy release is not signed yet. Without it we may not contact the agency about you."),
        OnPaper
            ? desk.T("This agency wants a signature by hand. Print the form, sign it with a pen, and send us a photo of it on our website. If you cannot print it, please call us: we send it by mail.")
            : desk.T("If you have questions or would rather sign on paper, please call us."),
    ])
    {
        Link = (OnPaper ? desk.T("Print the form") : desk.T("Read and sign"), desk.Page($"/release/{LinkToken}")),
    };
}

/// <summary>Signed; the copy is ready.</summary>
public sealed record ReleaseSignedMail(string LinkToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("You signed a privacy release"),
    [
        desk.T("Thank you. Your signed privacy release has reached our office. You can read, print and download your copy on our website."),
        desk.T("You can take the release back at any time on the status page. If you did not sign it, please call us at once."),
    ])
    {
        Link = (desk.T("Get your copy"), desk.Page($"/release/{LinkToken}")),
    };
}

/// <summary>Taken back; somebody else may have done it.</summary>
public sealed record ReleaseWithdrawnMail(string LinkToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("You took a privacy release back"),
    [
        desk.T("Your privacy release was taken back. From now on we send nothing to the agency under it. What was sent before cannot be called back."),
        desk.T("If you did not take it back, please call us at once."),
    ])
    {
        Link = (desk.T("See the release"), desk.Page($"/release/{LinkToken}")),
    };
}

/// <summary>What was signed cannot be used; the page says why.</summary>
public sealed record ReleaseRefusedMail(string LinkToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your privacy release needs another look"),
    [
        desk.T("Thank you for sending your privacy release. We cannot use it as it is. Our website says what is missing and how to complete it."),
        desk.T("If you have questions, please call us."),
    ])
    {
        Link = (desk.T("See what is missing"), desk.Page($"/release/{LinkToken}")),
    };
}

/// <summary>A release will soon end while the case is open; the next one is filled in already.</summary>
public sealed record ReleaseRenewalMail(string LinkToken, DateOnly ExpiresOn, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please sign again: your permission ends on {0}", desk.Day(ExpiresOn)),
    [
        desk.T("Your permission for the agency to talk to us ends on {0}, and your case is still open. Please sign once more, so that we can go on.", desk.Day(ExpiresOn)),
        OnPaper
            ? desk.T("This agency wants a signature by hand. Print the form, sign it with a pen, and send us a photo of it on our website. If you cannot print it, please call us: we send it by mail.")
            : desk.T("Everything is filled in already. It takes about two minutes."),
    ])
    {
        Link = (OnPaper ? desk.T("Print the form") : desk.T("Read and sign"), desk.Page($"/release/{LinkToken}")),
        Closing = [desk.T("If you do not want to go on, you need not do anything.")],
    };
}
