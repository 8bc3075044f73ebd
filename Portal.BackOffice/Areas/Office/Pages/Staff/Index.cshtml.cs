using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain;
using Portal.Domain.Offices;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>Everybody who works or worked in the office.</summary>
public sealed class IndexModel(PortalDb db, QueueNames names, Calendars calendars, Translator text, TimeProvider clock) : PageModel
{
    private const int Most = 500;

    /// <summary>Open accounts first, by name.</summary>
    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    /// <summary>Who has a passkey.</summary>
    public IReadOnlySet<Guid> WithPasskey { get; private set; } = new HashSet<Guid>();

    /// <summary>The office's day.</summary>
    public DateOnly Today { get; private set; }

    private IReadOnlyDictionary<string, string> _agencies = new Dictionary<string, string>();
    private IReadOnlyDictionary<string, string> _topics = new Dictionary<string, string>();

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Members = await db.Set<StaffMember>().AsNoTracking().OrderBy(s => s.DisabledAt != null).ThenBy(s => s.DisplayName).ThenBy(s => s.Id).Take(Most).ToListAsync(cancellation);
        WithPasskey = (await db.Set<IdentityUserPasskey<Guid>>().Select(p => p.UserId).Distinct().ToListAsync(cancellation)).ToHashSet();
        (_agencies, _topics, _) = await names.ReadAsync(text.Language, cancellation);
        Today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>What the person knows best, by name; a dash for nothing.</summary>
    public string SpecialtiesOf(StaffMember member) => member.Specialties.Length == 0 ? "–"
        : string.Join(", ", member.Specialties.Split(',').Select(c => _agencies.GetValueOrDefault(c) ?? _topics.GetValueOrDefault(c, c)));

    /// <summary>How the person signs in, in English, and how good that is.</summary>
    public (string Text, string Badge) SignInOf(StaffMember member) =>
        member.DisabledAt is not null ? ("Account deactivated", "badge--p3")
        : WithPasskey.Contains(member.Id) ? ("Passkey", "badge--good")
        : member.TwoFactorEnabled ? ("Password and code", "badge--good")
        : member.EnrollmentExpiresAt > clock.GetUtcNow().UtcDateTime ? ("Link not used yet", "badge--p2")
        : ("Needs a new link", "badge--p1");
}
