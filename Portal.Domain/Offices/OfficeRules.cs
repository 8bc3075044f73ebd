using System.Globalization;
using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using static Portal.Domain.Offices.SetUpOfficeRefusal;
using static Portal.Domain.Offices.SetUpOfficeResult;

namespace Portal.Domain.Offices;

/// <summary>Validates an office's settings before they are stored.</summary>
internal static class OfficeRules
{
    private const int HighestDistrict = 97;

    /// <summary>The first broken rule; null when the settings are valid.</summary>
    public static Refused? Broken(SetUpOfficeCommand wanted, UsState? state)
    {
        if (wanted.Chamber is not { } chamber)
            return new(ChamberMissing, "Choose House or Senate.");
        if (string.IsNullOrWhiteSpace(wanted.MemberFullName))
            return new(NameMissing, "Enter the Member's name.");
        if (state is null || state.Kind == StateKind.ArmedForces || (chamber == Chamber.Senate && !state.HasSenators))
            return new(StateInvalid, "The state “{0}” has no seat in this chamber. Check the state and the chamber.", wanted.State ?? "");
        if (chamber == Chamber.Senate ? wanted.District is not null : wanted.District is not (>= 0 and <= HighestDistrict))
            return new(DistrictInvalid, "A House office needs a district number (0 for at-large). A Senate office has none.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(wanted.TimeZone ?? "", out var zone) || !zone.HasIanaId)
            return new(TimeZoneInvalid, "“{0}” isn't a time zone. Enter one such as America/New_York.", wanted.TimeZone ?? "");
        if (wanted.Website is { } site && !(Uri.TryCreate(site, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            return new(WebsiteInvalid, "“{0}” isn't a web address. Start it with https://.", site);
        if (wanted.Phone is { Length: > 0 } phone && !PhoneNumber.CanBeCalled(phone))
            return new(ContactInvalid, "“{0}” isn't a phone number. Enter one with 10 digits.", phone);
        if (wanted.Email is { Length: > 0 } email && !EmailAddress.TryParse(email, out _))
            return new(ContactInvalid, "“{0}” isn't an email address. Enter one such as name@example.com.", email);
        if (wanted.UpdateIntervalDays is not (>= 1 and <= 365) || wanted.ReleaseMonths is not (>= 1 and <= 120))
            return new(IntervalInvalid, "Enter 1 to 365 days between updates and 1 to 120 months for releases.");
        if (wanted.ReleaseRenewalDays is not (>= 0 and <= 180)
            || wanted.ReleaseCloseDays is not (>= 0 and <= 365)
            || !AreDays(wanted.ReleaseReminderDays ?? ""))
            return new(
                IntervalInvalid,
                "Check the release settings. Reminders: days from 1 to 90, such as 3,7,14. Renewal: 0 (never) to 180 days before a release ends. Suggest closing: after 0 (never) to 365 days.");
        if (wanted.Locations is { } locations && !locations.All(IsWhole))
            return LocationRefused;
        var distinct = wanted.Locations?.DistinctBy(l => l.Label, StringComparer.OrdinalIgnoreCase).Count();
        return distinct < wanted.Locations?.Count ? LocationRefused : null;
    }

    private static Refused LocationRefused =>
        new(LocationInvalid, "Enter a different name, plus a city and state, for each location.");

    private static bool AreDays(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: <= 10 } days
        && days.All(d => int.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 90);

    private static bool IsWhole(LocationValues location) =>
        !string.IsNullOrWhiteSpace(location.Label) && !string.IsNullOrWhiteSpace(location.City)
        && States.All.Any(s => s.Code == location.State);
}
