using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.BackOffice.Kit;

namespace Portal.Web.Hosting;

/// <summary>A form that wasn't processed. It's shown again, with the reason, so that nothing in it is lost.</summary>
/// <param name="Address">URL it was posted to.</param>
/// <param name="Fields">All fields, in order.</param>
/// <param name="Reason">Why it wasn't processed.</param>
public sealed record UnsentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, UnsentReason Reason)
{
    private const int MostFields = 200;

    // What pages add by themselves.
    private static readonly string[] OwnFields =
        [FormTarget.Field, "__RequestVerificationToken", "Key", "Input.Stamp", BotChecks.StartedField, BotChecks.HoneypotField, "altcha", PageForms.Go];

    /// <summary>Names of the files that were chosen and are held.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>
    /// Whether the browser says the form came from a page of this site. Only then can one click resend it; a foreign page
    /// could have filled in anything.
    /// </summary>
    public bool IsOurs { get; init; } = true;

    /// <summary>What the user typed, without the fields the page added.</summary>
    public IEnumerable<string> Typed => Fields.Where(f => IsTyped(f.Key) && (f.Key == "Body" || f.Value.Any(char.IsWhiteSpace))).Select(f => f.Value);

    /// <summary>Whether the user typed or chose something.</summary>
    public bool HasContent => Files.Count > 0 || Fields.Any(f => (IsTyped(f.Key) && f.Value.Length > 0) || HeldFormFiles.IsTicket(f.Key));

    /// <summary>
    /// The form that antiforgery read. Null if it couldn't be read, comes from a foreign site, has files, which can't
    /// be resent, or contains a secret, which must not be shown.
    /// </summary>
    public static UnsentForm? From(HttpContext context)
    {
        var from = context.Request.Headers["Sec-Fetch-Site"].ToString();
        return from == "cross-site" || context.Features.Get<IFormFeature>()?.Form is not { } form || form.Files.Any(f => f.Length > 0)
            ? null
            : Of(context, form, UnsentReason.Expired) is { } unsent ? unsent with { IsOurs = from == "same-origin" } : null;
    }

    /// <summary>A form that its page must not process, with its files held. Null if it has nothing to keep, or a secret.</summary>
    public static async Task<UnsentForm?> KeepAsync(HttpContext context, UnsentReason reason, HeldFormFiles held)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Of(context, form, reason) is not { } unsent)
            return null;
        var (tickets, files) = (new List<KeyValuePair<string, string>>(), new List<string>());
        foreach (var file in form.Files.Where(f => f.Length > 0))
            if (await held.HoldAsync(file, context.RequestAborted) is { } ticket)
            {
                tickets.Add(new(HeldFormFiles.FieldOf(file.Name), ticket));
                files.Add(file.FileName);
            }

        return unsent with { Fields = [.. unsent.Fields.Where(f => !HeldFormFiles.IsTicket(f.Key)), .. tickets], Files = files };
    }

    /// <summary>The page that shows the form again.</summary>
    public ViewResult AsResult() => new()
    {
        ViewName = "/Pages/Shared/_Unsent.cshtml",
        StatusCode = Reason == UnsentReason.Expired ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict,
        ViewData = new ViewDataDictionary<UnsentForm>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = this },
    };

    private static UnsentForm? Of(HttpContext context, IFormCollection form, UnsentReason reason)
    {
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        return fields.Count is 0 or > MostFields || fields.Exists(f => IsSecret(f.Key))
            ? null
            : new(context.Request.PathBase + context.Request.Path + context.Request.QueryString, fields, reason);
    }

    private static bool IsTyped(string name) =>
        !OwnFields.Contains(name) && !HeldFormFiles.IsTicket(name) && !name.EndsWith(".Id", StringComparison.Ordinal)
        && name is not ("TopicCode" or "ShownSha256" or "Drawing");

    private static bool IsSecret(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase) || name == "Code" || name.EndsWith(".Code", StringComparison.Ordinal);
}
