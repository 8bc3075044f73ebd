using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Agencies;

/// <summary>How facts are stored as JSON.</summary>
internal static class FactJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
