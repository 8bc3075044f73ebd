using Portal.Tests.Domain.Districts;

namespace Portal.Tests.Web.Commands;

/// <summary>The command line: help, exit codes, setting up an office.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly CommandRun _run = new();

    [Theory]
    [InlineData("--help", "Portal: casework")]
    [InlineData("serve --help", "Run the site")]
    [InlineData("setup --help", "--bioguide")]
    [InlineData("import --help", "districts")]
    [InlineData("import districts --help", "CSV")]
    [InlineData("staff --help", "add")]
    [InlineData("staff add --help", "--role")]
    [InlineData("staff reset --help", "--second-factor")]
    [InlineData("export --help", "reference")]
    [InlineData("verify --help", "Exits with 0")]
    [InlineData("audit verify --help", "activity record")]
    [InlineData("certificate show --help", "earlier ones")]
    [InlineData("certificate renew --help", "can still be verified")]
    [InlineData("backup --help", "folder")]
    [InlineData("restore --help", "--force")]
    [InlineData("doctor --help", "Exits with 1")]
    [InlineData("mail test --help", "exits with 1")]
    [InlineData("seed --help", "--cases")]
    public async Task Every_command_explains_its_usage(string args, string says)
    {
        var (code, output, error) = await _run.RunAsync(args.Split(' '));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains(says, output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.Data));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("setup")]
    [InlineData("setup --legislators only-one.yaml")]
    [InlineData("staff add a@example.gov")]
    [InlineData("staff add a@example.gov --role Emperor")]
    [InlineData("export")]
    [InlineData("mail test")]
    [InlineData("mail test nobody")]
    [InlineData("seed --cases 0")]
    [InlineData("seed --cases abc")]
    [InlineData("--bogus")]
    [InlineData("serve --bogus")]
    [InlineData("verify /tmp")]
    [InlineData("verify missing.pdf")]
    public async Task Wrong_usage_exits_with_2(string args)
    {
        var (code, _, error) = await _run.RunAsync(args.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains("--help", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.Data));
    }

    [Theory]
    [InlineData("export 7KQ2M-XW94T out")]
    [InlineData("certificate show")]
    [InlineData("audit verify")]
    [InlineData("backup out")]
    [InlineData("mail test ana@example.org")]
    [InlineData("import districts missing.csv")]
    [InlineData("restore missing")]
    public async Task A_failed_command_exits_with_1_and_a_message(string args)
    {
        var (code, _, error) = await _run.RunAsync(args.Split(' '));
        Assert.Equal(1, code);
        Assert.Matches(@"^\S.*\n?$", error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(
            File.Exists(Path.Combine(_run.Data, "portal.db")) && !args.StartsWith("import", StringComparison.Ordinal),
            "A command that only reads made a database.");
    }

    [Fact]
    public async Task The_office_is_set_up_from_public_data()
    {
        string[] setup =
        [
            "setup", "--legislators", _run.Write("current.yaml", LegislatorSample.Current), "--offices",
            _run.Write("offices.yaml", LegislatorSample.Offices), "--bioguide", "A000001"
        ];
        Assert.Matches("Set up the office of .*Núñez, NY District 12", await _run.DoAsync(setup));
        Assert.Contains("Nothing to change", await _run.DoAsync(setup), StringComparison.Ordinal);
        Assert.Contains("Changed", await _run.DoAsync("setup", "--phone", "212-555-0199"), StringComparison.Ordinal);

        var file = _run.Write("zips.csv", "state_fips,state_abbr,zcta,cd\n36,NY,10025,12\n36,NY,10026,12\n36,NY,10026,13\n");
        Assert.Contains("Imported 2 ZIP codes", await _run.DoAsync("import", "districts", file), StringComparison.Ordinal);
        var broken = await _run.RunAsync("import", "districts", _run.Write("broken.csv", "a,b\n1,2\n"));
        Assert.Equal(1, broken.Code);
        Assert.NotEqual("", broken.Error);
    }

    [Fact]
    public async Task A_part_of_the_country_does_not_replace_all_of_it_unless_it_should()
    {
        string[] header = ["state_fips,state_abbr,zcta,cd"];
        var all = _run.Write("all.csv", string.Join('\n', header.Concat(Enumerable.Range(10_000, 2_000).Select(z => $"36,NY,{z},12"))));
        var part = _run.Write("part.csv", string.Join('\n', header.Concat(Enumerable.Range(10_000, 132).Select(z => $"36,NY,{z},12"))));
        Assert.Contains("The whole country has more than 33,000.", await _run.DoAsync("import", "districts", all), StringComparison.Ordinal);
        var (code, _, error) = await _run.RunAsync("import", "districts", part);
        Assert.Equal(1, code);
        Assert.Contains(
            "The file has 132 ZIP codes, and the table has 2,000, so nothing was changed. If the file is right, run the command again with --even-if-smaller.",
            error, StringComparison.Ordinal);
        Assert.Contains("Imported 132 ZIP codes", await _run.DoAsync("import", "districts", part, "--even-if-smaller"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Bioguide_ID_without_its_files_says_which_files_it_needs()
    {
        var (code, _, error) = await _run.RunAsync("setup", "--bioguide", "A000001");
        Assert.Equal(1, code);
        Assert.Contains("--legislators legislators-current.yaml and --offices legislators-district-offices.yaml", error, StringComparison.Ordinal);
        string[] files = ["--legislators", _run.Write("c.yaml", LegislatorSample.Current), "--offices", _run.Write("o.yaml", LegislatorSample.Offices)];
        Assert.Contains("identifier “X999999”", (await _run.RunAsync(["setup", "--bioguide", "X999999", .. files])).Error, StringComparison.Ordinal);
        await _run.DoAsync("setup", "--bioguide", "A000001");
    }

    [Fact]
    public async Task The_first_administrator_gets_a_link()
    {
        await _run.DoAsync("setup", "--chamber", "Senate", "--member", "Cy Young", "--state", "NY");
        Assert.Contains(
            "https://help.example.gov/office/enroll/",
            await _run.DoAsync("staff", "add", "cy@example.gov", "--role", "Administrator"),
            StringComparison.Ordinal);
        var (other, _, why) = await _run.RunAsync("staff", "add", "cy@example.gov", "--role", "Intern");
        Assert.Equal(1, other);
        Assert.Contains("cy@example.gov already works here, in a different role. Nothing was changed", why, StringComparison.Ordinal);
        Assert.Contains("This person hasn't set up sign-in yet", (await _run.RunAsync("staff", "reset", "cy@example.gov")).Error, StringComparison.Ordinal);
        Assert.Contains(
            "No one with the address di@example.gov works here.",
            (await _run.RunAsync("staff", "reset", "di@example.gov", "--second-factor")).Error,
            StringComparison.Ordinal);
        var (code, _, error) = await _run.RunAsync("staff", "add", "nobody", "--role", "Intern");
        Assert.Equal(1, code);
        Assert.Contains("email address", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_reports_problems_and_changes_nothing()
    {
        var before = await _run.RunAsync("doctor");
        Assert.Equal(1, before.Code);
        Assert.Contains("PROBLEM", before.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_run.Data, "portal.db")));
        await _run.DoAsync("setup", "--chamber", "House", "--member", "Ana Núñez", "--state", "NY", "--district", "12");
        var after = await _run.RunAsync("doctor");
        Assert.DoesNotContain("   at ", after.Output + after.Error, StringComparison.Ordinal);
        Assert.Contains("OK", after.Output, StringComparison.Ordinal);
        Assert.Contains("point to https://help.example.gov", after.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mailto:security@example.gov", "2999-01-31", "OK       Vulnerabilities are reported to mailto:security@example.gov. That contact expires on 2999-01-31.")]
    [InlineData("mailto:security@example.gov", "2026-01-31", "PROBLEM  The security contact expired on 2026-01-31.")]
    [InlineData("mailto:security@example.gov", null, "PROBLEM  The security contact isn't shown because Portal:SecurityTxt:Expires is missing.")]
    [InlineData(null, null, "OK       No security contact is set")]
    public async Task Doctor_checks_the_security_contact(string? contact, string? expires, string finding)
    {
        string[] args =
        [
            "doctor", .. contact is null ? [] : (string[])["--Portal:SecurityTxt:Contact=" + contact],
            .. expires is null ? [] : (string[])["--Portal:SecurityTxt:Expires=" + expires]
        ];
        Assert.Contains(finding, (await _run.RunAsync(args)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_security_contact_is_refused()
    {
        var (code, _, error) = await _run.RunAsync("doctor", "--Portal:SecurityTxt:Contact=security@example.gov");
        Assert.Equal(1, code);
        Assert.Contains("must begin with mailto:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setup_questions_a_phone_number_without_an_area_code()
    {
        string[] setup = ["setup", "--chamber", "House", "--member", "Ana Núñez", "--state", "NY", "--district", "12", "--phone"];
        Assert.Contains("The telephone number 555-0199 may be incomplete", await _run.DoAsync([.. setup, "555-0199"]), StringComparison.Ordinal);
        Assert.DoesNotContain("incomplete", await _run.DoAsync([.. setup, "212–555–0199"]), StringComparison.Ordinal);
        Assert.Contains("Nothing to change", await _run.DoAsync([.. setup, "(212) 555-0199"]), StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();
}
