using System.Text.RegularExpressions;
using Portal.BackOffice.Security;
using Portal.Domain.Platform.Activity;

namespace Portal.BackOffice.Areas.Office.Pages.Activity;

/// <summary>The events that can appear in the activity log.</summary>
public static partial class EventNames
{
    public static IReadOnlyList<string> All { get; } =
        [.. new[] { typeof(IEvent).Assembly, typeof(SignInChanged).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsInterface: false, IsAbstract: false } && typeof(IEvent).IsAssignableFrom(t)).Select(t => t.Name)];

    /// <summary>"CaseAssigned" as "Case assigned", which is also the key of its translation.</summary>
    public static string Words(string name) =>
        Id().Replace(Hump().Replace(name, m => " " + m.Value.ToLowerInvariant()), "ID").Replace("Sign in ", "Sign-in ", StringComparison.Ordinal);

    /// <summary>The name of an event's field, such as "To priority" for <c>toPriority</c>.</summary>
    public static string Field(string name) => Words(char.ToUpperInvariant(name[0]) + name[1..]);

    /// <summary>A value that is a name in the code, such as "Email confirmed" for <c>EmailConfirmed</c>; any other text as it is.</summary>
    public static string Value(string text) => Name().IsMatch(text) ? Words(text) : text;

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Hump();

    [GeneratedRegex(@"\b[Ii]d\b")]
    private static partial Regex Id();

    [GeneratedRegex("^[A-Z][a-z]+([A-Z][a-z]+)+$")]
    private static partial Regex Name();
}
