namespace Portal.Domain.Platform;

/// <summary>
/// The address of every page, for pages and mails alike. Only a page's own <c>@page</c> line names an address besides.
/// Paths are of the site itself; <c>new Uri(site, path)</c> makes one of them whole.
/// </summary>
public static partial class Links
{
    /// <summary>The first page.</summary>
    public const string Home = "/";

    /// <summary>The part of the first page that says how to reach the office.</summary>
    public const string Reach = "/#reach";

    /// <summary>Where anybody checks a sealed release.</summary>
    public const string Verify = "/verify";

    /// <summary>The same, with the code of a release filled in.</summary>
    public static string VerifyCode(string code) => With(Verify, ("code", code));

    /// <summary>The same page in another language.</summary>
    public static string Language(string language, string back) => With("/language/" + language, ("back", back));

    /// <summary>Asking the office for help.</summary>
    public static class Request
    {
        /// <summary>Where a request begins.</summary>
        public const string Start = "/request";

        /// <summary>What to do when the office cannot help with a topic.</summary>
        public const string Other = "/request/other";

        /// <summary>The request was sent.</summary>
        public const string Done = "/request/done";

        /// <summary>Save and come back later.</summary>
        public const string Save = "/request/save";

        /// <summary>Back to a saved request.</summary>
        public const string Return = "/request/return";

        /// <summary>A copy of one's own answers.</summary>
        public const string Mine = "/request/mine";

        /// <summary>The answers were deleted.</summary>
        public const string Erased = "/request/erased";

        /// <summary>The page of a step, by its key; opened from the review it leads back there.</summary>
        public static string Step(string key, bool fromCheck = false) => With("/request/" + key, ("from", fromCheck ? "check" : null));

        /// <summary>Told to people whose address the office may not be for; part of the step that asks for it.</summary>
        public static string Residency(bool fromCheck = false) => Step("residency", fromCheck);
    }

    /// <summary>The case as its owner sees it.</summary>
    public static class Status
    {
        /// <summary>Where a code is requested.</summary>
        public const string Start = "/status";

        /// <summary>The same, with the notice that the session ended.</summary>
        public const string Ended = "/status?ended=true";

        /// <summary>The case.</summary>
        public const string Case = "/status/case";

        /// <summary>Closing one's own case.</summary>
        public const string Close = "/status/close";

        /// <summary>Entering the code.</summary>
        public static string Code(Guid id) => $"/status/code/{id}";

        /// <summary>Naming the other party of a petition.</summary>
        public static string Person(string role) => With("/status/person", ("role", role));

        /// <summary>Taking a release back.</summary>
        public static string Withdraw(Guid release) => $"/status/withdraw/{release}";
    }

    /// <summary>Signing a release by the link that was mailed or printed.</summary>
    public static class Release
    {
        /// <summary>Where somebody without a link is told what to do.</summary>
        public const string Start = "/release";

        /// <summary>The release.</summary>
        public static string Open(string token) => Page(token, null);

        /// <summary>The release, with the notice that its paper arrived.</summary>
        public static string Received(string token) => With(Open(token), ("received", "true"));

        /// <summary>Entering the code.</summary>
        public static string Code(string token, Guid id) => Page(token, $"code/{id}");

        /// <summary>Whose records, and which.</summary>
        public static string Details(string token) => Page(token, "details");

        /// <summary>Who signs.</summary>
        public static string Signer(string token) => Page(token, "signer");

        /// <summary>Read and sign.</summary>
        public static string Read(string token) => Page(token, "read");

        /// <summary>Sign on paper.</summary>
        public static string Paper(string token) => Page(token, "paper");

        /// <summary>The form to print.</summary>
        public static string Print(string token) => Page(token, "print");

        /// <summary>It is signed.</summary>
        public static string Done(string token) => Page(token, "done");

        /// <summary>The signer's copy.</summary>
        public static string Pdf(string token) => Page(token, "pdf");

        /// <summary>Taking it back.</summary>
        public static string Withdraw(string token) => Page(token, "withdraw");

        /// <summary>One sealed release, for somebody at the agency.</summary>
        public static string Shared(string token) => "/release/shared/" + Uri.EscapeDataString(token);

        private static string Page(string token, string? page) => $"{Start}/{Uri.EscapeDataString(token)}{(page is null ? "" : "/" + page)}";
    }

    /// <summary>Pages that explain.</summary>
    public static class Help
    {
        /// <summary>What happens to what people tell us.</summary>
        public const string Privacy = "/help/privacy";

        /// <summary>How usable the site is, and whom to tell.</summary>
        public const string Accessibility = "/help/accessibility";

        /// <summary>What happens after a request.</summary>
        public const string After = "/help/after";
    }

    /// <summary>Where a form posts to that another handler of the page reads.</summary>
    public static string Handler(string path, string handler) => With(path, ("handler", handler));

    /// <summary>A path with a query of the values that are there.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var separator = path.Contains('?') ? '&' : '?';
        foreach (var (name, value) in query)
        {
            if (value is null)
                continue;
            path += $"{separator}{name}={Uri.EscapeDataString(value)}";
            separator = '&';
        }

        return path;
    }
}
