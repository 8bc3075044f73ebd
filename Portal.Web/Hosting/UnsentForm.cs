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

    /// <summary>Reads it; null when it cannot be read, has files, which cannot be sent again, or a secret, which is not shown.</summary>
    public static async Task<UnsentForm?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Features.Get<IFormFeature>() is null)
            return null;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        return form.Files.Count > 0 || fields.Count is 0 or > MostFields || fields.Exists(f => f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            ? null
            : new(context.Request.PathBase + context.Request.Path + context.Request.QueryString, fields, context.Request.Headers["Sec-Fetch-Site"] == "same-origin");
    }

    /// <summary>The page that shows it.</summary>
    public ViewResult AsResult() => new()
    {
        ViewName = "/Pages/Shared/_Unsent.cshtml",
        StatusCode = StatusCodes.Status400BadRequest,
        ViewData = new ViewDataDictionary<UnsentForm>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = this },
    };
}
