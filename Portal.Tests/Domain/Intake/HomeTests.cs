using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Intake;

/// <summary>Everyone has a home that the residency check understands, wherever it is.</summary>
public sealed class HomeTests
{
    private static readonly AddressAnswers Abroad = new() { Kind = HomeKind.OutsideUnitedStates, Line1 = "Calle 5\nPuebla", Country = "México" };
    private static readonly AddressAnswers NoHome = new() { Kind = HomeKind.NoFixedAddress, City = "New York", State = "NY" };

    [Theory, OnBoth]
    public async Task The_check_says_why_it_cannot_tell_or_uses_the_place_that_counts(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        foreach (var (home, finding) in new[]
        {
            (Abroad, ResidencyFinding.OutsideUnitedStates),
            (Abroad with { State = "NY", Zip = "10025" }, ResidencyFinding.InDistrict),
            (Abroad with { State = "CA", Zip = "90210" }, ResidencyFinding.OutOfDistrict),
            (Abroad with { Country = "Republic of the Marshall Islands" }, ResidencyFinding.OutsideUnitedStates),
            (NoHome, ResidencyFinding.NoFixedAddress),
            (NoHome with { Zip = "10025" }, ResidencyFinding.InDistrict),
            (NoHome with { Line1 = "General Delivery", Zip = "CO 80401-" }, ResidencyFinding.UnknownZip),
            (new() { Line1 = "Unit 2050 Box 4190", City = "APO", State = "AP", Zip = "96278-2050" }, ResidencyFinding.MilitaryMail),
            (new() { Line1 = "Unit 8400 Box 11", City = "DPO", State = "AE", Zip = "09498" }, ResidencyFinding.MilitaryMail),
        })
        {
            Assert.True(home.IsWhole, home.OneLine);
            var @case = await office.Given.SubmittedCase(Answers.Complete() with { Address = home });
            Assert.Equal(finding, (await office.NowAsync<Case>(@case.Id)).Residency);
        }
    }

    [Fact]
    public void A_home_lacks_only_what_its_kind_needs()
    {
        Assert.False((Abroad with { Country = " " }).IsWhole);
        Assert.False((Abroad with { Line1 = null }).IsWhole);
        Assert.False((NoHome with { City = null }).IsWhole);
        Assert.False((NoHome with { State = null }).IsWhole);
        Assert.False((NoHome with { Zip = "1234" }).IsWhole);
        Assert.False(new AddressAnswers { City = "Golden", State = "CO", Zip = "80401" }.IsWhole);
    }

    [Fact]
    public void An_address_reads_as_one_line()
    {
        Assert.Equal("Calle 5 Puebla, México", (Abroad with { State = "NY", Zip = "10025" }).OneLine);
        Assert.Equal("New York, NY", NoHome.OneLine);
        Assert.Equal("500 Broadway, Apt 2, New York, NY 10025", new AddressAnswers { Line1 = "500 Broadway", Line2 = "Apt 2", City = "New York", State = "NY", Zip = "10025" }.OneLine);
    }
}
