using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Constituents;
using Portal.Domain.Offices;

namespace Portal.Web.Hosting;

/// <summary>Reads the office details shown on every page, at most once a minute.</summary>
public sealed class OfficeCards(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);
    private (Office? Office, DateTimeOffset ReadAt)? _read;

    /// <summary>The details in the reader's language; a placeholder until the office is set up.</summary>
    public OfficeCard Read(string language) => Office() is not { } office ? OfficeCard.Placeholder : new(
        office.MemberNameIn(language), office.NameIn(language), PhoneNumber.Show(office.Phone) ?? "", office.Email ?? "", office.Website ?? "")
    {
        MemberInSentence = office.MemberInSentence(language),
        ReleaseMonths = office.ReleaseMonths,
        Places = [.. office.Locations.OrderBy(l => l.Label, StringComparer.Ordinal).Select(l => PlaceOf(l, language))],
    };

    private Office? Office()
    {
        if (_read is { } read && clock.GetUtcNow() - read.ReadAt < MaxAge)
            return read.Office;
        using var scope = scopes.CreateScope();
        var office = scope.ServiceProvider.GetRequiredService<OfficePractice>().Read();
        _read = (office, clock.GetUtcNow());
        return office;
    }

    private static OfficePlace PlaceOf(OfficeLocation place, string language) => new(
        place.Label, Joined(place.Street, place.Suite),
        $"{place.City}, {place.State} {place.Zip}".TrimEnd(),
        Joined(PhoneNumber.Show(place.Phone)), OpeningHours.In(language, place.Hours));

    private static string? Joined(params ReadOnlySpan<string?> parts)
    {
        var text = string.Join(", ", parts.ToArray().Where(p => !string.IsNullOrWhiteSpace(p)));
        return text.Length > 0 ? text : null;
    }
}
