namespace Portal.Domain.Platform;

/// <summary>
/// The address of every page, for links in pages and emails. The only other place that names an address is a page's own
/// <c>@page</c> directive. Paths are relative to the site; <c>new Uri(site, path)</c> makes them absolute.
/// </summary>
public static partial class Links
{
    /// <summary>The home page.</summary>
    public const string Home = "/";

    /// <summary>The part of the home page that says how to reach the office.</summary>
    public const string Reach = "/#reach";

    /// <summary>Where anyone can verify a sealed release.</summary>
    public const string Verify = "/verify";

    /// <summary>The same, with the code of a release filled in.</summary>
    public static string VerifyCode(string code) => With(Verify, ("code", code));

    /// <summary>Acronyms, programs, and forms in plain words.</summary>
    public const string Glossary = "/glossary";

    /// <summary>Signing out and clearing this computer.</summary>
    public const string Leave = "/leave";

    /// <summary>The same page in another language.</summary>
    public static string Language(string language, string back) => With("/language/" + language, ("back", back));

    /// <summary>Asking the office for help.</summary>
    public static class Request
    {
        /// <summary>The first page of a request.</summary>
        public const string Start = "/request";

        /// <summary>The first page of a request about an event, whose topic is then chosen already.</summary>
        public static string StartFor(Guid surge) => With(Start, ("surge", surge.ToString()));

        /// <summary>What to do when the office can't help with a topic.</summary>
        public const string Other = "/request/other";

        /// <summary>The request was sent.</summary>
        public const string Done = "/request/done";

        /// <summary>Saving a request to finish later.</summary>
        public const string Save = "/request/save";

        /// <summary>Returning to a saved request.</summary>
        public const string Return = "/request/return";

        /// <summary>A copy of the person's own answers.</summary>
        public const string Mine = "/request/mine";

        /// <summary>The answers were deleted.</summary>
        public const string Erased = "/request/erased";

        /// <summary>The page of a step, by its key. Opened from the review page, it leads back there.</summary>
        public static string Step(string key, bool fromCheck = false) => With("/request/" + key, ("from", fromCheck ? "check" : null));

        /// <summary>Shown when the address may be outside the district or state. Part of the step that asks for it.</summary>
        public static string Residency(bool fromCheck = false) => Step("residency", fromCheck);
    }

    /// <summary>The case as the constituent sees it.</summary>
    public static class Status
    {
        /// <summary>Where a code is requested.</summary>
        public const string Start = "/status";

        /// <summary>The same, with the notice that the session ended.</summary>
        public const string Ended = "/status?ended=true";

        /// <summary>The case.</summary>
        public const string Case = "/status/case";

        /// <summary>Closing the person's own case.</summary>
        public const string Close = "/status/close";

        /// <summary>Correcting the person's own contact data.</summary>
        public const string Contact = "/status/contact";

        /// <summary>Entering the code.</summary>
        public static string Code(Guid id) => $"/status/code/{id}";

        /// <summary>Naming the other party to a petition.</summary>
        public static string Person(string role) => With("/status/person", ("role", role));

        /// <summary>Checking and confirming what staff wrote down.</summary>
        public const string Check = "/status/check";

        /// <summary>Saying how far an agency's answer helped.</summary>
        public static string Answer(Guid response, string? help = null) => With($"/status/answer/{response}", ("help", help));

        /// <summary>Withdrawing a release.</summary>
        public static string Withdraw(Guid release) => $"/status/withdraw/{release}";
    }

    /// <summary>Signing a release through the link in an email or on a printed form.</summary>
    public static class Release
    {
        /// <summary>What to do without a link.</summary>
        public const string Start = "/release";

        /// <summary>The release.</summary>
        public static string Open(string token) => Page(token, null);

        /// <summary>The release, with the notice that the signed form arrived.</summary>
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

        /// <summary>The instructions and the translation of that form, to keep.</summary>
        public static string PrintToKeep(string token) => Links.Handler(Print(token), "Keep");

        /// <summary>Confirmation that the release is signed.</summary>
        public static string Done(string token) => Page(token, "done");

        /// <summary>The signer's copy.</summary>
        public static string Pdf(string token) => Page(token, "pdf");

        /// <summary>Withdrawing it.</summary>
        public static string Withdraw(string token) => Page(token, "withdraw");

        /// <summary>One sealed release, for someone at the agency.</summary>
        public static string Shared(string token) => "/release/shared/" + Uri.EscapeDataString(token);

        private static string Page(string token, string? page) => $"{Start}/{Uri.EscapeDataString(token)}{(page is null ? "" : "/" + page)}";
    }

    /// <summary>The news of an event that brings many people at once.</summary>
    public static class News
    {
        /// <summary>Asking for the news.</summary>
        public static string Join(Guid surge) => $"/news/{surge}";

        /// <summary>Confirming it.</summary>
        public static string Confirm(string token) => "/news/confirm/" + Uri.EscapeDataString(token);

        /// <summary>Leaving it.</summary>
        public static string Leave(Guid subscriber, string key) => $"/news/leave/{subscriber}/{Uri.EscapeDataString(key)}";
    }

    /// <summary>Help pages.</summary>
    public static class Help
    {
        /// <summary>How we handle what people tell us.</summary>
        public const string Privacy = "/help/privacy";

        /// <summary>The accessibility statement.</summary>
        public const string Accessibility = "/help/accessibility";

        /// <summary>What happens after a request.</summary>
        public const string After = "/help/after";
    }

    /// <summary>The address of a named handler on a page.</summary>
    public static string Handler(string path, string handler) => With(path, ("handler", handler));

    /// <summary>A path with a query string of the values that aren't null.</summary>
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
