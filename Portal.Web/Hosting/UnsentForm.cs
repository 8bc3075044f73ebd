using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web.Hosting;

/// <summary>A form that was not carried out because its protection against forgery had expired: shown once more, to be sent again.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">Every field, in order.</param>
/// <param name="IsOurs">
/// Whether the browser says that a page of this site sent it. Only then may a click send it again; a foreign page could have
/// filled in anything.
/// </param>
public sealed record UnsentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool IsOurs)
{
    private const int MostFields = 200;

    /// <summary>What somebody typed, and not what the page put there itself.</summary>
    public IEnumerable<string> Typed => Fields.Select(f => f.Value).Where(v => v.Any(char.IsWhiteSpace));

    /// <summary>
    /// What antiforgery read; null when it could not be read, comes from a foreign site, has files, which cannot be sent
    /// again, or a secret, which is not shown.
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

    /// <summary>The page that shows it.</summary>
    public ViewResult AsResult() => new()
    {
        ViewName = "/Pages/Shared/_Unsent.cshtml",
        StatusCode = StatusCodes.Status400BadRequest,
        ViewData = new ViewDataDictionary<UnsentForm>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = this },
    };
}
