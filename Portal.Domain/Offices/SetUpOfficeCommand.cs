using Portal.Domain.Districts;

namespace Portal.Domain.Offices;

/// <summary>
/// The settings to apply. Null keeps a value or takes it from the legislator with <see cref="Bioguide"/>; a value given here
/// overrides both.
/// </summary>
public sealed record SetUpOfficeCommand
{
    /// <summary>The Member's identifier in the imported legislators. Locations are then taken from the import too.</summary>
    public string? Bioguide { get; init; }

    /// <summary>House or Senate.</summary>
    public Chamber? Chamber { get; init; }

    /// <summary>The Member's name without a title.</summary>
    public string? MemberFullName { get; init; }

    /// <summary>The Member's gender, for titles in Spanish.</summary>
    public Gender? MemberGender { get; init; }

    /// <summary>The state's two-letter postal code or name.</summary>
    public string? State { get; init; }

    /// <summary>District number, 0 for at-large; House only.</summary>
    public int? District { get; init; }

    /// <summary>The IANA time zone; defaults to the state's main zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Main phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The email address constituents may write to.</summary>
    public string? Email { get; init; }

    /// <summary>Official website.</summary>
    public string? Website { get; init; }

    /// <summary>Days between promised updates, 1 to 365.</summary>
    public int? UpdateIntervalDays { get; init; }

    /// <summary>Months a release is valid, 1 to 120.</summary>
    public int? ReleaseMonths { get; init; }

    /// <summary>Days after which the signer of an unsigned release is reminded, such as "3,7,14", each 1 to 90; empty for never.</summary>
    public string? ReleaseReminderDays { get; init; }

    /// <summary>Days before a release expires when a new one is requested, 0 (never) to 180.</summary>
    public int? ReleaseRenewalDays { get; init; }

    /// <summary>Days after which a case with an unsigned release may be closed, 0 (never) to 365.</summary>
    public int? ReleaseCloseDays { get; init; }

    /// <summary>All locations entered by hand; imported ones aren't changed.</summary>
    public IReadOnlyList<LocationValues>? Locations { get; init; }

    /// <summary>The version the form was made from; null skips the check, as on the command line.</summary>
    public int? ExpectedVersion { get; init; }
}
