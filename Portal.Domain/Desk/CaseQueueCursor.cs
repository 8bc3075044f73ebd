using System.Globalization;
using Portal.Domain.Cases;

namespace Portal.Domain.Desk;

/// <summary>The position in the queue after which a page begins: only the sort keys, nothing personal.</summary>
public sealed record CaseQueueCursor(Priority Priority, DateTime ReceivedAt, DateOnly? UpdateDueOn, Guid Id)
{
    /// <summary>The position of a case.</summary>
    public static CaseQueueCursor From(Case @case) => new(@case.Priority, @case.ReceivedAt, @case.UpdateDueOn, @case.Id);

    /// <summary>Parses a cursor from a URL; null when it isn't valid.</summary>
    public static CaseQueueCursor? Parse(string? text) =>
        text?.Split('.') is [var priority, var received, var due, var id]
        && Enum.TryParse<Priority>(priority, out var p) && Enum.IsDefined(p)
        && long.TryParse(received, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
        && int.TryParse(due, CultureInfo.InvariantCulture, out var day) && day >= 0 && day <= DateOnly.MaxValue.DayNumber
        && Guid.TryParseExact(id, "N", out var key)
            ? new(p, new DateTime(ticks, DateTimeKind.Utc), day == 0 ? null : DateOnly.FromDayNumber(day), key)
            : null;

    /// <summary>The form used in URLs.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Priority}.{ReceivedAt.Ticks}.{UpdateDueOn?.DayNumber ?? 0}.{Id:N}");
}
