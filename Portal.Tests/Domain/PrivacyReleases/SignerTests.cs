using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Closing;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases;

/// <summary>Who may sign: for oneself, for a child, by mark, with an interpreter, under another name; and who never may.</summary>
public sealed class SignerTests
{
    [Theory, OnBoth]
    public async Task A_guardian_signs_with_proof_that_staff_review(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var release = await office.Given.Release(@case.Id);
        var person = Actor.Constituent(@case.Id);
        var details = await DetailsAsync(office, release);
        (await SaveAsync(office, release, person, details with { Capacity = SignerCapacity.ParentOrGuardian }))
            .Refused("Enter the full name of the person signing, up to 260 characters.");
        (await SaveAsync(
                office,
                release,
                person,
                details with { Capacity = SignerCapacity.ParentOrGuardian, SignerName = "Rosa García", MedicalRecords = true }))
            .Refused("{0} doesn't let a parent release a minor's medical records. Leave them out, or call us.");
        (await SaveAsync(office, release, person, details with { Capacity = SignerCapacity.ParentOrGuardian, SignerName = "Rosa García" })).Did([]);
        var command = await office.Given.SigningOf(release) with { TypedName = "rosa garcia" };
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, person, default))).Refused("First add the proof that you can sign for this person.");
        (await office.TryAsync<AddProof>(o => o.ExecuteAsync(new(release.Id, "birth.pdf", new MemoryStream(Sample.PlainPdf())), person, default)))
            .Did(["DocumentReceived", "ProofOfAuthorityReceived"]);
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, person, default))).Did("ReleaseSigned", "ReleaseSignedMail to " + Answers.Email);
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, person, default))).ChangedNothing();
        Assert.Equal(
            GapKind.ToCheck,
            (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default)))
                .Was<SendInquiry.ReleaseMissing>().Missing.First.Kind);

        var version = (await office.NowAsync<PrivacyRelease>(release.Id)).Version;
        (await office.TryAsync<AcceptRelease>(o => o.ExecuteAsync(new(release.Id, version, null, []), maria, default)))
            .Refused("Some items aren't checked. Check “{0}”, or reject the release.");
        (await office.TryAsync<AcceptRelease>(o => o.ExecuteAsync(new(release.Id, version, null, [CheckPoint.CapacityProven]), maria, default)))
            .Did("ReleaseAccepted");
        Assert.True((await office.WithAsync<SendInquiry, Outcome>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default))).Succeeded);
    }

    [Theory, OnBoth]
    public async Task Without_sufficient_proof_a_guardian_is_asked_to_sign_again(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var release = await office.Given.Release(@case.Id);
        var person = Actor.Constituent(@case.Id);
        await SaveAsync(office, release, person, await DetailsAsync(office, release) with { Capacity = SignerCapacity.NextOfKin, SignerName = "Rosa García" });
        await office.DoAsync<AddProof>(o => o.ExecuteAsync(new(release.Id, "death.pdf", new MemoryStream(Sample.PlainPdf())), person, default));
        var command = await office.Given.SigningOf(release);
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(command, person, default));
        var code = (await office.NowAsync<PrivacyRelease>(release.Id)).Signature!.VerificationCode;
        async Task<VerificationKind> VerifiedAsync() => (await office.VerifyAsync(new() { Code = code })).Kind;
        Assert.Equal(VerificationKind.NotYet, await VerifiedAsync());
        var version = (await office.NowAsync<PrivacyRelease>(release.Id)).Version;
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        (await office.TryAsync<RefuseRelease>(o => o.ExecuteAsync(new(release.Id, version, RefusalReason.ProofNotEnough), maria, default)))
            .Did(["ReleaseRefused", "ReleaseRequested"], "ReleaseRefusedMail to " + Answers.Email);
        Assert.Equal(ReleaseStatus.Refused, (await office.NowAsync<PrivacyRelease>(release.Id)).Status);
        Assert.Equal(VerificationKind.Ended, await VerifiedAsync());
        var next = await office.Given.Release(@case.Id);
        Assert.NotEqual(release.Id, next.Id);
        Assert.Equal(("Ana García", SignerCapacity.NextOfKin, release.PartyId), (next.SubjectName.Text, next.Capacity, next.PartyId));
        Assert.Equal(RefusalReason.ProofNotEnough, next.RefusalReason);
    }

    [Theory, OnBoth]
    public async Task A_mark_needs_two_distinct_witnesses(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        var person = Actor.Constituent(@case.Id);
        await SaveAsync(office, release, person, await DetailsAsync(office, release) with { ByMark = true });
        var mark = await office.Given.SigningOf(release) with { TypedName = "X" };
        SignRelease.Command With(params string[] names) =>
            mark with { Ceremony = new() { Witnesses = [.. names.Select(n => new MarkWitness(n, "1 Elm St"))] } };
        async Task<Trial> TryAsync(SignRelease.Command command) => await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, person, default));
        (await TryAsync(mark with { TypedName = "Ana García" })).Refused("Type X as your mark.");
        (await TryAsync(With("Tom Ash"))).Refused("Enter the name and address of each witness to the mark. Number needed: {0}.");
        (await TryAsync(With("Tom Ash", "tom ash"))).Refused("Each witness must be a different person, and none can be the signer.");
        (await TryAsync(With("Tom Ash", "Ana Garcia"))).Refused("Each witness must be a different person, and none can be the signer.");
        (await TryAsync(With("Tom Ash", "Lee Oak"))).Did("ReleaseSigned", "ReleaseSignedMail to " + Answers.Email);
        var signed = await office.NowAsync<PrivacyRelease>(release.Id);
        Assert.Equal((2, ReleaseStatus.Signed), (signed.Signature!.MarkWitnesses, signed.Status));
        var ceremony = await office.WithAsync<Vault, SigningCeremony>(async v => ReleaseJson.Ceremony(await v.OpenAsync(@case.Id, default), signed.Signature));
        Assert.Equal(["Tom Ash", "Lee Oak"], ceremony.Witnesses.Select(w => w.Name));
    }

    [Theory, OnBoth]
    public async Task An_interpreter_certifies_with_name_and_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        var person = Actor.Constituent(@case.Id);
        await SaveAsync(office, release, person, await DetailsAsync(office, release) with { InterpreterLanguage = "Somali" });
        var command = await office.Given.SigningOf(release);
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, person, default))).Refused("Enter the interpreter's name and address.");
        var with = command with { Ceremony = new() { Interpreter = new("Amina Ali", "Somali", "2 Oak St") } };
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(with, person, default))).Did("ReleaseSigned", "ReleaseSignedMail to " + Answers.Email);
        Assert.True((await office.NowAsync<PrivacyRelease>(release.Id)).Signature!.TranslationCertified);
    }

    [Theory, OnBoth]
    public async Task A_signature_under_another_name_is_reviewed_by_staff(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        var command = await office.Given.SigningOf(release) with { TypedName = "Ana Lucía Pérez" };
        var person = Actor.Constituent(@case.Id);
        Assert.Equal("Ana García", (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, person, default))).Was<SignRelease.NameDiffers>().Expected);
        var why = command with { Ceremony = new() { NameDifference = "I married in October" } };
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(why, person, default))).Did("ReleaseSigned", "ReleaseSignedMail to " + Answers.Email);
        Assert.Equal(ReleaseStatus.Checking, (await office.NowAsync<PrivacyRelease>(release.Id)).Status);
    }

    [Theory, OnBoth]
    public async Task A_helper_cannot_sign_open_or_withdraw_even_with_the_same_email_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var answers = Answers.Complete();
        answers = answers with { HelpFor = HelpFor.SomeoneElse, Relation = "daughter", Signing = new() { CanSign = true }, Helper = answers.Person with { FirstName = "Lucía" } };
        var @case = await office.Given.SubmittedCase(answers);
        var release = await office.Given.Release(@case.Id);
        Assert.Equal(@case.ContactEmail, release.SignerEmail);
        var command = await office.Given.SigningOf(release);
        var helper = Actor.Constituent(@case.Id);
        (await office.TryAsync<SignRelease>(o => o.ExecuteAsync(command, helper, default))).NotPermitted(Permission.OwnCase);
        (await SaveAsync(office, release, helper, await DetailsAsync(office, release))).NotPermitted(Permission.OwnCase);
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(command, Actor.Signer(@case.Id, release.Id), default));
        (await office.TryAsync<OpenRelease>(o => o.ExecuteAsync(release.Id, helper, default))).NotPermitted(Permission.OwnCase);
        (await office.TryAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, helper, default))).NotPermitted(Permission.OwnCase);
        (await office.TryAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Signer(@case.Id, Guid.CreateVersion7()), default)))
            .NotPermitted(Permission.OwnCase);
        (await office.TryAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Signer(@case.Id, release.Id), default)))
            .Did("ReleaseWithdrawn", "ReleaseWithdrawnMail to " + release.SignerEmail);
    }

    [Theory, OnBoth]
    public async Task A_form_printed_by_a_helper_omits_what_the_signer_typed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var answers = Answers.Complete();
        var @case = await office.Given.SubmittedCase(answers with
        {
            HelpFor = HelpFor.SomeoneElse,
            Relation = "husband",
            Signing = new() { CanSign = true },
            Helper = answers.Person with { FirstName = "Raúl" }
        });
        var release = await office.Given.Release(@case.Id);
        async Task<string> PrintAsync(bool withNumbers, Actor actor) => PdfTools.Text(
            Assert.IsType<PrintRelease.Printed>(await office.WithAsync<PrintRelease, Outcome>(o => o.ExecuteAsync(
                release.Id, withNumbers, actor, default))).Content);
        var (helper, signer) = (Actor.Constituent(@case.Id), Actor.Signer(@case.Id, release.Id));
        var before = await PrintAsync(false, helper);
        Assert.Contains(answers.Address.Line1!, before, StringComparison.Ordinal);
        Assert.Matches(@"Social Security number\s+___", before);

        var details = await DetailsAsync(office, release);
        await office.DoAsync<SaveReleaseDetails>(o => o.ExecuteAsync(
            new(release.Id, details with { Address = "Shelter, Hidden Road 5", OtherNames = "Mora", Records = "letters of May 2026" }),
            signer,
            default));
        var after = await PrintAsync(false, helper);
        Assert.All(["Hidden Road", "Mora", "May 2026"], word => Assert.DoesNotContain(word, after, StringComparison.Ordinal));
        Assert.Matches(@"Address\s+___", after);
        Assert.Contains("Hidden Road", await PrintAsync(true, signer), StringComparison.Ordinal);

        // Nor is it on the next form, which is prefilled from this one.
        var signing = await office.Given.SigningOf(release);
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(signing, signer, default));
        var maria = await office.Given.Caseworker();
        await office.DoAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "SSA"), maria, default));
        release = (await office.AllAsync<PrivacyRelease>()).Single(r => r.Status == ReleaseStatus.Requested);
        Assert.Contains("Hidden Road", await PrintAsync(true, Actor.Signer(@case.Id, release.Id)), StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden Road", await PrintAsync(false, helper), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_release_for_another_agency_omits_numbers_and_consents_of_the_first(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        var details = await DetailsAsync(office, release);
        await office.DoAsync<SaveReleaseDetails>(o => o.ExecuteAsync(
            new(
                release.Id,
                details with
                {
                    MedicalRecords = true,
                    Identifiers = new Dictionary<string, string> { ["Ssn"] = "219-09-9999", ["ClaimNumber"] = "A-1" }
                }),
            Actor.Constituent(@case.Id),
            default));
        await office.Given.Signature(@case.Id);
        var maria = await office.Given.Caseworker();
        await office.DoAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "TSA"), maria, default));
        var next = await DetailsAsync(office, (await office.AllAsync<PrivacyRelease>()).Single(r => r.AgencyCode == "TSA"));
        var wanted = (await office.ReadAsync(db => db.Set<Agency>().SingleAsync(a => a.Code == "TSA"))).Rules.RequiredIdentifiers;
        Assert.Subset(wanted.ToHashSet(), next.Identifiers.Keys.ToHashSet());
        Assert.DoesNotContain("219-09-9999", next.Identifiers.Values);
        Assert.Equal((false, PartyRole.Subject, details.Address), (next.MedicalRecords, next.Role, next.Address));
    }

    [Theory, OnBoth]
    public async Task A_signing_session_opens_nothing_else_of_the_case(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        var signer = Actor.Signer(@case.Id, release.Id);
        (await office.TryAsync<Portal.Domain.Messages.PostMessage>(o => o.ExecuteAsync(
                new(@case.Id, "Hello", Guid.CreateVersion7()), signer, default)))
            .NotPermitted(Permission.OwnCase);
        (await office.TryAsync<Portal.Domain.Closing.WithdrawCase>(o => o.ExecuteAsync(@case.Id, signer, default))).NotPermitted(Permission.OwnCase);
    }

    [Theory, OnBoth]
    public async Task Petitioner_and_beneficiary_each_sign_a_release(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria, Answers.Complete("uscis-family-petition"));
        var own = await office.Given.Release(@case.Id);
        Assert.Equal(PartyRole.Petitioner, own.Role);
        var person = Actor.Constituent(@case.Id);
        AskForRelease.Command Name(PartyRole role, string name, string? email = "luis@example.org") =>
            new(@case.Id, null, "USCIS") { Party = new(role, name, email, "es") };
        async Task<Trial> AskAsync(AskForRelease.Command command) => await office.TryAsync<AskForRelease>(o => o.ExecuteAsync(command, person, default));
        (await AskAsync(Name(PartyRole.Beneficiary, " "))).Refused("Enter the full legal name, in 256 characters or fewer.");
        (await AskAsync(Name(PartyRole.Beneficiary, "Luis García", "luis"))).Refused("Enter an email address such as name@example.com, or leave this blank.");
        (await AskAsync(Name(PartyRole.Subject, "Luis García"))).Refused("No one else has to sign for this case. Think someone does? Write to us.");
        (await AskAsync(Name(PartyRole.Beneficiary, "Luis García"))).Did("ReleaseRequested", "ReleaseRequestedFromPartyMail to luis@example.org");
        (await AskAsync(Name(PartyRole.Beneficiary, "luis garcia"))).ChangedNothing();
        foreach (var release in (await office.AllAsync<PrivacyRelease>()).OrderBy(r => r.Role))
        {
            var missing = (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case, agency: "USCIS"), maria, default)))
                .Was<SendInquiry.ReleaseMissing>();
            Assert.Contains(missing.Missing.Gaps, g => g.ReleaseId == release.Id);
            await office.DoAsync<ReceivePaper>(o => o.ExecuteAsync(new(release.Id, "", null) { KeptAt = "Folder" }, maria, default));
            await office.DoAsync<AcceptRelease>(o => o.ExecuteAsync(
                new(release.Id, release.Version + 1, office.Clock.Today, Enum.GetValues<CheckPoint>()), maria, default));
        }

        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case, agency: "USCIS"), maria, default));
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        Assert.Equal(own.Id, inquiry.ReleaseId);
        Assert.Single(inquiry.AlsoUnder);
    }

    [Theory, OnBoth]
    public async Task All_records_is_refused_where_the_agency_requires_specific_ones(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var release = await office.Given.Release(@case.Id);
        var details = await DetailsAsync(office, release);
        foreach (var words in new[] { "All my records", "todos mis registros.", "ANY AND ALL RECORDS" })
            (await SaveAsync(office, release, Actor.Constituent(@case.Id), details with { Records = words }))
                .Refused("Name the records, such as “payments from March to June 2026.” {0} won't accept “all records.”");
    }

    private static Task<ReleaseDetails> DetailsAsync(DomainHost office, PrivacyRelease release) =>
        office.WithAsync<Vault, ReleaseDetails>(async v => ReleaseJson.Details(await v.OpenAsync(release.CaseId, default), release));

    private static Task<Trial> SaveAsync(DomainHost office, PrivacyRelease release, Actor actor, ReleaseDetails details) =>
        office.TryAsync<SaveReleaseDetails>(o => o.ExecuteAsync(new(release.Id, details), actor, default));
}
