using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.BackOffice.Kit;

/// <summary>The forms of the page, so that what leads away from it can take along what was typed.</summary>
public sealed class PageForms
{
    /// <summary>ID of a form that saves what was typed when the user leaves: a step of a request.</summary>
    public const string Step = "step";

    /// <summary>Field that names the page to go to after saving a step. Nothing is required then.</summary>
    public const string Go = "go";

    /// <summary>Query value of a form that is only shown again, in another language.</summary>
    public const string Switch = "switch";

    /// <summary>Query value with the page to go to; the form is held until its page is opened again.</summary>
    public const string Leave = "leave";

    private int _count;

    /// <summary>ID of the first form with fields; null if there is none.</summary>
    public string? Carrying { get; private set; }

    /// <summary>Whether the page has a step's form.</summary>
    public bool HasStep => Carrying == Step;

    /// <summary>What is known about the form being rendered.</summary>
    internal FormContent Current { get; private set; } = new();

    internal void Begin(bool carries) => Current = new() { HasFields = carries };

    /// <summary>Ends the form being rendered and returns its ID.</summary>
    internal string End(string? id)
    {
        id ??= $"form-{++_count}";
        if (id == Step || Current is { HasFields: true, HasSecret: false })
            Carrying ??= id;
        Current = new();
        return id;
    }

    /// <summary>
    /// URL of this page without what only the last post meant. Otherwise, after an error, every form of the page would be
    /// sent to the handler that failed.
    /// </summary>
    public static string Here(HttpRequest request)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value)
            .Where(q => !q.Key.Equals("handler", StringComparison.OrdinalIgnoreCase) && q.Key is not (Switch or Leave))
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")));
        return request.PathBase + request.Path + new QueryBuilder(query).ToQueryString();
    }

    /// <summary>
    /// Where the user wants to go instead of the next step. What was typed is saved as far as it goes; nothing is required
    /// then. Null if the user continues.
    /// </summary>
    public static string? Leaving(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form[Go].ToString() is { Length: > 0 } path
            && RedirectHttpResult.IsLocalUrl(path) ? path : null;

    /// <inheritdoc cref="Leaving(HttpRequest)" />
    public static string? Leaving(PageModel page) => Leaving(page.Request);

    /// <summary>What a form contains.</summary>
    internal sealed class FormContent
    {
        public bool HasFields { get; set; }

        /// <summary>A password is never shown again, so its form isn't taken along.</summary>
        public bool HasSecret { get; set; }
    }
}
