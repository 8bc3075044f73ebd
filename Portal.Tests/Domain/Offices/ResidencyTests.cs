using Portal.Domain.Districts;
using Portal.Domain.Offices;
using static Portal.Domain.Offices.ResidencyResult;

namespace Portal.Tests.Domain.Offices;

public class ResidencyTests
{
    private static readonly UsState Ny = States.Get("NY"), Nj = States.Get("NJ"), Ak = States.Get("AK"), Gu = States.Get("GU");

    public static TheoryData<string, string, string, string, ResidencyResult> Cases => new()
    {
        // office, State given, rows of the ZIP code, geocoder result, expected residency
        { "NY-12", "NY", "NY-12", "", new InDistrict() },
        { "NY-12", "NY", "NY-10", "", new OutOfDistrict(Ny, 10, [10]) },
        { "NY-12", "NY", "NY-12 NY-10", "", new Ambiguous([10, 12]) },
        { "NY-12", "NY", "NY-7 NY-10", "", new OutOfDistrict(Ny, null, [7, 10]) },
        { "NY-12", "NY", "", "", new UnknownZip() },
        { "NY-12", "NY", "NJ-8", "", new StateMismatch(["NJ"]) },
        { "NY-12", "NY", "NJ-8 CT-4 NJ-9", "", new StateMismatch(["CT", "NJ"]) },
        { "NY-12", "NY", "NY-12 NJ-5", "", new InDistrict() },
        { "NY-12", "NJ", "NY-12 NJ-5", "", new OutOfDistrict(Nj, 5, [5]) },
        { "NY-12", "NJ", "NJ-12", "", new OutOfDistrict(Nj, 12, [12]) },
        { "NY-12", "NJ", "NJ-12 NJ-8", "", new OutOfDistrict(Nj, null, [8, 12]) },
        { "NY-12", "NJ", "", "", new OutOfDistrict(Nj, null, []) },
        { "NY-12", "AK", "", "", new OutOfDistrict(Ak, 0, [0]) },
        { "NY-12", "GU", "", "", new OutOfDistrict(Gu, 0, [0]) },
        { "NY-12", "AE", "", "", new MilitaryMail() },

        // The full address decides, but only among the districts that State and ZIP code allow.
        { "NY-12", "NY", "NY-12 NY-10", "NY-12", new InDistrict() },
        { "NY-12", "NY", "NY-12 NY-10", "NY-10", new OutOfDistrict(Ny, 10, [10]) },
        { "NY-12", "NY", "NY-12 NY-10", "NY-3", new Ambiguous([10, 12]) },
        { "NY-12", "NY", "NY-12 NY-10", "NJ-12", new Ambiguous([10, 12]) },
        { "NY-12", "NY", "NY-7 NY-10", "NY-7", new OutOfDistrict(Ny, 7, [7]) },
        { "NY-12", "NY", "", "NY-12", new InDistrict() },
        { "NY-12", "NY", "", "NY-3", new OutOfDistrict(Ny, 3, [3]) },
        { "NY-12", "NY", "NJ-8", "NY-12", new StateMismatch(["NJ"]) },

        // At-large State: the State alone decides.
        { "AK-0", "AK", "AK-0", "", new InDistrict() },
        { "AK-0", "AK", "", "", new InDistrict() },
        { "AK-0", "AK", "WA-2", "", new StateMismatch(["WA"]) },
        { "AK-0", "NY", "NY-12", "", new OutOfDistrict(Ny, 12, [12]) },
        { "AK-0", "GU", "", "", new OutOfDistrict(Gu, 0, [0]) },
        { "GU-0", "GU", "", "", new InDistrict() },

        // Senate office
        { "NY", "NY", "NY-12 NY-10", "", new InState() },
        { "NY", "NY", "", "", new InState() },
        { "NY", "NJ", "NJ-8", "", new OutOfState(Nj) },
        { "NY", "NY", "NJ-8", "", new StateMismatch(["NJ"]) },
        { "NY", "AP", "", "", new MilitaryMail() },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Residency_is_judged_from_office_state_and_ZIP_code(string office, string state, string rows, string located, ResidencyResult expected)
    {
        var seat = Places(office);
        var found = Residency.Check(
            new Office
            {
                Chamber = office.Contains('-') ? Chamber.House : Chamber.Senate,
                State = office[..2],
                District = seat is [var one] ? one.Number : null
            },
            States.Get(state),
            [.. Places(rows).Select(p => new ZipDistrict { Zip = "00000", State = p.State, District = p.Number })],
            Places(located) is [var place] ? place : null);

        Assert.Equal(expected, found);
    }

    private static HouseDistrict[] Places(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => p.Contains('-')).Select(p => new HouseDistrict(p[..2], int.Parse(p[3..])))];
}
