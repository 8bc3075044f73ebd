using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Hosting;

namespace Portal.Web.Pages;

/// <summary>What a person sees when something went wrong: what it means and what to do.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>What happened, in English.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do, in English.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>Signing in again may help.</summary>
    public bool MaySignIn { get; private set; }

    /// <summary>Shows the page for a link or a form that failed; the page is not there for those who type its address.</summary>
    public void OnGet()
    {
        // From the route itself: after a form that cannot be read nothing is bound.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        var isReal = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Response.StatusCode = isReal ? code : StatusCodes.Status404NotFound;
        (Heading, Lines) = HttpContext.HasStaleForm() ? StaleForm : Words(Response.StatusCode);
        var isOffice = OriginalPath.StartsWithSegments("/office");
        if (isOffice && Response.StatusCode == 403)
            (Heading, Lines) = ("You cannot open this page", ["Your role in the office does not allow it. Ask an administrator if you need it."]);
        MaySignIn = Response.StatusCode is 401 or 403 && !isOffice;
    }

    private PathString OriginalPath => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";

    /// <inheritdoc cref="OnGet" />
    public void OnPost() => OnGet();

    private static (string, string[]) StaleForm =>
    (
        "This page was open for too long",
        [
            "Nothing was sent. Go back one page with your browser’s Back button; what you typed should still be there. Copy it, load the page again, paste it and send it once more.",
            "This also happens when your browser blocks cookies.",
        ]
    );

    private static (string, string[]) Words(int code) => code switch
    {
        400 or 415 => ("We could not read what was sent", ["Please go back and try again. If it happens again, contact us; we can help you in another way."]),
        401 or 403 => ("You cannot open this page", ["You may need to sign in again, or to ask for a new code."]),
        404 or 405 or 410 => ("We cannot find this page", ["If you typed the address, check that it is right. If you followed a link, it may be old."]),
        408 or 503 or 504 => ("This service is not available right now", ["Please try again in a few minutes. What you saved before is safe."]),
        413 => ("The file is too large", ["Please go back and choose a smaller file. A photo of each page works well."]),
        429 => ("Too many tries", ["Please wait a few minutes and then try again. This limit protects everybody’s data."]),
        _ => ("Something went wrong on our side", ["We have made a note of it. Please go back and try again in a few minutes. What you saved before is safe."]),
    };
}
