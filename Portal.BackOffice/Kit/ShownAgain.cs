using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.BackOffice.Kit;

/// <summary>Loads a page as for reading and shows it with everything that was typed in its form, which isn't processed.</summary>
public static class ShownAgain
{
    /// <summary>Runs the page's own handler, then gives the page back what was bound from the form.</summary>
    public static async Task RunAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        foreach (var entry in context.ModelState.Values)
            entry.Errors.Clear();
        var posted = Posted(context.HandlerInstance, context.HttpContext.Request.Form);
        await next();
        foreach (var (property, value) in posted)
            property.SetValue(context.HandlerInstance, value);
    }

    private static List<(PropertyInfo, object?)> Posted(object page, IFormCollection form)
    {
        var names = form.Keys.Concat(form.Files.Select(f => f.Name)).ToList();
        bool IsPosted(string name) => names.Exists(n =>
            n.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (n.Length == name.Length || n[name.Length] is '.' or '['));
        return
        [
            .. page.GetType().GetProperties()
                .Where(p => p.IsDefined(typeof(BindPropertyAttribute), true) && p.CanWrite && IsPosted(p.Name))
                .Select(p => (p, p.GetValue(page))),
        ];
    }
}
