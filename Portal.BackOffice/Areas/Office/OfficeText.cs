using System.Globalization;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.Resources;
using Portal.Domain.Routing;

namespace Portal.BackOffice.Areas.Office;

/// <summary>English text for values. It's also the key of the translation.</summary>
public static class OfficeText
{
    /// <summary>Status of a version of an agency's form.</summary>
    public static string Describe(AgencyFormState state) => state switch
    {
        AgencyFormState.Draft => "Draft",
        AgencyFormState.Published => "In use",
        _ => "No longer in use",
    };

    /// <summary>Kind of form field.</summary>
    public static string Describe(FieldKind kind) => kind switch
    {
        FieldKind.CheckBox => "Check box",
        FieldKind.Radio => "Radio buttons",
        FieldKind.Choice => "Drop-down list",
        FieldKind.Signature => "Signature field",
        _ => "Text field",
    };

    /// <summary>The roles, each with a description of what it can do.</summary>
    public static IEnumerable<Choice> Roles { get; } =
    [
        new(nameof(StaffRole.Caseworker), Describe(StaffRole.Caseworker), "Works on cases, contacts agencies, and can see ID numbers."),
        new(
            nameof(StaffRole.CaseworkManager), Describe(StaffRole.CaseworkManager),
            "Everything a caseworker can do, plus routing, agencies, holidays, templates, the activity log, and exporting cases."),
        new(nameof(StaffRole.Intern), Describe(StaffRole.Intern), "Takes new cases and writes notes. Can't see ID numbers or documents, write to constituents, or contact agencies."),
        new(nameof(StaffRole.ReadOnly), Describe(StaffRole.ReadOnly), "Can see cases but can't change anything."),
        new(nameof(StaffRole.Administrator), Describe(StaffRole.Administrator), "Everything, including staff accounts, jobs, and settings."),
    ];

    /// <summary>A language in which Portal writes.</summary>
    public static string LanguageOf(string code) => code == "es" ? "Spanish" : "English";

    /// <summary>Name of a role.</summary>
    public static string Describe(StaffRole role) => role switch
    {
        StaffRole.ReadOnly => "Read-only",
        StaffRole.Intern => "Intern",
        StaffRole.Caseworker => "Caseworker",
        StaffRole.CaseworkManager => "Casework manager",
        _ => "Administrator",
    };

    /// <summary>How the connection to the email server is encrypted.</summary>
    public static string Of(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => "Required (STARTTLS)",
        MailSecurity.Tls => "TLS from the start",
        _ => "Not needed. The email server is on this computer.",
    };

    /// <summary>How we sign in to the email server; {0} is the user name.</summary>
    public static string Of(MailSignIn signIn) => signIn switch
    {
        MailSignIn.Password => "As {0}, with a password",
        MailSignIn.AccessToken => "As {0}, with an access token",
        _ => "Not needed",
    };

    /// <summary>What a rule is based on.</summary>
    public static string Describe(RoutingAspect aspect) => aspect switch
    {
        RoutingAspect.Emergency => "Emergency",
        RoutingAspect.SamePerson => "Same person",
        RoutingAspect.Language => "Language",
        RoutingAspect.Topic => "Agency or topic",
        RoutingAspect.Load => "Caseload",
        _ => "Location",
    };

    /// <summary>The kind of help an organization gives.</summary>
    public static string Describe(ResourceKind kind) => kind switch
    {
        ResourceKind.StateOrLocal => "State and local",
        ResourceKind.Regulator => "Regulators",
        ResourceKind.Crisis => "Crisis help",
        _ => "Community help",
    };

    /// <summary>How an agency's contact is reached.</summary>
    public static string Describe(InquiryMethod method) => method switch
    {
        InquiryMethod.Email => "Email",
        InquiryMethod.Fax => "Fax",
        InquiryMethod.Phone => "Phone",
        InquiryMethod.AgencyPortal => "Web form",
        _ => "Mail",
    };

    /// <summary>How a release must be signed.</summary>
    public static string Describe(SignatureClass signature) => signature switch
    {
        SignatureClass.Electronic => "Electronic",
        SignatureClass.Ink => "Ink on paper",
        SignatureClass.OwnForm => "The agency's own form",
        _ => "No release needed",
    };

    /// <summary>Language names from comma-separated codes; a dash for none.</summary>
    public static string Languages(string codes, string reader) =>
        codes.Length == 0 ? "–" : string.Join(", ", codes.Split(',').Select(c => SpokenLanguages.NameOf(c, reader)));

    /// <summary>A day, formatted for lists.</summary>
    public static string Day(DateOnly day) => OfficeDates.Day(day, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
