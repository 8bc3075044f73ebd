using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.Hosting;

/// <summary>
/// A form that wasn't processed because its antiforgery token had expired. It's shown again so the user can resend it.
/// </summary>
/// <param name="Address">URL it was posted to.</param>
/// <param name="Fields">All fields, in order.</param>
/// <param name="IsOurs">
/// Whether the browser says the form came from a page of this site. Only then can one click resend it; a foreign page
/// could have filled in anything.
/// </param>
public sealed record UnsentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool IsOurs)
{
    private const int MostFields = 200;

    /// <summary>What the user typed, without the fields the page added.</summary>
    public IEnumerable<string> Typed => Fields.Select(f => f.Value).Where(v => v.Any(char.IsWhiteSpace));

    /// <summary>
    /// The form that antiforgery read. Null if it couldn't be read, comes from a foreign site, has files, which can't
    /// be resent, or contains a secret, which must not be shown.
    /// </summary>
    public static UnsentForm? From(HttpContext context)
    {
        var from = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (from == "cross-site" || context.Features.Get<IFormFeature>()?.Form is not { } form)
            return null;
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        return form.Files.Any(f => f.Length > 0) || fields.Count is 0 or > MostFields || fields.Exists(f => IsSecret(f.Key))
            ? null
            : new(context.Request.PathBase + context.Request.Path + context.Request.QueryString, fields, from == "same-origin");
    }

    private static bool IsSecret(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase) || name == "Code" || name.EndsWith(".Code", StringComparison.Ordinal);

    /// <summary>The page that shows the form again.</summary>
    public ViewResult AsResult() => new()
    {
        ViewName = "/Pages/Shared/_Unsent.cshtml",
        StatusCode = StatusCodes.Status400BadRequest,
        ViewData = new ViewDataDictionary<UnsentForm>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = this },
    };
}
