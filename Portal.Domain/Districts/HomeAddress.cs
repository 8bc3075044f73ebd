using System.Diagnostics.CodeAnalysis;

namespace Portal.Domain.Districts;

/// <summary>A home address, as far as it's needed to find the district.</summary>
/// <param name="State">The state.</param>
/// <param name="Zip">The ZIP code.</param>
/// <param name="Street">House number and street; without it, only the ZIP code can be used.</param>
/// <param name="City">The city.</param>
public sealed record HomeAddress(UsState State, ZipCode Zip, string? Street = null, string? City = null)
{
    /// <summary>Parses what a person typed. The state and the ZIP code are required.</summary>
    public static bool TryParse(string? state, string? zip, string? street, string? city, [NotNullWhen(true)] out HomeAddress? address)
    {
        address = UsState.TryParse(state, out var known) && ZipCode.TryParse(zip, out var code)
            ? new(known, code, street, city)
            : null;
        return address is not null;
    }
}
