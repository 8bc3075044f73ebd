using Portal.Domain.Districts;
using static Portal.Domain.Offices.ResidencyResult;

namespace Portal.Domain.Offices;

/// <summary>The rule on who the office may serve. It reports uncertainty and never picks the likelier of two districts.</summary>
public static class Residency
{
    /// <summary>Decides from the state, the ZIP code, and the district found for the full address, if any.</summary>
    /// <param name="office">The office.</param>
    /// <param name="state">The state the person entered.</param>
    /// <param name="zipRows">All rows of the ZIP code the person entered, for any state.</param>
    /// <param name="located">The geocoder's answer. Used only to choose among districts the state and ZIP code allow.</param>
    public static ResidencyResult Check(
        Office office, UsState state, IReadOnlyCollection<ZipDistrict> zipRows, HouseDistrict? located = null)
    {
        if (state.Kind == StateKind.ArmedForces)
            return new MilitaryMail();
        if (zipRows.Count > 0 && zipRows.All(row => row.State != state.Code))
            return new StateMismatch([.. zipRows.Select(row => row.State).Distinct().Order(StringComparer.Ordinal)]);
        var isOurState = state.Code == office.State;
        if (office.Chamber == Chamber.Senate)
            return isOurState ? new InState() : new OutOfState(state);
        if (isOurState && office.District == 0)
            return new InDistrict();
        return Decide(office, state, isOurState, Narrow(Candidates(state, zipRows), state, located));
    }

    private static ResidencyResult Decide(Office office, UsState state, bool isOurState, int[] candidates) => candidates switch
    {
        [] when isOurState => new UnknownZip(),
        [var one] when isOurState && one == office.District => new InDistrict(),
        [var one] => new OutOfDistrict(state, one, candidates),
        _ when isOurState && candidates.Contains(office.District ?? -1) => new Ambiguous(candidates),
        _ => new OutOfDistrict(state, null, candidates),
    };

    private static int[] Candidates(UsState state, IReadOnlyCollection<ZipDistrict> zipRows) =>
        zipRows.Count == 0 && state.AtLarge
            ? [0]
            : [.. zipRows.Where(row => row.State == state.Code).Select(row => row.District).Distinct().Order()];

    private static int[] Narrow(int[] candidates, UsState state, HouseDistrict? located) =>
        located is { } place && place.State == state.Code && (candidates.Length == 0 || candidates.Contains(place.Number))
            ? [place.Number]
            : candidates;
}
