using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Domain.Platform.Files;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Gives pages the files that were chosen before their form was shown again as if they had just been sent. A file field that is
/// shown with files holds them and sends their tickets along.
/// </summary>
public sealed class HeldFormFiles(HeldFiles held) : IAsyncPageFilter
{
    private const string Suffix = ".held";
    private const long MostBytes = 64 * 1024 * 1024;
    private const int MostFiles = 30;

    /// <summary>Name of the field with the tickets of a file field.</summary>
    public static string FieldOf(string name) => name + Suffix;

    /// <summary>Whether a field holds a ticket.</summary>
    public static bool IsTicket(string field) => field.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Holds a posted file; null if it can't be held.</summary>
    public async Task<string?> HoldAsync(IFormFile file, CancellationToken cancellation)
    {
        if (file is HeldFormFile { Ticket: var ticket })
            return ticket;
        if (file.Length is 0 or > MostBytes)
            return null;
        var content = file.OpenReadStream();
        content.Position = 0;
        return await held.HoldAsync(file.FileName, content, MostBytes, cancellation);
    }

    /// <inheritdoc />
    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return;
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return; // too large or unreadable; reported by those who need the form
        }

        var files = new FormFileCollection();
        files.AddRange(form.Files);
        foreach (var (name, ticket) in Tickets(form).Take(MostFiles))
            if (await held.OpenAsync(ticket, context.HttpContext.RequestAborted) is { } file)
            {
                context.HttpContext.Response.RegisterForDispose(file.Content);
                files.Add(new HeldFormFile(name, file.FileName, file.Content) { Ticket = ticket });
            }

        if (files.Count > form.Files.Count)
            request.Form = new FormCollection(form.ToDictionary(), files);
    }

    /// <inheritdoc />
    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => next();

    // Files that were chosen now replace those that were chosen before.
    private static IEnumerable<(string Name, string Ticket)> Tickets(IFormCollection form) =>
        from field in form
        where IsTicket(field.Key)
        let name = field.Key[..^Suffix.Length]
        where !form.Files.Any(f => f.Name == name && f.Length > 0)
        from ticket in field.Value
        where ticket is not null
        select (name, ticket);
}
