using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Domain.Platform.Protection;

/// <summary>The sealed columns of one table: where each value is stored, and whose key protects it.</summary>
internal sealed class SealedColumns
{
    private const string OwnerAnnotation = "Portal:SealedFor";
    private const string NoCase = "";
    private const string CacheAnnotation = "Portal:SealedColumns";

    private readonly IEntityType _table;
    private readonly IProperty _key;
    private readonly IReadOnlyList<IProperty> _columns;

    private SealedColumns(IEntityType table)
    {
        _table = table;
        _key = table.FindPrimaryKey()!.Properties[0];
        _columns = [.. table.GetProperties().Where(p => p.ClrType == typeof(SealedText))];
    }

    /// <summary>Whether the table has none.</summary>
    public bool IsEmpty => _columns.Count == 0;

    /// <summary>The sealed columns of a table.</summary>
    public static SealedColumns Of(IEntityType table) =>
        table.GetOrAddRuntimeAnnotationValue(CacheAnnotation, static t => new SealedColumns(t!), table);

    /// <summary>Stores <see cref="SealedText"/> as its sealed form.</summary>
    public static void Configure(ModelConfigurationBuilder configuration) =>
        configuration.Properties<SealedText>().HaveConversion<Conversion, Comparison>();

    /// <summary>Names the property that says whose key protects the row.</summary>
    public static void SetOwner<TRow>(EntityTypeBuilder<TRow> table, Expression<Func<TRow, Guid>> owner) where TRow : class =>
        table.HasAnnotation(OwnerAnnotation, owner.GetPropertyAccess().Name);

    /// <summary>Says that the rows belong to no case.</summary>
    public static void SetNoOwner<TRow>(EntityTypeBuilder<TRow> table) where TRow : class => table.HasAnnotation(OwnerAnnotation, NoCase);

    /// <summary>
    /// The row's values that are to be sealed, each with its place. A value taken over from another row is replaced by one of its own.
    /// </summary>
    public IEnumerable<(SealedText Value, string Place)> ToSeal(object row, Guid key)
    {
        foreach (var column in _columns)
        {
            var place = PlaceOf(column.Name, key);
            if (column.GetGetter().GetClrValue(row) is not SealedText value)
                continue;
            if (value.IsStoredOutside(place))
                column.PropertyInfo!.SetValue(row, value = value.Text);
            if (value.Stored is null)
                yield return (value, place);
        }
    }

    /// <summary>The row's values, each with its place.</summary>
    public IEnumerable<(SealedText Value, string Place)> In(object row, Guid key) =>
        from column in _columns
        let value = (SealedText?)column.GetGetter().GetClrValue(row)
        where value is not null
        select (value, PlaceOf(column.Name, key));

    /// <summary>Seals the values of a row that isn't tracked, and those of the parts it owns.</summary>
    public void Seal(object row, CaseCipher cipher, Guid? key = null)
    {
        if (IsEmpty && !_table.GetNavigations().Any(n => n.TargetEntityType.IsOwned()))
            return;
        var own = key ?? KeyOf(row);
        foreach (var (value, place) in ToSeal(row, own))
            value.Seal(place, cipher.Seal);
        foreach (var part in _table.GetNavigations().Where(n => n.TargetEntityType.IsOwned()))
            if (part.GetGetter().GetClrValue(row) is { } owned)
                Of(part.TargetEntityType).Seal(owned, cipher, own);
    }

    /// <summary>The place of one value.</summary>
    public string PlaceOf(string column, Guid key) => $"{_table.ShortName()}/{key:N}/{column}";

    /// <summary>The key of a tracked row.</summary>
    public Guid KeyOf(EntityEntry entry) => (Guid)entry.Property(_key.Name).CurrentValue!;

    /// <summary>The key of a row that's being read.</summary>
    public Guid KeyOf(MaterializationInterceptionData data) => (Guid)data.GetPropertyValue(_key)!;

    /// <summary>The key of any other row.</summary>
    public Guid KeyOf(object row) => (Guid)_key.GetGetter().GetClrValue(row)!;

    /// <summary>The case whose key protects the row; null for a row that belongs to no case.</summary>
    /// <exception cref="InvalidOperationException">The mapping doesn't say.</exception>
    public Guid? OwnerOf(EntityEntry entry)
    {
        if (_table.FindOwnership() is { } ownership)
        {
            var (holders, key) = (Of(ownership.PrincipalEntityType), KeyOf(entry));
            return holders.OwnerOf(entry.Context.ChangeTracker.Entries()
                .Single(e => e.Metadata == ownership.PrincipalEntityType && holders.KeyOf(e) == key).Entity);
        }

        return OwnerOf(entry.Entity);
    }

    /// <inheritdoc cref="OwnerOf(EntityEntry)" />
    public Guid? OwnerOf(object row)
    {
        var name = (string?)_table.FindAnnotation(OwnerAnnotation)?.Value ?? "CaseId";
        if (name == NoCase)
            return null;
        var owner = _table.FindProperty(name) ?? throw new InvalidOperationException($"{_table.ShortName()} doesn't say whose key protects it.");
        return (Guid?)owner.GetGetter().GetClrValue(row);
    }

    private sealed class Conversion() : ValueConverter<SealedText, string>(
        text => text.Stored ?? Unsealed(), stored => SealedText.FromStored(stored))
    {
        private static string Unsealed() => throw new InvalidOperationException("Sealed text can't be stored or compared before it's sealed.");
    }

    private sealed class Comparison() : ValueComparer<SealedText>(
        (one, other) => ReferenceEquals(one, other) || (one != null && other != null && one.Stored != null && one.Stored == other.Stored),
        text => text.Stored == null ? 0 : text.Stored.GetHashCode(StringComparison.Ordinal),
        text => text);
}

/// <summary>Mapping of sealed text.</summary>
public static class SealedMapping
{
    /// <summary>Says whose key protects the sealed text of a row. Without it, that's <c>CaseId</c>.</summary>
    public static void SealedFor<TRow>(this EntityTypeBuilder<TRow> table, Expression<Func<TRow, Guid>> owner) where TRow : class =>
        SealedColumns.SetOwner(table, owner);

    /// <summary>Says that the rows belong to no case, so that the office's master key protects their sealed text.</summary>
    public static void SealedForNoCase<TRow>(this EntityTypeBuilder<TRow> table) where TRow : class => SealedColumns.SetNoOwner(table);
}
