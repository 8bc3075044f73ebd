using Portal.Domain.Platform;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Tells the person who sent a letter that it couldn't go out.</summary>
public sealed record LetterReturnedMail(string Reference, Guid LetterId) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Case {0}: your letter to the agency wasn't sent", Reference),
        [desk.T("Your letter to the agency about case {0} couldn't be sent as it was. Open it to see why, and send it again.", Reference)])
    {
        Link = (desk.T("Open the letter"), desk.Page(Links.Office.CasePages(Reference).Letter(LetterId))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Tells the managers that a letter needs their approval or the Member's signature.</summary>
public sealed record LetterHeldMail(string Reference, Guid LetterId) : IMail
{
    /// <summary>Whom it waits for; null in mails from when that was always a manager.</summary>
    public LetterHold? For { get; init; }

    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(
        For switch
        {
            LetterHold.Signature => desk.T("Case {0}: a letter is ready for the Member's signature", Reference),
            LetterHold.Colleague => desk.T("Case {0}: a colleague changed your letter", Reference),
            _ => desk.T("Case {0}: a letter needs your approval", Reference),
        },
        [
            For == LetterHold.Colleague ? desk.T("A colleague changed your letter to the agency about case {0}. Read it, and send it if it's right.", Reference)
                : For == LetterHold.Signature
                ? desk.T("A letter to an agency about case {0} is on the signature list. Print it, have it signed, and record the signature.", Reference)
                : desk.T("A letter to an agency about case {0} needs a manager's approval before it's sent. Open it to see why.", Reference),
        ])
    {
        Link = (desk.T("Open the letter"), desk.Page(Links.Office.CasePages(Reference).Letter(LetterId))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Tells the person who wrote a letter that the Member signed it.</summary>
public sealed record LetterSignedMail(string Reference, Guid LetterId) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Case {0}: the Member signed your letter", Reference),
        [desk.T("The Member signed your letter to the agency about case {0}. Open it and send it.", Reference)])
    {
        Link = (desk.T("Open the letter"), desk.Page(Links.Office.CasePages(Reference).Letter(LetterId))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Tells the person who wrote a letter that it has to be changed.</summary>
public sealed record LetterSentBackMail(string Reference, Guid LetterId) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Case {0}: your letter needs changes", Reference),
        [desk.T("Your letter to the agency about case {0} was sent back to you. Open it to see what to change.", Reference)])
    {
        Link = (desk.T("Open the letter"), desk.Page(Links.Office.CasePages(Reference).Letter(LetterId))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>A letter to an agency's liaison as an email: the text, one PDF with everything in order, and each sealed release as its own file.</summary>
/// <param name="Subject">The subject by rule.</param>
/// <param name="Body">The letter as plain text.</param>
/// <param name="Attached">The files.</param>
public sealed record AgencyLetterMail(string Subject, string Body, IReadOnlyList<MailFile> Attached) : IMailWithFiles, IMailOfItsMoment
{
    /// <inheritdoc />
    public IReadOnlyList<MailFile> Files => Attached;

    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(Subject, [.. Body.Split("\n\n")]) { WaysBack = WaysBack.Unsaid, IsWritten = true };
}
