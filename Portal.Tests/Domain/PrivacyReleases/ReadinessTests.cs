using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Inquiries;
using Portal.Domain.PrivacyReleases;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>What's missing before an agency may be contacted, who must act and how. Covers each agency rule separately.</summary>
public sealed class ReadinessTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly DateOnly Today = new(2026, 11, 18);
    // 11 PM of the previous day in New York.
    private static readonly DateTime SignedAt = new(2026, 11, 18, 4, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Case = Guid.CreateVersion7();

    [Fact]
    public void Without_an_agency_or_a_release_nothing_can_be_sent()
    {
        Assert.Equal(GapKind.NoAgency, Gap(null));
        Assert.Equal(GapKind.NotAsked, Gap(Agency()));
        Assert.Equal(GapKind.NotAsked, Gap(Agency(), Signed() with { AgencyCode = "IRS" }));
        Assert.IsType<Readiness.NotNeeded>(Of(Agency(r => r with { Signature = SignatureClass.None })));
    }

    [Theory]
    [InlineData(ReleaseStatus.Requested, GapKind.NotSigned, Turn.Constituent)]
    [InlineData(ReleaseStatus.Checking, GapKind.ToCheck, Turn.Office)]
    [InlineData(ReleaseStatus.Withdrawn, GapKind.Withdrawn, Turn.Office)]
    [InlineData(ReleaseStatus.Refused, GapKind.Refused, Turn.Office)]
    [InlineData(ReleaseStatus.Expired, GapKind.Expired, Turn.Office)]
    [InlineData(ReleaseStatus.Dropped, GapKind.NotAsked, Turn.Office)]
    public void Every_release_status_determines_whose_turn_it_is(ReleaseStatus status, GapKind kind, Turn who)
    {
        var missing = Missing(Agency(), Signed() with { Status = status, Signature = null });
        Assert.Equal((kind, who), (missing.First.Kind, missing.First.Who));
        Assert.Equal(who == Turn.Constituent, missing.ByConstituent);
    }

    [Fact]
    public void The_best_release_counts_through_its_last_day()
    {
        var good = Signed() with { ExpiresOn = Today };
        var ready = Ready(
            Agency(), Signed() with { Status = ReleaseStatus.Withdrawn }, good, Signed() with { Status = ReleaseStatus.Requested, Signature = null });
        Assert.Equal([good.Id], ready.ReleaseIds);
        Assert.Equal(GapKind.Expired, Gap(Agency(), Signed() with { ExpiresOn = Today.AddDays(-1) }));
    }

    [Theory]
    [InlineData(SignatureClass.Ink)]
    [InlineData(SignatureClass.OwnForm)]
    public void An_agency_that_requires_ink_gets_ink(SignatureClass signature)
    {
        var agency = Agency(r => r with { Signature = signature });
        Assert.Equal(GapKind.NotSignedInInk, Gap(agency, Signed() with { Status = ReleaseStatus.Requested, Signature = null }));
        Assert.Equal(GapKind.NotInInk, Gap(agency, Signed()));
        Ready(agency, Signed(s => s with { Method = SigningMethod.Ink }));
    }

    [Theory]
    [InlineData(120, true)]
    [InlineData(119, false)]
    public void The_age_of_a_release_counts_from_the_signing_date_in_the_office_time_zone(int most, bool ready)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(SignedAt, Zone)).AddDays(120);
        var file = new ReadinessFacts(Agency(r => r with { ReleaseMaxAgeDays = most }), [Signed()], day, Zone);
        Assert.Equal(ready, Readiness.Evaluate(file) is Readiness.Ready);
    }

    [Fact]
    public void The_age_limit_of_the_IRS_applies_only_to_tax_information()
    {
        var agency = Agency(r => r with { ReleaseMaxAgeDays = 5, MaxAgeForTaxOnly = true });
        var old = Signed(s => s with { SignedAt = SignedAt.AddDays(-10) });
        Ready(agency, old);
        Assert.Equal(GapKind.TooOld, Gap(agency, old with { Signature = old.Signature! with { CoversTax = true } }));
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void A_new_signature_is_needed_when_the_last_inquiry_ended_too_long_ago(int daysAgo, bool again)
    {
        var agency = Agency(r => r with { ResignAfterClosedInquiryDays = 30 });
        var ended = new DateTime(Today.AddDays(-daysAgo), new TimeOnly(15, 0), DateTimeKind.Utc);
        var before = Signed(s => s with { SignedAt = ended.AddDays(-20) });
        Assert.Equal(again, Of(agency, f => f with { InquiryEndedAt = ended }, before) is Readiness.Missing { First.Kind: GapKind.SignAgain });
        Assert.IsType<Readiness.Ready>(Of(agency, f => f with { InquiryEndedAt = ended }, Signed()));
        Assert.IsType<Readiness.Ready>(Of(agency, f => f with { InquiryEndedAt = null }, before));
    }

    [Fact]
    public void A_representative_needs_approval_and_the_agency_must_accept_one()
    {
        ReleaseFact By(SignerCapacity capacity, bool isChecked = true) => Signed(s => s with { Capacity = capacity, Checked = isChecked });
        Assert.Equal(GapKind.CapacityNotAllowed, Gap(Agency(), By(SignerCapacity.ParentOrGuardian)));
        var open = Agency(r => r with { GuardianMaySign = true, NextOfKinMaySign = true });
        foreach (var capacity in new[] { SignerCapacity.ParentOrGuardian, SignerCapacity.PersonalRepresentative, SignerCapacity.NextOfKin })
        {
            Assert.Equal(GapKind.ToCheck, Gap(open, By(capacity, false)));
            Ready(open, By(capacity));
        }

        var abroad = Agency(r => r with { GuardianMaySign = true, SubjectAbroadSigns = true });
        Assert.Equal(GapKind.CapacityNotAllowed, Gap(abroad, By(SignerCapacity.PersonalRepresentative)));
        Assert.Equal(GapKind.CapacityNotAllowed, Gap(abroad, By(SignerCapacity.NextOfKin)));
        Ready(abroad, By(SignerCapacity.ParentOrGuardian));
    }

    [Fact]
    public void A_parent_may_need_the_minor_for_medical_records()
    {
        var parent = Signed(s => s with { Capacity = SignerCapacity.ParentOrGuardian, Checked = true, CoversMedical = true });
        Assert.Equal(GapKind.MinorMedical, Gap(Agency(r => r with { GuardianMaySign = true }), parent));
        Ready(Agency(r => r with { GuardianMaySign = true, MinorMedicalByParent = true }), parent);
    }

    [Fact]
    public void A_signature_under_another_name_waits_for_staff() =>
        Assert.Equal(GapKind.ToCheck, Gap(Agency(), Signed(s => s with { NameDiffers = true })));

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(2, 1, false)]
    [InlineData(0, 0, true)]
    public void A_mark_needs_as_many_witnesses_as_the_agency_requires(int wanted, int had, bool ready) =>
        Assert.Equal(ready, Of(Agency(r => r with { MarkWitnesses = wanted }), Signed(s => s with { MarkWitnesses = had })) is Readiness.Ready);

    [Fact]
    public void A_translation_is_certified_where_the_agency_requires_it()
    {
        var agency = Agency(r => r with { TranslationCertified = true });
        Ready(agency, Signed());
        Assert.Equal(GapKind.Translation, Gap(agency, Signed() with { Language = "es" }));
        Ready(agency, Signed(s => s with { TranslationCertified = true }) with { Language = "es" });
    }

    [Fact]
    public void Petitioner_and_beneficiary_both_sign_where_the_agency_requires_it()
    {
        PartyRole[] roles = [PartyRole.Petitioner, PartyRole.Beneficiary];
        var agency = Agency(r => r with { EachPartySigns = true });
        var petitioner = Signed() with { Role = PartyRole.Petitioner };
        var beneficiary = Signed() with { Role = PartyRole.Beneficiary, PartyId = Guid.CreateVersion7() };
        Assert.Equal(
            [PartyRole.Petitioner, PartyRole.Beneficiary],
            Assert.IsType<Readiness.Missing>(Of(agency, f => f with { Roles = roles })).Gaps.Select(g => g.Role));
        Assert.Equal(PartyRole.Beneficiary, Assert.Single(Assert.IsType<Readiness.Missing>(Of(agency, f => f with { Roles = roles }, petitioner)).Gaps).Role);
        Assert.Equal(
            [petitioner.Id, beneficiary.Id],
            Assert.IsType<Readiness.Ready>(Of(agency, f => f with { Roles = roles }, beneficiary, petitioner)).ReleaseIds);
        Assert.IsType<Readiness.Ready>(Of(Agency(), f => f with { Roles = roles }, petitioner));
    }

    [Fact]
    public void Everyone_who_was_asked_must_sign_even_where_the_agency_requires_one()
    {
        var other = Signed() with { PartyId = Guid.CreateVersion7(), Status = ReleaseStatus.Requested, Signature = null };
        Assert.Equal(other.PartyId, Assert.Single(Missing(Agency(), Signed(), other).Gaps).PartyId);
    }

    [Fact]
    public void An_exception_replaces_a_release_but_not_after_a_withdrawal()
    {
        var exception = Guid.CreateVersion7();
        Assert.Equal(exception, Assert.IsType<Readiness.Ready>(Of(Agency(), f => f with { ExceptionId = exception })).ExceptionId);
        Assert.Equal(GapKind.Withdrawn, Assert.IsType<Readiness.Missing>(
            Of(Agency(), f => f with { ExceptionId = exception }, Signed() with { Status = ReleaseStatus.Withdrawn })).First.Kind);
        Assert.Null(Assert.IsType<Readiness.Ready>(Of(Agency(), f => f with { ExceptionId = exception }, Signed())).ExceptionId);
    }

    [Fact]
    public void Missing_identity_numbers_are_reported_but_do_not_block_sending()
    {
        var agency = Agency(r => r with { RequiredIdentifiers = ["ReceiptNumber", "ANumber"] });
        Assert.Equal(["ANumber"], Ready(agency, Signed(s => s with { IdentifiersGiven = "ReceiptNumber,Ssn" })).NumbersMissing);
    }

    [Fact]
    public void Steps_for_staff_are_listed_first()
    {
        var waiting = Signed() with { PartyId = Guid.CreateVersion7(), Status = ReleaseStatus.Requested, Signature = null };
        var missing = Missing(Agency(), waiting, Signed() with { Status = ReleaseStatus.Checking });
        Assert.Equal([GapKind.ToCheck, GapKind.NotSigned], missing.Gaps.Select(g => g.Kind));
        Assert.False(missing.ByConstituent);
    }

    [Fact]
    public void A_new_request_takes_precedence_over_a_release_that_no_longer_suffices()
    {
        var agency = Agency(r => r with { ReleaseMaxAgeDays = 120 });
        var old = Signed() with
        {
            RequestedAt = Today.AddDays(-130).ToDateTime(new(12, 0), DateTimeKind.Utc),
            Signature = Signed().Signature! with { SignedAt = Today.AddDays(-125).ToDateTime(new(12, 0), DateTimeKind.Utc) }
        };
        Assert.Equal(GapKind.TooOld, Gap(agency, old));
        var asked = Signed() with { Status = ReleaseStatus.Requested, Signature = null };
        Assert.Equal((GapKind.NotSigned, asked.Id), (Missing(agency, asked, old).First.Kind, Missing(agency, asked, old).First.ReleaseId));
        Assert.Equal(GapKind.ToCheck, Gap(agency, asked with { Status = ReleaseStatus.Checking }, old));
        Assert.Equal(old.Id, Ready(Agency(), asked, old).ReleaseIds.Single());
    }

    private static GapKind Gap(Agency? agency, params ReleaseFact[] releases) => Missing(agency, releases).First.Kind;

    private static Readiness.Missing Missing(Agency? agency, params ReleaseFact[] releases) => Assert.IsType<Readiness.Missing>(Of(agency, releases));

    private static Readiness.Ready Ready(Agency agency, params ReleaseFact[] releases) => Assert.IsType<Readiness.Ready>(Of(agency, releases));

    private static Readiness Of(Agency? agency, params ReleaseFact[] releases) => Of(agency, f => f, releases);

    private static Readiness Of(Agency? agency, Func<ReadinessFacts, ReadinessFacts> more, params ReleaseFact[] releases) =>
        Readiness.Evaluate(more(new ReadinessFacts(agency, releases, Today, Zone)));

    private static Agency Agency(Func<AgencyReleaseRules, AgencyReleaseRules>? change = null)
    {
        var agency = new Agency { Code = "SSA", Name = "Social Security Administration", NameEs = "", ShortName = "SSA", ShortNameEs = "", Source = "" };
        agency.Rules = change?.Invoke(agency.Rules) ?? agency.Rules;
        return agency;
    }

    private static ReleaseFact Signed(Func<SignatureFact, SignatureFact>? more = null)
    {
        var signature = new SignatureFact(SigningMethod.Electronic, SignedAt, SignerCapacity.Self);
        return new(Guid.CreateVersion7(), Case, "SSA", Case, PartyRole.Subject, ReleaseStatus.Signed)
        {
            SubjectName = "Ana García",
            RequestedAt = SignedAt,
            ExpiresOn = Today.AddYears(1),
            Signature = more?.Invoke(signature) ?? signature
        };
    }
}
