using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>What is needed to take an assignment of several cases back; kept for the next page, whose button sends it.</summary>
/// <param name="Version">The version after the assignment.</param>
/// <param name="From">Who had the case; null for nobody.</param>
internal sealed record UndoAssignment(string Reference, int Version, Guid? From)
{
    /// <summary>What the button sends.</summary>
    public const string Key = "Undo";

    /// <summary>What stands beside the button.</summary>
    public const string TextKey = "UndoText";

    public static void Offer(ITempDataDictionary kept, IReadOnlyList<CaseToAssign> assigned, string text)
    {
        kept[TextKey] = text;
        kept[Key] = string.Join(' ', assigned.Select(c => $"{c.Reference}/{c.Version + 1}/{c.From}"));
    }

    public static IReadOnlyList<UndoAssignment> Read(string? sent) =>
        [.. (sent ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(CaseQueue.PageSize).Select(p => p.Split('/')).Where(p => p.Length == 3)
            .Select(p => new UndoAssignment(p[0], int.TryParse(p[1], out var version) ? version : -1, Guid.TryParse(p[2], out var who) ? who : null))];
}
