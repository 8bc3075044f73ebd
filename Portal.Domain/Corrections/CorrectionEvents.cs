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

/// <summary>Tells both addresses that the email address of a case was changed. It says nothing else: one of them may be a stranger's.</summary>
public sealed record EmailChangedMail(bool IsNew) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Your email address was changed"),
    [
        IsNew
            ? desk.T("From now on, we'll write to you at this address.")
            : desk.T("From now on, we'll write to you at your new address. You'll get no more email from us here."),
        desk.T("Didn't ask for this? Call us right away."),
    ])
    {
        Link = IsNew ? (desk.T("See my case"), desk.Page(Platform.Links.Status.Start)) : null,
    };
}
