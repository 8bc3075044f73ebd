using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>A minor, a person who died, and a person who is too ill are never asked to sign; whoever may sign for them is.</summary>
public sealed class CannotSignTests
{
    private const string Helper = "luz@example.org";

    public static TheoryData<CannotSign, SignerCapacity?, string?, string?, SignerCapacity, string?, DatabaseProvider> Situations
    {
        get
        {
            var rows = new TheoryData<CannotSign, SignerCapacity?, string?, string?, SignerCapacity, string?, DatabaseProvider>();
            foreach (var on in Enum.GetValues<DatabaseProvider>())
            {
                rows.Add(CannotSign.Minor, SignerCapacity.ParentOrGuardian, null, null, SignerCapacity.ParentOrGuardian, Helper, on);
                rows.Add(CannotSign.Unable, SignerCapacity.PersonalRepresentative, null, null, SignerCapacity.PersonalRepresentative, Helper, on);
                rows.Add(CannotSign.Died, SignerCapacity.NextOfKin, null, null, SignerCapacity.NextOfKin, Helper, on);
                rows.Add(CannotSign.Died, SignerCapacity.PersonalRepresentative, "Tom Ash", "tom@example.org", SignerCapacity.PersonalRepresentative, "tom@example.org", on);
                rows.Add(CannotSign.Unable, SignerCapacity.ParentOrGuardian, "Tom Ash", null, SignerCapacity.ParentOrGuardian, null, on);
                rows.Add(CannotSign.Minor, null, null, null, SignerCapacity.ParentOrGuardian, null, on);
                rows.Add(CannotSign.Died, null, null, null, SignerCapacity.PersonalRepresentative, null, on);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Situations))]
    public async Task The_release_is_for_whoever_may_sign(
        CannotSign why, SignerCapacity? chosen, string? name, string? email, SignerCapacity capacity, string? goesTo, DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var answers = Answers.ForMother() with
        {
            Signing = new()
            {
                CanSign = false,
                Reason = why,
                Capacity = chosen,
                SignerName = name,
                SignerEmail = email,
            },
        };
        var @case = await office.Given.SubmittedCase(answers);
        if (chosen is null)
            await AskAsync(office, @case.Id);
        var release = await office.Given.Release(@case.Id);
        Assert.Equal((why, capacity, goesTo), (release.CannotSign, release.Capacity, release.SignerEmail?.Text));
        var helperSigns = chosen is not null && name is null;
        Assert.Equal(helperSigns, ReleaseAccess.IsOwn(release, @case));
        var mails = (await office.AllAsync<Portal.Domain.Platform.Mail.OutgoingMail>()).Select(m => m.Kind).ToList();
        Assert.Equal(goesTo is not null && !helperSigns, mails.Contains("ReleaseRequestedFromRepresentativeMail"));
        Assert.DoesNotContain("ReleaseRequestedByHelperMail", mails);
        var details = await DetailsAsync(office, release);
        Assert.Equal((capacity, helperSigns ? "Luz Ortiz" : name), (details.Capacity, details.SignerName));

        // Nobody signs as the person who can't.
        var signer = helperSigns ? Actor.Constituent(@case.Id) : Actor.Signer(@case.Id, release.Id);
        (await SaveAsync(office, release, signer, details with { Capacity = SignerCapacity.Self }))
            .Refused("This person can't sign for themselves. Choose what allows you to sign for them.");
        (await SaveAsync(office, release, signer, details with { SignerName = "Luz Ortiz" })).Did([]);
        var paper = PdfTools.Words(Assert.IsType<PrintRelease.Printed>(
            await office.WithAsync<PrintRelease, Portal.Domain.Platform.Outcome>(o => o.ExecuteAsync(release.Id, true, signer, default))).Content);
        Assert.Contains("Signature of Luz Ortiz, in ink", paper, StringComparison.Ordinal);
        Assert.Contains("Signed for Rosa Ortiz: " + SignerText.Describe(capacity), paper, StringComparison.Ordinal);

        var command = await office.Given.SigningOf(release) with { TypedName = "Luz Ortiz" };
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, signer, default))).Refused("First add the proof that you can sign for this person.");
        await office.DoAsync<AddProof>(o => o.ExecuteAsync(new(release.Id, "proof.pdf", new MemoryStream(Sample.PlainPdf())), signer, default));
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(command, signer, default));
        Assert.Equal(ReleaseStatus.Checking, (await office.NowAsync<PrivacyRelease>(release.Id)).Status);
    }

    [Theory, OnBoth]
    public async Task A_minor_who_writes_names_a_parent(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var answers = Answers.Complete() with
        {
            Signing = new()
            {
                IsMinor = true,
                CanSign = false,
                Reason = CannotSign.Minor,
                Capacity = SignerCapacity.ParentOrGuardian,
                SignerName = "Tom Ash",
                SignerEmail = "tom@example.org",
            },
        };
        var @case = await office.Given.SubmittedCase(answers);
        var release = await office.Given.Release(@case.Id);
        Assert.Equal(("tom@example.org", false), (release.SignerEmail?.Text, ReleaseAccess.IsOwn(release, @case)));
        var acknowledgment = (await office.AllAsync<Portal.Domain.Platform.Mail.OutgoingMail>()).Single(m => m.Kind == "AcknowledgmentMail");
        Assert.DoesNotContain(release.LinkToken, acknowledgment.Payload.Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_next_release_of_the_case_is_for_the_same_signer(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase(Answers.ForMother() with
        {
            Signing = new() { CanSign = false, Reason = CannotSign.Died, Capacity = SignerCapacity.NextOfKin },
        });
        (await office.TryAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "VA"), maria, default)))
            .Did(["ReleaseRequested"], "ReleaseRequestedMail to " + Helper);
        var next = (await office.AllAsync<PrivacyRelease>()).Single(r => r.AgencyCode == "VA");
        Assert.Equal((CannotSign.Died, Helper), (next.CannotSign, next.SignerEmail?.Text));
        Assert.NotEqual(SignerCapacity.Self, next.Capacity);
    }

    [Theory, OnBoth]
    public async Task Without_any_email_nobody_counts_as_the_signer(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        foreach (var signing in (SigningAnswers[])
            [
                new() { CanSign = false, Reason = CannotSign.Minor, Capacity = SignerCapacity.ParentOrGuardian },
                new() { CanSign = false, Reason = CannotSign.Died },
                new() { CanSign = false, Reason = CannotSign.Unable, Capacity = SignerCapacity.ParentOrGuardian, SignerName = "Tom Ash" },
                new() { CanSign = false, Reason = CannotSign.Unable, SignerEmail = "tom@example.org" },
            ])
        {
            var mother = Answers.ForMother();
            var @case = await office.Given.SubmittedCase(mother with { Helper = mother.Helper with { Email = null, Phone = "646-555-0100" }, Signing = signing });
            if (signing.Capacity is null)
                await AskAsync(office, @case.Id);
            var release = await office.Given.Release(@case.Id);
            Assert.Equal((null, false), (release.SignerEmail?.Text, ReleaseAccess.IsOwn(release, @case)));
        }
    }

    [Fact]
    public void A_date_of_birth_corrected_to_an_adults_asks_again()
    {
        var minor = new SigningAnswers { IsMinor = true, CanSign = false, Reason = CannotSign.Minor, Capacity = SignerCapacity.ParentOrGuardian };
        Assert.False(minor.KnowingAge(isMinor: false).IsAnswered);
        Assert.True(minor.KnowingAge(isMinor: true).IsAnswered);
        var died = minor with { Reason = CannotSign.Died, IsMinor = false };
        Assert.True(died.KnowingAge(isMinor: false).IsAnswered);
        Assert.Equal(CannotSign.Minor, new RequestAnswers { HelpFor = HelpFor.Me, Signing = died with { IsMinor = true } }.CannotSign);
        Assert.Null(new RequestAnswers { HelpFor = HelpFor.Me, Signing = died }.CannotSign);
    }

    [Theory]
    [InlineData("2008-11-30", false)]
    [InlineData("2008-12-01", true)]
    [InlineData("2021-05-05", true)]
    [InlineData("1957-04-09", false)]
    [InlineData("2008-02-29", false)]
    [InlineData(null, false)]
    public void A_minor_is_under_the_age_on_record(string? born, bool isMinor) => Assert.Equal(
        isMinor, SigningAge.Usual.IsBelow(born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), new(2026, 11, 30)));

    [Fact]
    public void The_age_has_a_source_and_a_date()
    {
        Assert.Contains("552a(h)", SigningAge.Usual.Source, StringComparison.Ordinal);
        Assert.True(SigningAge.Usual.VerifiedOn >= new DateOnly(2026, 11, 30));
    }

    [Theory]
    [InlineData(CannotSign.Minor, SignerCapacity.NextOfKin)]
    [InlineData(CannotSign.Unable, SignerCapacity.NextOfKin)]
    [InlineData(CannotSign.Died, SignerCapacity.ParentOrGuardian)]
    [InlineData(CannotSign.Minor, SignerCapacity.Self)]
    [InlineData(CannotSign.Died, SignerCapacity.Self)]
    [InlineData(CannotSign.Unable, SignerCapacity.Self)]
    public void Some_capacities_fit_no_reason(CannotSign why, SignerCapacity capacity) => Assert.False(SignerRules.Allows(why, capacity));

    private static async Task<ReleaseDetails> DetailsAsync(DomainHost office, PrivacyRelease release) =>
        await office.WithAsync<Vault, ReleaseDetails>(async v => ReleaseJson.Details(await v.OpenAsync(release.CaseId, default), release));

    private static async Task<Trial> SaveAsync(DomainHost office, PrivacyRelease release, Actor actor, ReleaseDetails details) =>
        await office.TryAsync<SaveReleaseDetails>(o => o.ExecuteAsync(new(release.Id, details), actor, default));

    // While no one knows who may sign, nothing is requested; staff find out and then request it.
    private static async Task AskAsync(DomainHost office, Guid caseId)
    {
        Assert.DoesNotContain(await office.AllAsync<PrivacyRelease>(), r => r.CaseId == caseId);
        await office.DoAsync<AskForRelease>(o => o.ExecuteAsync(new(caseId, null, "SSA"), Actor.System("test"), default));
    }
}
