namespace Portal.Tests.Browser;

/// <summary>What leads somewhere: a link, or on a page about a case the button that keeps what was typed there.</summary>
internal static class Leading
{
    /// <summary>CSS selector for what leads to pages under a path.</summary>
    public static string To(string path) => $"main :is(a[href^='{path}'], button[formaction*='leave={Uri.EscapeDataString(path)}'])";
}
