using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Tests.Migrations;

/// <summary>What of a model reaches the database, one line for each table, column, key, index and foreign key.</summary>
internal static class ModelPicture
{
    public static string Of(IModel model) => string.Join('\n', model.GetEntityTypes().SelectMany(Lines).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Lines(IEntityType entity)
    {
        var name = $"{entity.Name} in {entity.GetTableName()}";
        foreach (var property in entity.GetProperties())
            yield return $"{name}: {property.Name} as {property.GetColumnName()} {property.GetColumnType()} null={property.IsNullable} " +
                $"token={property.IsConcurrencyToken} length={property.GetMaxLength()} generated={property.ValueGenerated} " +
                $"written as {property.GetTypeMapping().Converter?.GetType()} from {property.ClrType}";
        foreach (var key in entity.GetKeys())
            yield return $"{name}: key {Names(key.Properties)} primary={key.IsPrimaryKey()}";
        foreach (var index in entity.GetIndexes())
            yield return $"{name}: index {Names(index.Properties)} unique={index.IsUnique} {index.GetDatabaseName()}";
        foreach (var foreign in entity.GetForeignKeys())
            yield return $"{name}: {Names(foreign.Properties)} to {foreign.PrincipalEntityType.Name} on delete {foreign.DeleteBehavior}";
    }

    private static string Names(IEnumerable<IProperty> properties) => string.Join(',', properties.Select(p => p.Name));
}
