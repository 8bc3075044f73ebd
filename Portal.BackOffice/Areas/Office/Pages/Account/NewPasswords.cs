using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Checks a new password that was typed twice.</summary>
internal static class NewPasswords
{
    /// <param name="refusal">Why the rules reject it, in English; null if they don't.</param>
    public static bool Check(FormCheck check, string? refusal, bool isTypedAlike) => refusal is not null
        ? check.Problem("Input.Password", refusal).Passed
        : check.That(isTypedAlike, "Input.Again", "The passwords don't match. Enter both again.").Passed;
}
