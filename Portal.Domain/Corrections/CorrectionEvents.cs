using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Corrections;

/// <summary>Why staff corrected contact data.</summary>
public enum CorrectionReason
{
    /// <summary>The person asked for it.</summary>
    Asked,

    /// <summary>Email or mail came back.</summary>
    Returned,

    /// <summary>It was mistyped.</summary>
    Mistyped,

    /// <summary>It changed, such as by a move or a marriage.</summary>
    Changed,
}

/// <summary>How staff made sure that it's really the person.</summary>
public enum IdentityCheck
{
    /// <summary>Staff called back at a number that was already on file.</summary>
    CalledBack,

    /// <summary>The person showed identification in the office.</summary>
    InPerson,

    /// <summary>A signed letter.</summary>
    SignedLetter,
}

/// <summary>Contact data was corrected. Reason and check are null when the person did it on the website.</summary>
public sealed record ContactCorrected(IReadOnlyList<ContactField> Fields, CorrectionReason? Reason, IdentityCheck? Check) : IEvent;

/// <summary>What became of the address that a mail about its change goes to.</summary>
public enum ReaderAddress
{
    /// <summary>Another one is used now.</summary>
    Replaced,

    /// <summary>None is used anymore.</summary>
    Removed,

    /// <summary>It's used from now on.</summary>
    New,

    /// <summary>The same, and the case can be opened with it.</summary>
    NewOfWriter,
}

/// <summary>Tells the person that the phone number of a case was changed on the website. Staff call back at that number before they change anything.</summary>
public sealed record PhoneChangedMail : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your phone number was changed"),
    [
        desk.T("The phone number of your case was changed on our website."),
        desk.T("Didn't ask for this? Call us right away."),
    ])
    {
        Link = (desk.T("See my case"), desk.Page(Platform.Links.Status.Start)),
    };
}

/// <summary>Tells both addresses that the email address of a case was changed. It says nothing else: one of them may be a stranger's.</summary>
public sealed record EmailChangedMail(ReaderAddress Address) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your email address was changed"),
    [
        Address switch
        {
            ReaderAddress.Replaced => desk.T("From now on, we'll write to you at your new address. You'll get no more email from us here."),
            ReaderAddress.Removed => desk.T("You'll get no more email from us. From now on, we'll call you or write to you by mail."),
            _ => desk.T("From now on, we'll write to you at this address."),
        },
        desk.T("Didn't ask for this? Call us right away."),
    ])
    {
        Link = Address == ReaderAddress.NewOfWriter ? (desk.T("See my case"), desk.Page(Platform.Links.Status.Start)) : null,
    };
}
