using Portal.Domain.HelpRequests;

namespace Portal.Domain.Corrections;

/// <summary>English text for corrections. Each is also its translation key.</summary>
public static class CorrectionText
{
    /// <summary>The reason.</summary>
    public static string Describe(CorrectionReason reason) => reason switch
    {
        CorrectionReason.Asked => "The person asked us to",
        CorrectionReason.Returned => "Email or mail came back",
        CorrectionReason.Mistyped => "It was mistyped",
        _ => "It changed, such as by a move or a marriage",
    };

    /// <summary>The check.</summary>
    public static string Describe(IdentityCheck check) => check switch
    {
        IdentityCheck.CalledBack => "Called back at a number already on file",
        IdentityCheck.InPerson => "Saw the person's identification",
        _ => "Got a signed letter",
    };

    /// <summary>The part that was corrected.</summary>
    public static string Describe(ContactField field) => field switch
    {
        ContactField.Name => "name",
        ContactField.Email => "email",
        ContactField.Phone => "phone number",
        ContactField.Address => "address",
        ContactField.HelperName => "helper's name",
        ContactField.HelperEmail => "helper's email",
        _ => "helper's phone number",
    };
}
