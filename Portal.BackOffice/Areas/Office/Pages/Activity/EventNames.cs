using System.Text.RegularExpressions;
using Portal.BackOffice.Security;
using Portal.Domain.Platform.Activity;

namespace Portal.BackOffice.Areas.Office.Pages.Activity;

/// <summary>The events that can appear in the activity log.</summary>
internal static partial class EventNames
{
    public static IReadOnlyList<string> All { get; } =
        [.. new[] { typeof(IEvent).Assembly, typeof(SignInChanged).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsInterface: false, IsAbstract: false } && typeof(IEvent).IsAssignableFrom(t)).Select(t => t.Name)];

    /// <summary>"CaseAssigned" as "Case assigned", which is also the key of its translation.</summary>
    public static string Words(string name) => Hump().Replace(name, m => " " + m.Value.ToLowerInvariant());

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Hump();
}
