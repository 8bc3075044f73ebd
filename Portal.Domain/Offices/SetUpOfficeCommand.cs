using Portal.Domain.Districts;

namespace Portal.Domain.Offices;

/// <summary>
/// What is to be set. Null leaves a value as it is, or takes it from the legislator with <see cref="Bioguide"/>;
/// a value given here wins over both.
/// </summary>
public sealed record SetUpOfficeCommand
{
    /// <summary>The Member, from the imported legislators. Locations then follow the import too.</summary>
    public string? Bioguide { get; init; }

    /// <summary>House or Senate.</summary>
    public Chamber? Chamber { get; init; }

    /// <summary>The Member's name without title.</summary>
    public string? MemberFullName { get; init; }

    /// <summary>How Spanish addresses the Member.</summary>
    public Gender? MemberGender { get; init; }

    /// <summary>Postal code or name of the state.</summary>
    public string? State { get; init; }

    /// <summary>District number, 0 for at-large. Only for the House.</summary>
    public int? District { get; init; }

    /// <summary>IANA time zone; when never given, the main zone of the state.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Main phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Address constituents may write to.</summary>
    public string? Email { get; init; }

    /// <summary>Official website.</summary>
    public string? Website { get; init; }

    /// <summary>Days between promised updates, 1 to 365.</summary>
    public int? UpdateIntervalDays { get; init; }

    /// <summary>Months a release stays valid, 1 to 120.</summary>
    public int? ReleaseMonths { get; init; }

    /// <summary>Days after which an unsigned release is reminded of, such as "3,7,14", each 1 to 90; empty for never.</summary>
    public string? ReleaseReminderDays { get; init; }

    /// <summary>Days before its end in which a release is asked for anew, 0 (never) to 180.</summary>
    public int? ReleaseRenewalDays { get; init; }

    /// <summary>Days after which a case with an unsigned release may be closed, 0 (never) to 365.</summary>
    public int? ReleaseCloseDays { get; init; }

    /// <summary>The locations entered by hand, all of them; those that follow the import are not touched.</summary>
    public IReadOnlyList<LocationValues>? Locations { get; init; }

    /// <summary>The version a form was made from; null skips the check, as the command line does.</summary>
    public int? ExpectedVersion { get; init; }
}
