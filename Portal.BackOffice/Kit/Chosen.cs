using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Which items a field shows as selected: the posted ones, or else the model's, or else those marked as selected.
/// </summary>
internal sealed class Chosen(ViewContext view, string name, object? model)
{
    private readonly HashSet<string>? values = Posted(view, name) ?? Values(model);

    public bool Includes(SelectListItem item) => values?.Contains(item.Value) ?? item.Selected;

    private static HashSet<string>? Posted(ViewContext view, string name) =>
        view.ViewData.ModelState.TryGetValue(name, out var entry) && entry.RawValue is not null
            ? entry.RawValue is IEnumerable<string> many ? [.. many] : [entry.AttemptedValue ?? ""]
            : null;

    private static HashSet<string>? Values(object? model) => model switch
    {
        null => null,
        string one => [one],
        IEnumerable many => [.. many.Cast<object?>().Select(Value)],
        _ => [Value(model)],
    };

    private static string Value(object? one) => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "";
}
