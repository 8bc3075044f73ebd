using Portal.Domain.Constituents;
using Portal.Domain.Districts;

namespace Portal.Domain.Offices;

/// <summary>What is known about one location before it is stored.</summary>
public sealed record LocationValues(
    string Label, string City, string State,
    string? Street = null, string? Suite = null, string? Zip = null, string? Phone = null,
    string? Fax = null, string? Hours = null, double? Latitude = null, double? Longitude = null)
{
    internal string? SourceId { get; private init; }

    internal static LocationValues From(LegislatorOffice office) =>
        new(office.City, office.City, office.State, office.Street, office.Suite, office.Zip, office.Phone,
            office.Fax, office.Hours, office.Latitude, office.Longitude)
        { SourceId = office.Id };

    internal void CopyTo(OfficeLocation row)
    {
        (row.Label, row.City, row.State, row.Street, row.Suite, row.Zip) = (Label, City, State, Street, Suite, Zip);
        (row.Phone, row.Fax, row.Hours, row.Latitude, row.Longitude) = (PhoneNumber.Store(Phone), PhoneNumber.Store(Fax), Hours, Latitude, Longitude);
    }
}
