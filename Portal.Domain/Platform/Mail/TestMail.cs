namespace Portal.Domain.Platform.Mail;

/// <summary>A test email, which shows that sending and delivery work.</summary>
public sealed record TestMail : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(
        desk.T("Test email from {0}", desk.OfficeName),
        [desk.T("This is a test. If you can read it, our website can send email."), desk.T("You don't need to do anything.")]);
}
