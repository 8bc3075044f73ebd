using Portal.Domain.Platform;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Asks the constituent, who requested help, to sign a release.</summary>
public sealed record ReleaseRequestedMail(string Reference, string LinkToken, bool OnPaper = false) : IMail
{
    /// <summary>Whether they sign for a person who can't.</summary>
    public bool ForSomeoneElse { get; init; }

    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please sign: we can't contact the agency without it"),
    [
        ForSomeoneElse
            ? desk.T(
                "To help with case {0}, we need your signature on a privacy release. Federal law requires it before an agency can talk to us about the person you're signing for.",
                Reference)
            : desk.T(
                "To help with case {0}, we need your signature on a privacy release. Federal law requires it before an agency can talk to us about you.",
                Reference),
        desk.HowToSign(OnPaper),
    ])
    {
        Link = desk.SigningLink(LinkToken, OnPaper),
        Closing = [desk.T("Weren't expecting this? Don't sign. Call us.")],
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>Asks someone to sign when a helper requested help for them, possibly without their knowledge.</summary>
/// <param name="Helper">The helper's name.</param>
/// <param name="OfficeMember">The Member as named within a sentence in the reader's language.</param>
/// <param name="Agency">The agency's name with its article, in the reader's language.</param>
/// <param name="Directory">The official site where the reader can look up the office.</param>
public sealed record ReleaseRequestedByHelperMail(
    string Helper, string OfficeMember, string Agency, string Directory, string LinkToken, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("{0} asked us to help you with {1}", Helper, Agency),
    [
        desk.T("{0} asked the office of {1} to help you with {2}. We can't ask {2} about you unless you agree.", Helper, OfficeMember, Agency),
        desk.T(
            "If you want our help, read and sign a privacy release. Only you can sign it. {0} won't see your records unless you allow it.",
            Helper),
        desk.HowToSign(OnPaper),
        desk.T("If you don't want this, do nothing and we won't contact any agency."),
    ])
    {
        Link = (OnPaper ? desk.T("Print the form") : desk.T("Read and decide"), desk.Page(Links.Release.Open(LinkToken))),
        Closing = [desk.T("Want to be sure this is really us? Look up {0} at {1} and call the number there.", OfficeMember, Directory)],
    };
}

/// <summary>Asks someone to sign for a person who can't, whom another person named.</summary>
/// <param name="Writer">The name of who asked for help.</param>
/// <param name="OfficeMember">The Member as named within a sentence in the reader's language.</param>
/// <param name="Directory">The official site where the reader can look up the office.</param>
public sealed record ReleaseRequestedFromRepresentativeMail(
    string Writer, string OfficeMember, string Directory, string LinkToken, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please sign for someone who can't"),
    [
        desk.T("{0} asked the office of {1} for help for someone who can't sign, and named you as the person who can sign for them.", Writer, OfficeMember),
        desk.T("Federal law requires a signed privacy release before an agency can talk to us about that person."),
        desk.T("You'll need proof that you can sign: a birth certificate, court order, power of attorney, or death certificate. A photo of it is enough."),
        desk.HowToSign(OnPaper),
    ])
    {
        Link = desk.SigningLink(LinkToken, OnPaper),
        Closing = [desk.T("Want to be sure this is really us? Look up {0} at {1} and call the number there.", OfficeMember, Directory)],
    };
}

/// <summary>Asks the other party to a petition to sign.</summary>
/// <param name="OfficeMember">The Member as named within a sentence in the reader's language.</param>
/// <param name="Directory">The official site where the reader can look up the office.</param>
public sealed record ReleaseRequestedFromPartyMail(string OfficeMember, string Directory, string LinkToken, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please sign so we can ask about a petition"),
    [
        desk.T("Someone asked the office of {0} to help with a petition that involves you.", OfficeMember),
        desk.T("Federal law requires your signature on a privacy release before the agency can talk to us about you."),
        desk.HowToSign(OnPaper),
    ])
    {
        Link = desk.SigningLink(LinkToken, OnPaper),
        Closing = [desk.T("Want to be sure this is really us? Look up {0} at {1} and call the number there.", OfficeMember, Directory)],
    };
}

/// <summary>Reminds the signer.</summary>
/// <param name="Reference">The case reference, for the person the case is about; null for another party.</param>
/// <param name="CloseOn">The day from which the office may close the case without the signature; null when it won't or already may.</param>
public sealed record ReleaseReminderMail(
    string LinkToken, int Reminder, bool OnPaper = false, string? Reference = null, DateOnly? CloseOn = null) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(
        CloseOn is { } by
            ? desk.T("Reminder: we still need your signature by {0}", desk.Day(by))
            : desk.T("Reminder: we still need your signature"),
    [
        Reference is { } reference
            ? desk.T("We can't contact the agency about case {0} until you sign your privacy release.", reference)
            : desk.T("We can't contact the agency about you until you sign your privacy release."),
        .. CloseOn is { } day
            ? [desk.T("If we don't have it by {0}, we may close the case; you can always ask us to reopen it.", desk.Day(day))]
            : Array.Empty<string>(),
        .. OnPaper ? [desk.HowToSign(OnPaper), desk.T("Having trouble signing, or changed your mind? Call us.")]
            : (string[])[desk.T("Having trouble signing, changed your mind, or prefer paper? Call us.")],
    ])
    {
        Link = desk.SigningLink(LinkToken, OnPaper),
    };
}

/// <summary>Confirms the signature; the copy is ready.</summary>
public sealed record ReleaseSignedMail(string LinkToken) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We have your signed privacy release"),
    [
        desk.T("Thank you. We have your signed privacy release. You can read, print, and download your copy on our website."),
        desk.T("You can withdraw the release there anytime. Didn't sign it? Call us right away."),
    ])
    {
        Link = (desk.T("Get my copy"), desk.Page(Links.Release.Open(LinkToken))),
    };
}

/// <summary>Confirms a withdrawal, which someone else may have made.</summary>
/// <param name="ByOffice">Whether staff recorded the withdrawal at the person's request.</param>
public sealed record ReleaseWithdrawnMail(string LinkToken, bool ByOffice = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(ByOffice ? desk.T("Your privacy release was withdrawn") : desk.T("You withdrew a privacy release"),
    [
        desk.T("Your privacy release has been withdrawn. We won't send the agency anything more under it. If we already sent something, we can't get it back."),
        ByOffice ? desk.T("Didn't ask for this? Call us right away.") : desk.T("Didn't withdraw it? Call us right away."),
    ])
    {
        Link = (desk.T("See my release"), desk.Page(Links.Release.Open(LinkToken))),
    };
}

/// <summary>Tells the signer that the release can't be used; the page says why.</summary>
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

/// <summary>Asks for a new signature when a release is about to expire on an open case; the new one is already filled in.</summary>
public sealed record ReleaseRenewalMail(string LinkToken, DateOnly ExpiresOn, bool OnPaper = false) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please sign again: your release expires on {0}", desk.Day(ExpiresOn)),
    [
        desk.T("Your release expires on {0}, and your case is still open. Sign again so we can keep helping.", desk.Day(ExpiresOn)),
        OnPaper
            ? desk.HowToSign(OnPaper)
            : desk.T("Everything is already filled in. Signing takes about two minutes."),
    ])
    {
        Link = desk.SigningLink(LinkToken, OnPaper),
        Closing = [desk.T("Don't want to continue? Do nothing, and your release will expire on that date.")],
    };
}

/// <summary>What emails about a signature have in common.</summary>
internal static class SigningWords
{
    public static string HowToSign(this MailDesk desk, bool onPaper) => onPaper
        ? desk.T("This agency accepts only ink signatures. Print the form, sign it, and upload a photo of it on our website. No printer? Call us and we'll mail you the form.")
        : desk.T("Reading and signing it on our website takes about five minutes. You can also print it and sign in ink.");

    public static (string Label, Uri Address) SigningLink(this MailDesk desk, string token, bool onPaper) =>
        (onPaper ? desk.T("Print the form") : desk.T("Read and sign"), desk.Page(Links.Release.Open(token)));
}
