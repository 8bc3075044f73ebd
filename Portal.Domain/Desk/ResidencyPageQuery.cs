using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;

namespace Portal.Domain.Desk;

/// <summary>What the residency check found, and who else may represent the constituent.</summary>
/// <param name="State">The state the constituent entered.</param>
/// <param name="Result">What was found.</param>
public sealed record ResidencyPage(UsState State, ResidencyResult Result)
{
    /// <summary>The districts the ZIP code overlaps; empty when unknown.</summary>
    public IReadOnlyList<int> Districts { get; init; } = [];

    /// <summary>Who may represent the constituent instead of this office: Representatives, then Senators.</summary>
    public IReadOnlyList<MemberContact> Members { get; init; } = [];

    /// <summary>Whether the address is definitely outside the area this office serves.</summary>
    public bool IsElsewhere => Result is ResidencyResult.OutOfDistrict;

    /// <summary>Of those districts, the ones for which we know no Representative: the seat may be vacant, or nothing was imported.</summary>
    public IReadOnlyList<int> Unknown { get; init; } = [];

    /// <summary>Whether a Representative is missing from <see cref="Members"/>.</summary>
    public bool IsIncomplete => Unknown.Count > 0 || (IsElsewhere && Members.All(m => m.Member.Chamber != Chamber.House));
}

/// <summary>Reads what we can say about an address. Never guesses.</summary>
public sealed class ResidencyPageQuery(ResidencyCheck residency, OwnMember members, OfficePractice practice)
{
    /// <summary>What was found; null when the state or ZIP code is missing, or the office isn't set up.</summary>
    public async Task<ResidencyPage?> ReadAsync(AddressAnswers typed, CancellationToken cancellation)
    {
        if (typed.Home is not { } home || await residency.RunAsync(home, cancellation) is not { } result)
            return null;
        var page = new ResidencyPage(home.State, result);
        page = result switch
        {
            ResidencyResult.OutOfDistrict elsewhere => page with
            {
                Districts = elsewhere.Candidates,
                Members = await ElsewhereAsync(home, elsewhere, cancellation),
            },
            ResidencyResult.Ambiguous split => page with
            {
                Districts = split.Districts,
                Members = await OthersAsync(home, split, cancellation),
            },
            _ => page,
        };
        var own = (await practice.OfficeAsync(cancellation))?.District;
        var known = page.Members.Select(m => m.Member.District).ToHashSet();
        return page with { Unknown = [.. page.Districts.Where(d => !known.Contains(d) && (page.IsElsewhere || d != own))] };
    }

    private async Task<IReadOnlyList<MemberContact>> ElsewhereAsync(
        HomeAddress home, ResidencyResult.OutOfDistrict elsewhere, CancellationToken cancellation)
    {
        var own = await members.FindAsync(home.State, elsewhere.District, home.Zip, cancellation);
        var representatives = elsewhere.Candidates.Count > 1
            ? await members.RepresentativesAsync(home.State, elsewhere.Candidates, home.Zip, cancellation)
            : new[] { own.Representative }.OfType<MemberContact>();
        return [.. representatives, .. own.Senators];
    }

    private async Task<IReadOnlyList<MemberContact>> OthersAsync(
        HomeAddress home, ResidencyResult.Ambiguous split, CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation);
        var otherDistricts = split.Districts.Where(d => d != office?.District);
        return await members.RepresentativesAsync(home.State, [.. otherDistricts], home.Zip, cancellation);
    }
}
