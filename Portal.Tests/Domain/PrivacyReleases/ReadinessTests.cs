using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>What is missing before an agency may be asked, in the words staff read.</summary>
public sealed class ReadinessTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly DateOnly Today = new(2026, 11, 18);
    private static readonly DateTime SignedAt = new(2026, 11, 18, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Nothing_asked_and_no_agency()
    {
        Assert.Equal("Nobody has said yet which agency this is about.", Problem(null));
        Assert.Equal("No privacy release for {0} has been asked for.", Problem(Agency()));
        Assert.Equal("No privacy release for {0} has been asked for.", Problem(Agency(), Signed("IRS")));
        Assert.IsType<Readiness.NotNeeded>(Of(Agency(SignatureClass.None)));
    }

    [Fact]
    public void Asked_withdrawn_expired_signed()
    {
        Assert.Equal("The privacy release for {0} has not been signed.", Problem(Agency(), Requested()));
        var withdrawn = Signed();
        withdrawn.Withdraw(SignedAt);
        Assert.Equal("The privacy release for {0} was withdrawn.", Problem(Agency(), withdrawn));
        Assert.Equal("The privacy release for {0} has expired.", Problem(Agency(), Signed(expiresOn: Today.AddDays(-1))));
        var good = Signed(expiresOn: Today);
        Assert.Equal(new Readiness.Ready(good.Id), Of(Agency(), withdrawn, good, Requested()));
    }

    [Fact]
    public void Ink_where_the_agency_wants_ink()
    {
        Assert.Equal("{0} takes only releases signed in ink on paper. The one we have was signed electronically.", Problem(Agency(SignatureClass.Ink), Signed()));
        Assert.IsType<Readiness.Ready>(Of(Agency(SignatureClass.Ink), Signed(method: SigningMethod.Ink)));
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(119, false)]
    public void The_age_counts_from_the_day_of_the_signature_in_the_offices_zone(int most, bool ready)
    {
        // 11 in the evening of the day before in New York.
        var agency = Agency();
        agency.ReleaseMaxAgeDays = most;
        var release = Signed();
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(SignedAt, Zone)).AddDays(120);
        Assert.Equal(ready, Readiness.Of(agency, [release], day, Zone) is Readiness.Ready);
    }

    private static string Problem(Agency? agency, params PrivacyRelease[] releases) => Assert.IsType<Readiness.Missing>(Of(agency, releases)).Problem;

    private static Readiness Of(Agency? agency, params PrivacyRelease[] releases) => Readiness.Of(agency, releases, Today, Zone);

    private static Agency Agency(SignatureClass signature = SignatureClass.Electronic) =>
        new() { Code = "SSA", Name = "Social Security Administration", NameEs = "", ShortName = "SSA", ShortNameEs = "", Source = "", Signature = signature };

    private static PrivacyRelease Requested(string agency = "SSA") => new()
    {
        Id = Guid.CreateVersion7(),
        AgencyCode = agency,
        SubjectName = "",
        Language = "en",
        LinkToken = "",
        SealedDetails = "",
        RequestedAt = SignedAt,
    };

    private static PrivacyRelease Signed(string agency = "SSA", DateOnly? expiresOn = null, SigningMethod method = SigningMethod.Electronic)
    {
        var release = Requested(agency);
        var signature = new ReleaseSignature
        {
            TemplateId = "",
            SealedText = "",
            TextSha256 = "",
            NameAsTyped = "",
            RemoteAddress = "",
            UserAgent = "",
            PdfName = "",
            PdfSha256 = "",
            VerificationCode = "",
            Method = method,
            SignedAt = SignedAt,
        };
        release.Sign(signature, expiresOn ?? Today.AddYears(1));
        return release;
    }
}
