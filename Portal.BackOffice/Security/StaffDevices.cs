using Microsoft.AspNetCore.Http;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Recognizes browsers that a person has signed in with before, so that a stranger's attempts never count against them. The cookie
/// alone opens nothing. Changing the password or resetting sign-in makes the account forget its browsers.
/// </summary>
public sealed class StaffDevices(SecretCode secrets, CookieRules rules, IHttpContextAccessor accessor)
{
    private const string Purpose = "staff/device";
    private const char Between = '~';
    private const char Within = '.';

    // Several people may share a computer.
    private const int MostPeople = 8;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Where this attempt comes from: a known browser's ID, or null for a stranger.</summary>
    public string? Find(StaffMember member) => Entries().Where(e => secrets.Matches(e.Hash, Purpose, OwnerOf(member), e.Id)).Select(e => e.Id).FirstOrDefault();

    /// <summary>The client address, for browsers that aren't known.</summary>
    public string Address => ClientAddress.From(Context.Connection.RemoteIpAddress);

    /// <summary>Recognizes this browser from now on.</summary>
    public void Remember(StaffMember member)
    {
        if (Find(member) is not null)
            return;
        var id = SecretCode.NewToken();
        var entries = Entries().TakeLast(MostPeople - 1).Append(new(id, secrets.Hash(Purpose, OwnerOf(member), id)));
        Context.Response.Cookies.Append(rules.Name("staff-device"), string.Join(Between, entries.Select(e => $"{e.Id}{Within}{e.Hash}")), new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Kept,
            SameSite = SameSiteMode.Strict,
            Secure = rules.Secure || Context.Request.IsHttps,
        });
    }

    private IEnumerable<Entry> Entries() => (Context.Request.Cookies[rules.Name("staff-device")] ?? "").Split(Between).TakeLast(MostPeople)
        .Select(e => e.Split(Within)).Where(parts => parts is [{ Length: > 0 }, { Length: > 0 }]).Select(parts => new Entry(parts[0], parts[1]));

    private static string OwnerOf(StaffMember member) => $"{member.Id:N}/{member.SecurityStamp}";

    private sealed record Entry(string Id, string Hash);
}
