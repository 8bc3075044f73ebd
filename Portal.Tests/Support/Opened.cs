using System.Collections;
using System.Reflection;
using Portal.Domain.Platform.Protection;

namespace Portal.Tests.Support;

/// <summary>Opens the sealed text of rows while their context still can, so that a test can read them afterwards.</summary>
internal static class Opened
{
    private const int Deepest = 4;

    public static T All<T>(T result)
    {
        Visit(result, 0);
        return result;
    }

    private static void Visit(object? value, int depth)
    {
        switch (value)
        {
            case null or string:
                return;
            case SealedText text:
                _ = text.Text;
                return;
            case IEnumerable rows:
                foreach (var row in rows)
                    Visit(row, depth + 1);
                return;
            case var row when depth < Deepest && (row.GetType().Namespace ?? "").StartsWith("Portal.Domain", StringComparison.Ordinal):
            case var anonymous when depth < Deepest && anonymous.GetType().Name.Contains("AnonymousType", StringComparison.Ordinal):
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsOfRow))
                    Visit(property.GetValue(value), depth + 1);
                return;
            case System.Runtime.CompilerServices.ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                    Visit(tuple[i], depth + 1);
                return;
        }
    }

    private static bool IsOfRow(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0 && !property.PropertyType.IsValueType && property.PropertyType != typeof(string);
}
