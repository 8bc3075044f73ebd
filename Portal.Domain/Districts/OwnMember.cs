using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Districts;

/// <summary>Finds who represents a place in Congress, for people this office may not serve.</summary>
public sealed class OwnMember(PortalDb db, TimeProvider clock)
{
    /// <summary>The Members of one place.</summary>
    /// <param name="Representative">Null when the district is unknown or its seat is vacant.</param>
    /// <param name="Senators">Up to two; none for DC and the territories.</param>
    public sealed record Result(MemberContact? Representative, IReadOnlyList<MemberContact> Senators);

    /// <summary>Finds the Members.</summary>
    /// <param name="state">The state or territory.</param>
    /// <param name="district">District number, 0 for at-large; null when unknown, which is enough if the state has only one seat.</param>
    /// <param name="near">Puts offices with similar ZIP codes first. ZIP codes grow roughly from east to west, so this is only approximate.</param>
    /// <param name="cancel">Cancels the query.</param>
    public async Task<Result> FindAsync(UsState state, int? district, ZipCode? near, CancellationToken cancel)
    {
        district ??= state.AtLarge ? 0 : null;
        var members = await db.Set<Legislator>().AsNoTracking()
            .Include(l => l.Offices)
            .Where(l => l.State == state.Code && (l.Chamber == Chamber.Senate || l.District == district))
            .ToListAsync(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var contacts = members
            .Select(l => new MemberContact(MemberTitle.For(l.Chamber, l.State), l, l.TermEndsOn < today, Sort(l.Offices, near)))
            .OrderBy(c => c.TermEnded).ThenBy(c => c.Member.FullName, StringComparer.Ordinal)
            .ToLookup(c => c.Member.Chamber);
        return new Result(contacts[Chamber.House].FirstOrDefault(), [.. contacts[Chamber.Senate].Take(2)]);
    }

    /// <summary>The Representatives of these districts, in the same order, leaving out vacant or unknown seats.</summary>
    public async Task<IReadOnlyList<MemberContact>> RepresentativesAsync(
        UsState state, IReadOnlyList<int> districts, ZipCode? near, CancellationToken cancel)
    {
        var found = new List<MemberContact>();
        foreach (var district in districts)
            if ((await FindAsync(state, district, near, cancel)).Representative is { } one)
                found.Add(one);
        return found;
    }

    private static List<LegislatorOffice> Sort(IEnumerable<LegislatorOffice> offices, ZipCode? near) =>
        [.. offices.OrderBy(o => Distance(o.Zip, near)).ThenBy(o => o.City, StringComparer.Ordinal).ThenBy(o => o.Id, StringComparer.Ordinal)];

    // The first three digits are one sorting center, so a shared prefix says more than a small difference.
    private static (int, int) Distance(string? zip, ZipCode? near)
    {
        if (near is null || !ZipCode.TryParse(zip, out var office))
            return (5, int.MaxValue);
        var shared = office.Five.Zip(near.Five).TakeWhile(pair => pair.First == pair.Second).Count();
        return (5 - shared, Math.Abs(int.Parse(office.Five) - int.Parse(near.Five)));
    }
}
