using Portal.Domain.Constituents;
using Portal.Domain.Districts;

namespace Portal.Domain.Offices;

/// <summary>The values of a location before it is stored.</summary>
/// <param name="Label">The name in lists, usually the city.</param>
/// <param name="City">The city.</param>
/// <param name="State">The state's two-letter postal code.</param>
public sealed record LocationValues(string Label, string City, string State)
{
    /// <summary>Street address.</summary>
    public string? Street { get; init; }

    /// <summary>Building and suite.</summary>
    public string? Suite { get; init; }

    /// <summary>ZIP code.</summary>
    public string? Zip { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Fax.</summary>
    public string? Fax { get; init; }

    /// <summary>Opening hours in words.</summary>
    public string? Hours { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    internal string? SourceId { get; private init; }

    internal static LocationValues From(LegislatorOffice office) => new(office.City, office.City, office.State)
    {
        Street = office.Street,
        Suite = office.Suite,
        Zip = office.Zip,
        Phone = office.Phone,
        Fax = office.Fax,
        Hours = office.Hours,
        Latitude = office.Latitude,
        Longitude = office.Longitude,
        SourceId = office.Id,
    };

    internal void CopyTo(OfficeLocation row)
    {
        (row.Label, row.City, row.State, row.Street, row.Suite, row.Zip) = (Label, City, State, Street, Suite, Zip);
        (row.Phone, row.Fax, row.Hours) = (PhoneNumber.Store(Phone), PhoneNumber.Store(Fax), Hours);
        (row.Latitude, row.Longitude) = (Latitude, Longitude);
    }
}
