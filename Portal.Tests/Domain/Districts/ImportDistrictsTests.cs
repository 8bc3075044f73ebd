using System.Text;
using System.Text.Json;
using Portal.Domain.Districts;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Districts;

public sealed class ImportDistrictsTests(ITestOutputHelper output) : IDisposable
{
    private const string Header = "state_fips,state_abbr,zcta,cd";
    private const string CensusHeader = "OID_CD119_20|GEOID_CD119_20|NAMELSAD_CD119_20|OID_ZCTA5_20|GEOID_ZCTA5_20|AREALAND_PART";

    private readonly EmptyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task An_import_replaces_the_table_and_counts_split_areas()
    {
        await Import($"{Header}\n01,AL,99999,1\n");

        var result = await Import($"{Header}\n01,AL,35005,6\n01,AL,35005,7\n02,AK,99501,0\n11,DC,20001,98\n");

        var done = Assert.IsType<ImportDistricts.Imported>(result);
        Assert.Equal((4, 3, 1), (done.Rows, done.Zips, done.SplitZips));
        Assert.Equal(
            ["20001 DC 0", "35005 AL 6", "35005 AL 7", "99501 AK 0"],
            await Rows());
    }

    [Fact]
    public async Task Byte_order_marks_Windows_line_endings_quotes_reordered_columns_and_repeated_rows_are_accepted()
    {
        var text = "\"cd\",\"zcta\",\"state_abbr\",\"state_fips\"\r\n\"6\",\"35005\",\"AL\",\"01\"\r\n\r\n6,35005,AL,01\r\n";
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        using var reader = new StreamReader(stream);
        await using var db = database.Open();

        var done = Assert.IsType<ImportDistricts.Imported>(await new ImportDistricts(db, TimeProvider.System)
            .ExecuteAsync(new(reader), Actor.System("test"), default));

        Assert.Equal(1, done.Rows);
        Assert.Equal(["35005 AL 6"], await Rows());
    }

    [Fact]
    public async Task A_byte_order_mark_left_in_the_text_is_ignored() =>
        Assert.IsType<ImportDistricts.Imported>(await Import($"\uFEFF{Header}\n01,AL,35005,6\n"));

    [Fact]
    public async Task The_original_Census_Bureau_file_is_accepted()
    {
        var result = await Import(
            $"\uFEFF{CensusHeader}\r\n1|3612|Congressional District 12|2|10001|5\r\n1|3610|Congressional District 10|2|10001|5\r\n"
            + "1|3612|Congressional District 12|||5\r\n1|36ZZ|Not defined|2|10004|0\r\n1|1198|Delegate District|2|20001|5\r\n");

        var done = Assert.IsType<ImportDistricts.Imported>(result);
        Assert.Equal((3, 2, 1), (done.Rows, done.Zips, done.SplitZips));
        Assert.Equal(["10001 NY 10", "10001 NY 12", "20001 DC 0"], await Rows());
    }

    [Theory]
    [InlineData("", null, "empty")]
    [InlineData("\n\n", null, "empty")]
    [InlineData(Header, 1, "no data rows")]
    [InlineData("zip,district\n35005,6\n", 1, "state_fips, state_abbr, zcta, cd")]
    [InlineData("OID|GEOID_CD119_20|GEOID_COUNTY_20\n1|3612|36001\n", 1, "GEOID_ZCTA5")]
    [InlineData(Header + "\n01,AL,35005,6\n01,AL,35005-1,6\n", 3, "“35005-1” isn't a 5-digit ZIP code")]
    [InlineData(Header + "\n01,AL,35005,6\n25,MA,2138,5\n", 3, "“2138” has lost its leading zeros")]
    [InlineData(Header + "\n72,PR,601,98\n", 2, "“601” has lost its leading zeros")]
    [InlineData(Header + "\n25,MA,2138.0,5\n", 2, "“2138.0” has lost its leading zeros")]
    [InlineData(Header + "\n25,MA,2.14E+03,5\n", 2, "“2.14E+03” has lost its leading zeros")]
    [InlineData(Header + "\n1,AL,35005,6\n", 2, "“1” has lost its leading zeros")]
    [InlineData(CensusHeader + "\n1|612|?|2|90001|5\n", 2, "“612” has lost its leading zeros")]
    [InlineData(CensusHeader + "\n1|2505|?|2|2138|5\n", 2, "“2138” has lost its leading zeros")]
    [InlineData("PK\u0003\u0004...", null, "This is a spreadsheet")]
    [InlineData(Header + "\r\n01,AL,35005,6\r\n\r\n01,AL,35006,x\r\n", 4, "“x” isn't a district number")]
    [InlineData(Header + "\n01,AL,35005,-1\n", 2, "“-1” isn't a district number")]
    [InlineData(Header + "\n01,AK,35005,6\n", 2, "“01” and “AK”")]
    [InlineData(Header + "\n01,AL,35005\n", 2, "This row has 3 columns; we expected 4.")]
    [InlineData(Header + "\n01,AL,\"35005,6\n01,AL,35006,6\n", 2, "")]
    [InlineData(CensusHeader + "\n1|9901|?|2|10001|5\n", 2, "“9901” isn't a Census Bureau district code")]
    public async Task An_invalid_file_is_refused_with_its_line_and_the_table_is_kept(string text, int? line, string says)
    {
        await Import($"{Header}\n01,AL,35005,6\n");

        var refused = Assert.IsType<ImportDistricts.Refused>(await Import(text));

        output.WriteLine(refused.Why.ToString());
        Assert.Equal(line, refused.Why.Line);
        Assert.Contains(says, refused.Why.ToString());
        Assert.Equal(["35005 AL 6"], await Rows());
        Assert.Single(await database.AllAsync<ActivityEntry>());
    }

    [Fact]
    public async Task An_import_is_recorded_with_its_size()
    {
        await Import($"{Header}\n01,AL,35005,6\n01,AL,35005,7\n01,AL,35006,6\n");

        var entry = Assert.Single(await database.AllAsync<ActivityEntry>());
        Assert.Equal(new DistrictsImported(3, 2, 1), JsonSerializer.Deserialize<DistrictsImported>(entry.Payload, EventJson.Options));
    }

    [Theory]
    [InlineData(1_000, 132, false)]
    [InlineData(1_000, 899, false)]
    [InlineData(1_000, 900, true)]
    [InlineData(200, 120, true)]
    [InlineData(132, 1_000, true)]
    [InlineData(0, 132, true)]
    public async Task A_file_with_far_fewer_ZIP_codes_replaces_nothing_without_being_told_to(int before, int after, bool replaces)
    {
        if (before > 0)
            await Import(File(before));
        var outcome = await Import(File(after));
        Assert.Equal(replaces, outcome.Succeeded);
        Assert.Equal(replaces ? after : before, (await Rows()).Count());
        if (replaces)
            return;
        Assert.Equal(new ImportDistricts.Smaller(after, before), outcome);
        Assert.True((await Import(File(after), evenIfSmaller: true)).Succeeded);
        Assert.Equal(after, (await Rows()).Count());

        static string File(int zips) => Header + string.Concat(Enumerable.Range(10_000, zips).Select(zip => $"\n36,NY,{zip},12"));
    }

    [Fact]
    public async Task A_canceled_import_keeps_the_table()
    {
        await Import($"{Header}\n01,AL,35005,6\n");
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        await using var db = database.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ImportDistricts(db, TimeProvider.System).ExecuteAsync(new(new StringReader($"{Header}\n01,AL,35006,6\n")), Actor.System("test"), canceled.Token));

        Assert.Equal(["35005 AL 6"], await Rows());
        Assert.Single(await database.AllAsync<ActivityEntry>());
    }

    [Fact]
    public async Task The_full_Census_file_has_the_expected_counts()
    {
        using var file = SharedData.Open("zip-to-district.csv");
        await using var db = database.Open();

        var done = Assert.IsType<ImportDistricts.Imported>(await new ImportDistricts(db, TimeProvider.System)
            .ExecuteAsync(new(file), Actor.System("test"), default));

        output.WriteLine($"{done.Rows} rows in {done.Took.TotalSeconds:F2} s");
        Assert.Equal((33_774, 7_299), (done.Zips, done.SplitZips));
        Assert.True(done.Took < TimeSpan.FromMinutes(3), $"took {done.Took}");
    }

    private async Task<Outcome> Import(string text, bool evenIfSmaller = false)
    {
        await using var db = database.Open();
        return await new ImportDistricts(db, TimeProvider.System).ExecuteAsync(new(new StringReader(text), evenIfSmaller), Actor.System("test"), default);
    }

    private async Task<IEnumerable<string>> Rows() =>
        (await database.AllAsync<ZipDistrict>()).Select(z => $"{z.Zip} {z.State} {z.District}").Order(StringComparer.Ordinal);
}
