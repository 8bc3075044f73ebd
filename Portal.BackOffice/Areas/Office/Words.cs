using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office;

/// <summary>English words for values; the keys of their translations.</summary>
public static class Words
{
    /// <summary>What can have happened on the page of one's own sign-in.</summary>
    public static readonly IReadOnlyDictionary<string, string> AccountNotices = new Dictionary<string, string>
    {
        ["enrolled"] = "Your passkey works and you are signed in. Make a second one on another device, so that you can still sign in when the first is lost.",
        ["passkey"] = "The passkey was added.",
        ["removed"] = "The passkey was removed.",
    };

    /// <summary>A role.</summary>
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.ReadOnly => "Read only",
        StaffRole.Intern => "Intern",
        StaffRole.Caseworker => "Caseworker",
        StaffRole.CaseworkManager => "Casework manager",
        _ => "Administrator",
    };
}
