using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Release;

/// <summary>The steps to a signed release, on the website or on paper.</summary>
internal static class SigningSteps
{
    /// <summary>The steps, with the current one starting at 1.</summary>
    public static Steps At(int step, bool electronic) => electronic
        ? new(step, "Check your information", "How you'll sign", "Read and sign", "Your copy")
        : new(step, "Check your information", "How you'll sign", "Print, sign, and send back", "Your copy");
}
