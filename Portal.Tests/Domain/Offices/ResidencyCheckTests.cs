using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Tests.Domain.Districts;
using Portal.Tests.Support;
using static Portal.Domain.Offices.ResidencyResult;

namespace Portal.Tests.Domain.Offices;

public sealed class ResidencyCheckTests : IDisposable
{
    private readonly EmptyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("10001", true, typeof(InDistrict))]
    [InlineData("10001", false, typeof(Ambiguous))]
    [InlineData("10003", true, typeof(InDistrict))]
    [InlineData("10003", false, typeof(UnknownZip))]
    public async Task The_full_address_is_looked_up_where_the_ZIP_code_is_ambiguous(string zip, bool answers, Type expected)
    {
        var geocoder = new Stub(answers ? new HouseDistrict("NY", 12) : null);

        Assert.IsType(expected, await Run(zip, geocoder));
        Assert.Equal(1, geocoder.Asked);
    }

    [Theory]
    [InlineData("10002")]
    [InlineData("07001")]
    public async Task No_address_leaves_the_office_where_the_ZIP_code_decides(string zip)
    {
        var geocoder = new Stub(null);

        await Run(zip, geocoder);

        Assert.Equal(0, geocoder.Asked);
    }

    private async Task<ResidencyResult> Run(string zip, IGeocoder geocoder)
    {
        await database.AddAsync(
            new Office { Chamber = Chamber.House, State = "NY", District = 12, MemberFullName = "X", TimeZone = "America/New_York" },
            Row("10001", "NY", 12), Row("10001", "NY", 10), Row("10002", "NY", 12), Row("07001", "NJ", 8));
        await using var db = database.Open();
        return (await new ResidencyCheck(db, geocoder).RunAsync(new HomeAddress(States.Get("NY"), ZipCode.Parse(zip), "1 Any St"), default))!;
    }

    private static ZipDistrict Row(string zip, string state, int district) => new() { Zip = zip, State = state, District = district };

    private sealed class Stub(HouseDistrict? answer) : IGeocoder
    {
        public int Asked { get; private set; }

        public Task<HouseDistrict?> LocateAsync(HomeAddress address, CancellationToken cancel)
        {
            Asked++;
            return Task.FromResult(answer);
        }
    }
}
