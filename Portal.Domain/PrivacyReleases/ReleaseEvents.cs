using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Somebody was asked to sign a release.</summary>
public sealed record ReleaseRequested(Guid ReleaseId, string Agency) : IEvent;

/// <summary>A release was signed.</summary>
public sealed record ReleaseSigned(
    Guid ReleaseId, string Agency, SigningMethod Method, IdentityAssurance Assurance, string TemplateId, int TemplateVersion, string TextSha256, string PdfSha256, DateOnly ExpiresOn) : IEvent;

/// <summary>A release was taken back.</summary>
public sealed record ReleaseWithdrawn(Guid ReleaseId, string Agency) : IEvent;

/// <summary>The time of a release ran out.</summary>
public sealed record ReleaseExpired(Guid ReleaseId, string Agency) : IEvent;

/// <summary>The signer was reminded.</summary>
public sealed record ReleaseReminderSent(Guid ReleaseId, int Reminder) : IEvent;

/// <summary>Somebody opened the sealed release.</summary>
public sealed record ReleaseOpened(Guid ReleaseId) : IEvent;

/// <summary>Please sign.</summary>
public sealed record ReleaseRequestedMail(string OfficeMember, string LinkToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your signature is needed"),
    [
        desk.T("The office of {0} was asked to help you with a federal agency. Before the agency may talk to us, the law wants your signature on a privacy release.", OfficeMember),
        desk.T("You can read and sign it on our website. It takes about five minutes. You can also print it and sign on paper."),
    ])
    {
        Link = (desk.T("Read and sign"), desk.Page($"/release/{LinkToken}")),
        Closing = [desk.T("If you did not expect this, please call us.")],
    };
}

/// <summary>Still not signed.</summary>
public sealed record ReleaseReminderMail(string LinkToken, int Reminder) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Reminder: your signature is still needed"),
    [
        desk.T("Your privacy release is not signed yet. Without it we may not contact the agency about you."),
        desk.T("If you have questions or would rather sign on paper, please call us."),
    ])
    {
        Link = (desk.T("Read and sign"), desk.Page($"/release/{LinkToken}")),
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
