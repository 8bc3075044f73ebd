using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.Offices;

namespace Portal.BackOffice.Areas.Office.Pages.Settings;

/// <summary>The form for how the office is named and reached.</summary>
public sealed class OfficeInput
{
    /// <summary>The office as the form saw it.</summary>
    public int? Version { get; set; }

    /// <summary>The Member's name without a title.</summary>
    public string? MemberName { get; set; }

    /// <summary>The Member's gender, for titles in Spanish.</summary>
    public Gender? Gender { get; set; }

    /// <summary>Main phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>The email address constituents may write to.</summary>
    public string? Email { get; set; }

    /// <summary>The Member's website.</summary>
    public string? Website { get; set; }

    /// <summary>The time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Fills the form.</summary>
    public static OfficeInput From(Domain.Offices.Office office) => new()
    {
        Version = office.Version,
        MemberName = office.MemberFullName,
        Gender = office.MemberGender,
        Phone = PhoneNumber.Show(office.Phone),
        Email = office.Email,
        Website = office.Website,
        TimeZone = office.TimeZone,
    };

    /// <summary>The command. Empty fields clear a value.</summary>
    public SetUpOfficeCommand ToCommand() => new()
    {
        ExpectedVersion = Version,
        MemberFullName = MemberName ?? "",
        MemberGender = Gender,
        Phone = Phone ?? "",
        Email = Email ?? "",
        Website = Website ?? "",
        TimeZone = TimeZone ?? "",
    };
}

/// <summary>The form for promised updates and releases.</summary>
public sealed class PracticeInput
{
    /// <summary>The office as the form saw it.</summary>
    public int? Version { get; set; }

    /// <summary>Days between promised updates.</summary>
    public string? UpdateDays { get; set; }

    /// <summary>Months a release is valid.</summary>
    public string? ReleaseMonths { get; set; }

    /// <summary>Days after which an unsigned release is asked for again.</summary>
    public string? ReminderDays { get; set; }

    /// <summary>Days before a release ends when a new one is asked for.</summary>
    public string? RenewalDays { get; set; }

    /// <summary>Days after which closing is suggested.</summary>
    public string? CloseDays { get; set; }

    /// <summary>Fills the form.</summary>
    public static PracticeInput From(Domain.Offices.Office office) => new()
    {
        Version = office.Version,
        UpdateDays = office.UpdateIntervalDays.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ReleaseMonths = office.ReleaseMonths.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ReminderDays = office.ReleaseReminderDays,
        RenewalDays = office.ReleaseRenewalDays.ToString(System.Globalization.CultureInfo.InvariantCulture),
        CloseDays = office.ReleaseCloseDays.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
