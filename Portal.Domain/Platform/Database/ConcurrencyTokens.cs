using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>An entity that two people may change at the same time. <see cref="Version"/> increases with every save.</summary>
public interface IVersioned
{
    /// <summary>Increases by one with each save. Forms post it back so that a stale save is detected.</summary>
    int Version { get; set; }
}

internal static class ConcurrencyTokens
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
            builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
    }
}
