using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Domain.Platform.Database;

/// <summary>Every stored instant is UTC; SQLite forgets <see cref="DateTime.Kind"/>, so it is restored on reading.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    written => written.Kind == DateTimeKind.Utc ? written : written.ToUniversalTime(),
    read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
