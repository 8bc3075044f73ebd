using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>What it takes to undo a bulk assignment. It's kept for the next page, whose button posts it.</summary>
/// <param name="Version">Case version after the assignment.</param>
/// <param name="From">Previous assignee; null if unassigned.</param>
internal sealed record UndoAssignment(string Reference, int Version, Guid? From)
{
    /// <summary>TempData key for what the button posts.</summary>
    public const string Key = "Undo";

    /// <summary>TempData key for the text next to the button.</summary>
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
