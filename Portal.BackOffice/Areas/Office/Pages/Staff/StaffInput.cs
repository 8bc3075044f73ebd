using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>The form for a staff member.</summary>
public sealed class StaffInput
{
    /// <summary>Concurrency stamp the form was loaded from.</summary>
    public string? Stamp { get; set; }

    /// <summary>The name colleagues see.</summary>
    public string? Name { get; set; }

    /// <summary>The role.</summary>
    public StaffRole? Role { get; set; }

    /// <summary>Languages besides English, by name or code, comma-separated.</summary>
    public string? Languages { get; set; }

    /// <summary>Agency and topic codes.</summary>
    public List<string> Specialties { get; set; } = [];

    /// <summary>City of the office location.</summary>
    public string? Location { get; set; }

    /// <summary>Maximum open cases, as typed; empty for no limit.</summary>
    public string? MaxOpenCases { get; set; }

    /// <summary>First day of an absence.</summary>
    public DateParts AbsentFrom { get; set; } = new();

    /// <summary>Last day of an absence.</summary>
    public DateParts AbsentUntil { get; set; } = new();

    /// <summary>Who takes over the person's cases: a staff ID; empty for the routing rules.</summary>
    public Guid? HandOverToId { get; set; }

    /// <summary>Fills the form from stored data.</summary>
    public static StaffInput From(StaffMember member, string reader) => new()
    {
        Stamp = member.ConcurrencyStamp,
        Name = member.DisplayName,
        Role = member.Role,
        Languages = member.Languages.Length == 0 ? "" : OfficeText.Languages(member.Languages, reader),
        Specialties = [.. member.Specialties.Split(',', StringSplitOptions.RemoveEmptyEntries)],
        Location = member.Location,
        MaxOpenCases = member.MaxOpenCases?.ToString(),
        AbsentFrom = DateParts.From(member.AbsentFrom),
        AbsentUntil = DateParts.From(member.AbsentUntil),
        HandOverToId = member.HandOverToId,
    };

    /// <summary>The command; null when a field can't be read, in which case <paramref name="check"/> has the error.</summary>
    public ChangeStaff.Command? ToCommand(Guid id, bool disabled, FormCheck check)
    {
        var languages = Listed(Languages).Select(l => (Written: l, Code: SpokenLanguages.CodeOf(l))).ToList();
        var unknown = languages.FirstOrDefault(l => l.Code is null).Written;
        var (spoken, known) = (string.Join(',', languages.Select(l => l.Code).Distinct()), string.Join(',', Specialties.Distinct()));
        check.Required("Input.Name", Name, 120, "Enter a name of 120 characters or fewer.")
            .That(Role is not null, "Input.Role", "Choose a role.")
            .That(
                unknown is null, "Input.Languages",
                "We don't recognize the language “{0}”. Enter its name, such as Vietnamese, or its two-letter code.",
                unknown)
            .AtMost("Input.Languages", spoken, 100)
            .That(known.Length <= 500, "Input.Specialties", "That's too many specialties. Choose whole agencies instead of individual topics.");
        var most = check.Number("Input.MaxOpenCases", MaxOpenCases, 10_000, "Enter a whole number from 0 to 10,000, or leave it blank.");
        var (from, until) = (check.Day("Input.AbsentFrom", AbsentFrom), check.Day("Input.AbsentUntil", AbsentUntil));
        return check.That(from is not null || until is null, "Input.AbsentFrom", "Enter the first day away too.").Passed
            ? new(id, Name!, Role!.Value, disabled)
            {
                Languages = spoken,
                Specialties = known,
                Location = string.IsNullOrWhiteSpace(Location) ? null : Location,
                MaxOpenCases = most,
                HandOverToId = HandOverToId,
                AbsentFrom = from,
                AbsentUntil = until,
                Stamp = Stamp,
            }
            : null;
    }

    private static IEnumerable<string> Listed(string? list) =>
        (list ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
