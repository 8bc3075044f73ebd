using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.BackOffice.Kit;

internal static class FieldErrors
{
    public static string? First(ModelStateDictionary state, string name) =>
        state.TryGetValue(name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public static string? FirstWithin(ModelStateDictionary state, string name) =>
        First(state, name) ?? state.FindKeysWithPrefix(name).SelectMany(e => e.Value!.Errors).FirstOrDefault()?.ErrorMessage;
}
