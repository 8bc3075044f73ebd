using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Desk;

/// <summary>Why a case may be about the person on the phone.</summary>
[Flags]
public enum SeenBy
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The same name.</summary>
    Name = 1,

    /// <summary>The same email address.</summary>
    Email = 2,

    /// <summary>The same phone number.</summary>
    Phone = 4,

    /// <summary>The same name and date of birth.</summary>
    Person = 8,
}

/// <summary>What is known of somebody so far.</summary>
/// <param name="FirstName">Given names.</param>
/// <param name="LastName">Family names.</param>
public sealed record SomebodyKnown(string? FirstName, string? LastName)
{
    /// <summary>Date of birth.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>Phone number, as typed.</summary>
    public string? Phone { get; init; }

    /// <summary>Email address, as typed.</summary>
    public string? Email { get; init; }
}

/// <summary>A case that may be about the same person.</summary>
/// <param name="Case">The case.</param>
/// <param name="By">Why.</param>
/// <param name="AssignedTo">The caseworker; null when there is none.</param>
public sealed record SeenCase(Case Case, SeenBy By, string? AssignedTo);

/// <summary>Finds earlier and open cases of somebody while their request is being written down. Never writes.</summary>
public sealed class SeenBeforeQuery(PortalDb db, BlindIndex index, CaseWords words, Staff.StaffDirectory staff)
{
    private const int MostOfEach = 20;
    private const int Most = 5;

    /// <summary>The cases, the surest and open ones first; none for a reader who may not see cases.</summary>
    public async Task<IReadOnlyList<SeenCase>> FindAsync(SomebodyKnown known, Actor reader, CancellationToken cancellation)
    {
        if (!reader.May(Permission.ReadCases))
            return [];
        var found = new Dictionary<Guid, SeenBy>();
        void Add(IEnumerable<Guid> ids, SeenBy by)
        {
            foreach (var id in ids)
                found[id] = found.GetValueOrDefault(id) | by;
        }

        if (PhoneNumber.IndexOf(known.Phone, index) is { } phone)
            Add(await Newest(db.Set<Case>().Where(c => c.PhoneIndex == phone || c.HelperPhoneIndex == phone)).ToListAsync(cancellation), SeenBy.Phone);
        if (EmailAddress.TryParse(known.Email, out var email))
        {
            var hash = index.Of("email", email.Normalized);
            Add(await Newest(db.Set<Case>().Where(c => c.ContactEmailIndex == hash)).ToListAsync(cancellation), SeenBy.Email);
        }

        var name = $"{known.FirstName} {known.LastName}".Trim();
        if (known.BornOn is { } born && name.Length > 0)
        {
            var identity = ConstituentMatch.IdentityOf(index, name, born);
            Add(await Newest(db.Set<Case>().Where(c => db.Set<Constituent>().Any(p => p.Id == c.ConstituentId && p.IdentityIndex == identity))).ToListAsync(cancellation), SeenBy.Person);
        }

        if (!string.IsNullOrWhiteSpace(known.FirstName) && !string.IsNullOrWhiteSpace(known.LastName))
            Add(await words.NewestAsync(db, name, MostOfEach, cancellation), SeenBy.Name);
        List<Guid> ids = [.. found.Keys];
        await db.ReadKeysAsync(ids, cancellation);
        var names = await staff.NamesAsync(cancellation);
        return
        [
            .. (await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellation))
                .OrderByDescending(c => found[c.Id]).ThenBy(c => c.IsClosed).ThenByDescending(c => c.ReceivedAt).Take(Most)
                .Select(c => new SeenCase(c, found[c.Id], c.AssignedToId is { } who ? names.GetValueOrDefault(who) : null)),
        ];
    }

    private static IQueryable<Guid> Newest(IQueryable<Case> cases) => cases.OrderByDescending(c => c.Id).Take(MostOfEach).Select(c => c.Id);
}
