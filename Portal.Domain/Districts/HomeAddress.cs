using System.Diagnostics.CodeAnalysis;

namespace Portal.Domain.Districts;

/// <summary>Where a person lives, as far as it is needed to find the district.</summary>
/// <param name="State">State.</param>
/// <param name="Zip">ZIP code.</param>
/// <param name="Street">House number and street; without it only the ZIP code can be used.</param>
/// <param name="City">City.</param>
public sealed record HomeAddress(UsState State, ZipCode Zip, string? Street = null, string? City = null)
{
    /// <summary>Reads what a person typed; State and ZIP code have to be there.</summary>
    public static bool TryParse(string? state, string? zip, string? street, string? city, [NotNullWhen(true)] out HomeAddress? address)
    {
        address = UsState.TryParse(state, out var known) && ZipCode.TryParse(zip, out var code) ? new(known, code, street, city) : null;
        return address is not null;
    }
}
