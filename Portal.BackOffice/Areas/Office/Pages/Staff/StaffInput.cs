using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>The form about a member of staff.</summary>
public sealed class StaffInput
{
    /// <summary>The stamp the form was made from.</summary>
    public string? Stamp { get; set; }

    /// <summary>The name colleagues see.</summary>
    public string? Name { get; set; }

    /// <summary>The role.</summary>
    public StaffRole? Role { get; set; }

    /// <summary>Languages besides English, by name or code, with commas.</summary>
    public string? Languages { get; set; }

    /// <summary>Codes of agencies and topics.</summary>
    public List<string> Specialties { get; set; } = [];

    /// <summary>The city of the office.</summary>
    public string? Location { get; set; }

    /// <summary>As typed; empty for no limit.</summary>
    public string? MaxOpenCases { get; set; }

    /// <summary>First day away.</summary>
    public DateParts AbsentFrom { get; set; } = new();

    /// <summary>Last day away.</summary>
    public DateParts AbsentUntil { get; set; } = new();

    /// <summary>The form as stored.</summary>
    public static StaffInput From(StaffMember member, string reader) => new()
    {
        Stamp = member.ConcurrencyStamp,
        Name = member.DisplayName,
        Role = member.Role,
        Languages = member.Languages.Length == 0 ? "" : Words.Languages(member.Languages, reader),
        Specialties = [.. member.Specialties.Split(',', StringSplitOptions.RemoveEmptyEntries)],
        Location = member.Location,
        MaxOpenCases = member.MaxOpenCases?.ToString(),
        AbsentFrom = DateParts.From(member.AbsentFrom),
        AbsentUntil = DateParts.From(member.AbsentUntil),
    };

    /// <summary>The command; null when a field cannot be read, which <paramref name="state"/> then says.</summary>
    public ChangeStaff.Command? ToCommand(Guid id, bool disabled, ModelStateDictionary state, Translator text)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 120)
            state.AddModelError("Input.Name", text["Enter a name of 120 characters or fewer."]);
        if (Role is null)
            state.AddModelError("Input.Role", text["Choose a role."]);
        var languages = Listed(Languages).Select(l => (Written: l, Code: SpokenLanguages.CodeOf(l))).ToList();
        if (languages.FirstOrDefault(l => l.Code is null).Written is { } unknown)
            state.AddModelError("Input.Languages", text["We don't recognize the language “{0}”. Enter its name, such as Vietnamese, or its two-letter code.", unknown]);
        var (spoken, known) = (string.Join(',', languages.Select(l => l.Code).Distinct()), string.Join(',', Specialties.Distinct()));
        if (spoken.Length > 100)
            state.AddModelError("Input.Languages", text["Use no more than {0} characters.", 100]);
        if (known.Length > 500)
            state.AddModelError("Input.Specialties", text["That's too many specialties. Choose whole agencies instead of individual topics."]);
        int? most = null;
        if (!string.IsNullOrWhiteSpace(MaxOpenCases))
        {
            if (int.TryParse(MaxOpenCases, out var number) && number is >= 0 and <= 10_000)
                most = number;
            else
                state.AddModelError("Input.MaxOpenCases", text["Enter a whole number from 0 to 10,000, or leave it blank."]);
        }

        var (from, until) = (Day(AbsentFrom, "Input.AbsentFrom", state, text), Day(AbsentUntil, "Input.AbsentUntil", state, text));
        if (from is null && until is not null)
            state.AddModelError("Input.AbsentFrom", text["Enter the first day away too."]);
        return state.IsValid
            ? new(id, Name!, Role!.Value, spoken, known, string.IsNullOrWhiteSpace(Location) ? null : Location, most, from, until, disabled) { Stamp = Stamp }
            : null;
    }

    private static DateOnly? Day(DateParts parts, string field, ModelStateDictionary state, Translator text)
    {
        if (parts.IsEmpty)
            return null;
        if (parts.TryGet(out var day))
            return day;
        state.AddModelError(field, text["Enter a valid date, or leave all three fields blank."]);
        return null;
    }

    private static IEnumerable<string> Listed(string? list) => (list ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
