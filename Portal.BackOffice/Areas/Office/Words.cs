using System.Globalization;
using Portal.BackOffice.Forms;
using Portal.Domain.Agencies;
using Portal.Domain.Agencies.Forms;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Pdf.Forms;
using Portal.Domain.Routing;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office;

/// <summary>English words for values and notices; the keys of their translations.</summary>
public static class Words
{
    /// <summary>What can have happened on the page of one's own sign-in.</summary>
    public static readonly IReadOnlyDictionary<string, string> AccountNotices = new Dictionary<string, string>
    {
        ["enrolled"] = "Your passkey works and you are signed in. Make a second one on another device, so that you can still sign in when the first is lost.",
        ["passkey"] = "The passkey was added.",
        ["removed"] = "The passkey was removed.",
    };

    /// <summary>What can have happened to a member of staff.</summary>
    public static readonly IReadOnlyDictionary<string, string> StaffNotices = new Dictionary<string, string>
    {
        ["saved"] = "The change was saved.",
        ["shut"] = "The account was shut, and every session of this person has ended.",
        ["opened"] = "The account is open again.",
    };

    /// <summary>What can have happened on the Jobs page.</summary>
    public static readonly IReadOnlyDictionary<string, string> JobNotices = new Dictionary<string, string>
    {
        ["run"] = "The job will run within a few seconds. Load the page again to see the result.",
        ["retry"] = "The mail is back in line and will be tried within a few seconds.",
        ["retry-all"] = "The mails are back in line and will be tried within a few seconds.",
    };

    /// <summary>What can have happened on the Settings page.</summary>
    public static readonly IReadOnlyDictionary<string, string> SettingsNotices = new Dictionary<string, string>
    {
        ["tested"] = "The email server accepted the test email. If it doesn't arrive within a few minutes, check the spam folder.",
    };

    /// <summary>What can have happened to a routing rule.</summary>
    public static readonly IReadOnlyDictionary<string, string> RuleNotices = new Dictionary<string, string>
    {
        ["saved"] = "The rule was saved. It holds for cases that come in from now on.",
        ["removed"] = "The rule was removed.",
    };

    /// <summary>What can have happened to an agency.</summary>
    public static readonly IReadOnlyDictionary<string, string> AgencyNotices = new Dictionary<string, string> { ["saved"] = "The change was saved." };

    /// <summary>What can have happened to an agency's form.</summary>
    public static readonly IReadOnlyDictionary<string, string> FormNotices = new Dictionary<string, string>
    {
        ["uploaded"] = "The form was taken as a draft. Now say what goes into its fields.",
        ["revised"] = "A new draft was made from this form. What went into its fields was taken over.",
        ["mapped"] = "What goes into the fields was saved.",
        ["saved"] = "The change was saved.",
        ["published"] = "The form is in use for releases that are signed from now on.",
        ["discarded"] = "The draft was thrown away.",
        ["ended"] = "The form is no longer in use.",
    };

    /// <summary>Where a version of an agency's form stands.</summary>
    public static string Of(AgencyFormState state) => state switch
    {
        AgencyFormState.Draft => "Draft",
        AgencyFormState.Published => "In use",
        _ => "No longer in use",
    };

    /// <summary>What kind of field it is.</summary>
    public static string Of(FieldKind kind) => kind switch
    {
        FieldKind.CheckBox => "Check box",
        FieldKind.Radio => "Radio buttons",
        FieldKind.Choice => "List",
        FieldKind.Signature => "Signature field",
        _ => "Text field",
    };

    /// <summary>The roles, each with what it may do.</summary>
    public static IEnumerable<Choice> Roles { get; } =
    [
        new(nameof(StaffRole.Caseworker), Of(StaffRole.Caseworker), "Works cases, contacts agencies and sees identity numbers."),
        new(nameof(StaffRole.CaseworkManager), Of(StaffRole.CaseworkManager), "Also edits routing and agencies and reads the activity record."),
        new(nameof(StaffRole.Intern), Of(StaffRole.Intern), "Helps with intake. Sees no identity numbers and contacts no agency."),
        new(nameof(StaffRole.ReadOnly), Of(StaffRole.ReadOnly), "Looks at cases and changes nothing."),
        new(nameof(StaffRole.Administrator), Of(StaffRole.Administrator), "Everything, and also staff and jobs."),
    ];

    /// <summary>A role.</summary>
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.ReadOnly => "Read only",
        StaffRole.Intern => "Intern",
        StaffRole.Caseworker => "Caseworker",
        StaffRole.CaseworkManager => "Casework manager",
        _ => "Administrator",
    };

    /// <summary>How the connection to the email server is encrypted.</summary>
    public static string Of(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => "Required (STARTTLS)",
        MailSecurity.Tls => "Required from the start (TLS)",
        _ => "None. The email server is on this computer.",
    };

    /// <summary>How we sign in to the email server; the place is for the user name.</summary>
    public static string Of(MailSignIn signIn) => signIn switch
    {
        MailSignIn.Password => "As {0}, with a password",
        MailSignIn.AccessToken => "As {0}, with an access token",
        _ => "Not needed",
    };

    /// <summary>What a rule looks at.</summary>
    public static string Of(RoutingAspect aspect) => aspect switch
    {
        RoutingAspect.Emergency => "Emergency",
        RoutingAspect.SamePerson => "Same person",
        RoutingAspect.Language => "Language",
        RoutingAspect.Topic => "Agency or topic",
        RoutingAspect.Load => "Load",
        _ => "Location",
    };

    /// <summary>How a release has to be signed.</summary>
    public static string Of(SignatureClass signature) => signature switch
    {
        SignatureClass.Electronic => "Electronic",
        SignatureClass.Ink => "Ink on paper",
        SignatureClass.OwnForm => "The agency’s own form",
        _ => "No release needed",
    };

    /// <summary>Languages by name, from codes with commas; a dash for none.</summary>
    public static string Languages(string codes, string reader) => codes.Length == 0 ? "–" : string.Join(", ", codes.Split(',').Select(c => SpokenLanguages.NameOf(c, reader)));

    /// <summary>A day in a list.</summary>
    public static string Day(DateOnly day) => Pages.Cases.Times.Day(day, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
