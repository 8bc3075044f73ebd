using System.Globalization;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.Routing;

namespace Portal.BackOffice.Areas.Office;

/// <summary>English words for values and notices; the keys of their translations.</summary>
public static class Words
{
    /// <summary>What can have happened on the page of one's own sign-in.</summary>
    public static readonly IReadOnlyDictionary<string, string> AccountNotices = new Dictionary<string, string>
    {
        ["enrolled"] = "Your passkey works, and you're signed in. Create a second one on another device so you can still sign in if you lose the first.",
        ["passkey"] = "Passkey added.",
        ["removed"] = "Passkey removed.",
    };

    /// <summary>What can have happened to a member of staff.</summary>
    public static readonly IReadOnlyDictionary<string, string> StaffNotices = new Dictionary<string, string>
    {
        ["saved"] = "Change saved.",
        ["shut"] = "Account deactivated. All of this person's sessions have ended.",
        ["opened"] = "Account reactivated.",
    };

    /// <summary>What can have happened on the Jobs page.</summary>
    public static readonly IReadOnlyDictionary<string, string> JobNotices = new Dictionary<string, string>
    {
        ["run"] = "The job will run within a few seconds. Reload the page to see the result.",
        ["retry"] = "Email back in line. We'll try to send it within a few seconds.",
        ["retry-all"] = "Emails back in line. We'll try to send them within a few seconds.",
    };

    /// <summary>What can have happened on the Settings page.</summary>
    public static readonly IReadOnlyDictionary<string, string> SettingsNotices = new Dictionary<string, string>
    {
        ["tested"] = "The email server accepted the test email. If it doesn't arrive within a few minutes, check the spam folder.",
    };

    /// <summary>What can have happened to a routing rule.</summary>
    public static readonly IReadOnlyDictionary<string, string> RuleNotices = new Dictionary<string, string>
    {
        ["saved"] = "Rule saved. It applies to new cases from now on.",
        ["removed"] = "Rule deleted.",
    };

    /// <summary>What can have happened to the days on which the office is closed.</summary>
    public static readonly IReadOnlyDictionary<string, string> HolidayNotices = new Dictionary<string, string>
    {
        ["added"] = "The days were added.",
        ["removed"] = "The days were removed. Your office is open on them again.",
    };

    /// <summary>What can have happened to an agency.</summary>
    public static readonly IReadOnlyDictionary<string, string> AgencyNotices = new Dictionary<string, string> { ["saved"] = "Change saved." };

    /// <summary>What can have happened to an agency's form.</summary>
    public static readonly IReadOnlyDictionary<string, string> FormNotices = new Dictionary<string, string>
    {
        ["uploaded"] = "Form saved as a draft. Now set up its fields.",
        ["revised"] = "New draft created from this form. It keeps the field setup.",
        ["mapped"] = "Field setup saved.",
        ["saved"] = "Change saved.",
        ["published"] = "Form published. Releases signed from now on will use it.",
        ["discarded"] = "Draft deleted.",
        ["ended"] = "Form taken out of use.",
    };

    /// <summary>Where a version of an agency's form stands.</summary>
    public static string Describe(AgencyFormState state) => state switch
    {
        AgencyFormState.Draft => "Draft",
        AgencyFormState.Published => "In use",
        _ => "No longer in use",
    };

    /// <summary>What kind of field it is.</summary>
    public static string Describe(FieldKind kind) => kind switch
    {
        FieldKind.CheckBox => "Check box",
        FieldKind.Radio => "Radio buttons",
        FieldKind.Choice => "Drop-down list",
        FieldKind.Signature => "Signature field",
        _ => "Text field",
    };

    /// <summary>The roles, each with what it may do.</summary>
    public static IEnumerable<Choice> Roles { get; } =
    [
        new(nameof(StaffRole.Caseworker), Describe(StaffRole.Caseworker), "Works cases, contacts agencies, and sees ID numbers."),
        new(nameof(StaffRole.CaseworkManager), Describe(StaffRole.CaseworkManager), "Everything a caseworker can do, plus routing, agencies, holidays, templates, the activity log, and exporting cases."),
        new(nameof(StaffRole.Intern), Describe(StaffRole.Intern), "Helps with intake: takes cases and writes notes. Can't see ID numbers or contact agencies."),
        new(nameof(StaffRole.ReadOnly), Describe(StaffRole.ReadOnly), "Can see cases but can't change anything."),
        new(nameof(StaffRole.Administrator), Describe(StaffRole.Administrator), "Everything, including staff accounts and jobs."),
    ];

    /// <summary>A role.</summary>
    public static string Describe(StaffRole role) => role switch
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
    public static string Describe(RoutingAspect aspect) => aspect switch
    {
        RoutingAspect.Emergency => "Emergency",
        RoutingAspect.SamePerson => "Same person",
        RoutingAspect.Language => "Language",
        RoutingAspect.Topic => "Agency or topic",
        RoutingAspect.Load => "Caseload",
        _ => "Location",
    };

    /// <summary>How a release has to be signed.</summary>
    public static string Describe(SignatureClass signature) => signature switch
    {
        SignatureClass.Electronic => "Electronic",
        SignatureClass.Ink => "Ink on paper",
        SignatureClass.OwnForm => "The agency's own form",
        _ => "No release needed",
    };

    /// <summary>Languages by name, from codes with commas; a dash for none.</summary>
    public static string Languages(string codes, string reader) => codes.Length == 0 ? "–" : string.Join(", ", codes.Split(',').Select(c => SpokenLanguages.NameOf(c, reader)));

    /// <summary>A day in a list.</summary>
    public static string Day(DateOnly day) => Pages.Cases.Times.Day(day, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
