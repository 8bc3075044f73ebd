using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform;
using Portal.Web.Hosting;

namespace Portal.Web.Pages;

/// <summary>What a person sees when something goes wrong: what it means and what to do.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>What happened, in English.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do, in English.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>Whether signing in again may help.</summary>
    public bool MaySignIn { get; private set; }

    /// <summary>Whether the office is still being set up, so no other page is open either.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Shows the page for a link or form that failed. Visiting the URL directly returns 404.</summary>
    public void OnGet()
    {
        // Read from the route, because nothing is bound after a form that couldn't be read.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = HttpContext.IsErrorPage() ? code : StatusCodes.Status404NotFound;
        IsClosed = HttpContext.HasClosedSite();
        (Heading, Lines) = IsClosed ? ClosedSite : HttpContext.HasStaleForm() ? StaleForm : Words(Response.StatusCode);
        var isOffice = OriginalPath.StartsWithSegments(Links.Office.Home);
        if (isOffice && Response.StatusCode == 403)
            (Heading, Lines) = ("You don't have access to this page", ["Your role doesn't let you open this page. Ask an administrator if you need access."]);
        MaySignIn = Response.StatusCode is 401 or 403 && !isOffice;
    }

    private PathString OriginalPath => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";

    /// <inheritdoc cref="OnGet" />
    public void OnPost() => OnGet();

    private static (string, string[]) ClosedSite =>
    (
        "We're still setting up this site",
        ["Our office can't take requests here yet, and nothing was sent. Please come back soon.", "If you need help now, call or write to our office."]
    );

    private static (string, string[]) StaleForm =>
    (
        "Your session timed out",
        [
            "Nothing was sent. Go back one page with your browser's Back button. What you typed should still be there. Copy it, reload the page, paste it, and send it again.",
            "This also happens when your browser blocks cookies.",
        ]
    );

    private static (string, string[]) Words(int code) => code switch
    {
        400 or 415 => ("We couldn't read what you sent", ["Go back and try again. If it happens again, contact us. We can help you another way."]),
        401 or 403 => ("You don't have access to this page", ["You may need to sign in again or request a new code."]),
        404 or 405 or 410 => ("We can't find this page", ["If you typed the web address, check it. If you followed a link, it may be out of date."]),
        408 or 503 or 504 => ("This service isn't available right now", ["Try again in a few minutes. Everything you saved is safe."]),
        413 =>
        (
            "What you sent is too large",
            ["Nothing was saved. If you added a file, go back and choose a smaller one. A photo of each page works well.", "If you wrote a long text, shorten it and send the rest separately."]
        ),
        429 => ("Too many attempts", ["Wait a few minutes, then try again. This limit protects everyone's information."]),
        _ => ("Something went wrong on our end", ["We've made a note of it. Go back and try again in a few minutes. Everything you saved is safe."]),
    };
}
