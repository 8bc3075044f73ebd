using System.Globalization;

namespace Portal.Domain.Districts;

/// <summary>Converts the legislator files to rows: each Member's current (last) term and offices at home.</summary>
internal static class LegislatorRows
{
    public static Legislator From(LegislatorFile.Person person)
    {
        var bioguide = person.Id!.Bioguide!;
        var term = person.Terms?.LastOrDefault()
            ?? throw LegislatorFile.Refuse("{0} has no term of office. Did you choose the list of offices by mistake?", null, bioguide);
        var chamber = term.Type switch
        {
            "rep" => Chamber.House,
            "sen" => Chamber.Senate,
            _ => throw LegislatorFile.Refuse("{0} has an unknown type of term.", null, bioguide),
        };
        var name = person.Name?.Display ?? "";
        if (!UsState.TryParse(term.State, out var state) || name.Length == 0
            || (chamber == Chamber.House && term.District is not >= 0)
            || !DateOnly.TryParseExact(term.End, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end))
            throw LegislatorFile.Refuse("{0} is missing a name, a state, a district, or the end of the term.", null, bioguide);
        return new Legislator
        {
            Bioguide = bioguide,
            FullName = name,
            Gender = person.Bio?.Gender switch { "F" => Gender.Female, "M" => Gender.Male, _ => Gender.Unknown },
            Chamber = chamber,
            State = state.Code,
            District = chamber == Chamber.House ? term.District : null,
            Phone = term.Phone,
            Url = Web(term.Url),
            Address = term.Address,
            ContactForm = Web(term.ContactForm),
            TermEndsOn = end,
        };
    }

    public static LegislatorOffice From(string bioguide, LegislatorFile.HomeOffice office)
    {
        if (string.IsNullOrEmpty(office.Id) || string.IsNullOrEmpty(office.City) || !UsState.TryParse(office.State, out var state))
            throw LegislatorFile.Refuse("One office of {0} is missing an ID, a city, or a state.", null, bioguide);
        var suite = string.Join(", ", new[] { office.Building, office.Suite }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new LegislatorOffice
        {
            Id = office.Id,
            Bioguide = bioguide,
            City = office.City,
            Street = office.Address,
            Suite = suite.Length == 0 ? null : suite,
            State = state.Code,
            Zip = office.Zip,
            Phone = office.Phone,
            Fax = office.Fax,
            Hours = office.Hours,
            Latitude = office.Latitude,
            Longitude = office.Longitude,
        };
    }

    // These become links on public pages, so anything but http and https, such as javascript:, is dropped.
    private static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;
}
