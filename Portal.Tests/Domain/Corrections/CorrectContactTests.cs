using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Corrections;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Corrections;

/// <summary>Contact data that was wrong is right from then on, wherever a case keeps a copy of it, and no one takes over a case this way.</summary>
public sealed class CorrectContactTests
{
    private const string New = "ana.new@example.org";

    [Theory, OnBoth]
    public async Task Staff_correct_everything_with_a_reason_and_a_check(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case) = (await office.Given.Caseworker(), await office.Given.SubmittedCase());
        var known = await KnownAsync(office, @case);
        var right = known with
        {
            Person = known.Person with { FirstName = "Anahí", LastName = "Łukasz", Email = New, Phone = "646-555-0142" },
            Address = known.Address with { Line1 = "1 Elm St", City = "Golden", State = "CO", Zip = "80401" },
        };
        (await CorrectAsync(office, @case, right, maria, reason: null)).Refused("Choose a reason.");
        (await CorrectAsync(office, @case, right, maria, check: null))
            .Refused("Choose how you verified who they are. Never change contact data on the word of a caller alone.");
        (await CorrectAsync(office, @case, right, Actor.Constituent(@case.Id))).NotPermitted(Permission.WorkCases);
        var done = await CorrectAsync(office, @case, right, maria, words: "Ana called at 10, called back at the old number.");
        done.Did(
            ["ContactCorrected", "NoteWritten"], "EmailChangedMail to " + Answers.Email, "EmailChangedMail to " + New);
        (await CorrectAsync(office, @case, right, maria)).ChangedNothing();

        Assert.Equal("Anahí Łukasz", (await office.NowAsync<Case>(@case.Id)).PersonName.Text);
        foreach (var typed in (string[])["lukasz", "anahi", "646 555 0142", New])
            Assert.Equal((typed, @case.Id), (typed, Assert.Single(await FindAsync(office, typed))));
        foreach (var typed in (string[])["García", "212-555-0188", Answers.Email])
            Assert.Empty(await FindAsync(office, typed));
        Assert.Equal(@case.Id, await OpenedByAsync(office, @case, New));
        Assert.Null(await OpenedByAsync(office, @case, Answers.Email));
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal(("80401", false), (now.Zip, now.Residency == @case.Residency));
        Assert.Equal(right, await KnownAsync(office, @case));
        Assert.Equal("Ana called at 10, called back at the old number.", Assert.Single(await office.AllAsync<CaseNote>()).Body.Text);
        var release = await office.Given.Release(@case.Id);
        Assert.Equal((New, "Anahí Łukasz"), (release.SignerEmail?.Text, release.SubjectName.Text));
    }

    [Theory, OnBoth]
    public async Task A_returning_person_is_recognized_by_the_corrected_name(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var first = await office.Given.SubmittedCase();
        var typo = await office.Given.SubmittedCase(Answers.Complete() with { Person = Answers.Complete().Person with { LastName = "Garzía" } });
        Assert.NotEqual(first.ConstituentId, typo.ConstituentId);
        var known = await KnownAsync(office, typo);
        await CorrectAsync(office, typo, known with { Person = known.Person with { LastName = "García" } }, maria);
        Assert.Equal(first.ConstituentId, (await office.NowAsync<Case>(typo.Id)).ConstituentId);
    }

    [Theory, OnBoth]
    public async Task Email_that_was_given_up_goes_to_the_new_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        await office.SweepAsync<MailDueJob>();
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "Please call me.", Guid.CreateVersion7()), maria, default));
        var mail = (await office.AllAsync<OutgoingMail>()).Single(m => m.SentAt == null);
        await office.WithAsync<Portal.Domain.PortalDb, int>(async db =>
        {
            var row = await db.Set<OutgoingMail>().SingleAsync(m => m.Id == mail.Id);
            (row.FailedAt, row.DueAt, row.LastError) = (office.Clock.GetUtcNow().UtcDateTime, null, "550");
            return await db.SaveChangesAsync();
        });
        var page = await PageAsync(office, @case, maria);
        Assert.Single(page.Undelivered);
        Assert.Equal(CaseMove.CorrectContact, page.Progress.Next.Move);
        var known = await KnownAsync(office, @case);
        await CorrectAsync(office, @case, known with { Person = known.Person with { Email = New } }, maria, CorrectionReason.Returned);
        page = await PageAsync(office, @case, maria);
        Assert.Empty(page.Undelivered);
        Assert.NotEqual(CaseMove.CorrectContact, page.Progress.Next.Move);
        await office.SweepAsync<MailDueJob>();
        Assert.Contains(office.Mail.Sent, m => m.To == New && m.MessageId.Contains(mail.Id.ToString("N"), StringComparison.OrdinalIgnoreCase));
    }

    [Theory, OnBoth]
    public async Task A_helpers_and_a_signers_addresses_are_corrected_apart(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case) = (await office.Given.Caseworker(), await office.Given.SubmittedCase(Answers.ForMother()));
        await office.SweepAsync<MailDueJob>();
        var known = await KnownAsync(office, @case);
        (await CorrectAsync(office, @case, known with { Person = known.Person with { Email = "rosa.new@example.org" } }, maria))
            .Did(
                "ContactCorrected", "ReleaseRequestedByHelperMail to rosa.new@example.org", "EmailChangedMail to rosa@example.org",
                "EmailChangedMail to rosa.new@example.org");
        Assert.Equal("luz@example.org", (await office.NowAsync<Case>(@case.Id)).ContactEmail?.Text);
        known = await KnownAsync(office, @case);
        (await CorrectAsync(office, @case, known with { Helper = known.Helper with { Email = null, Phone = "646-555-0199" } }, maria))
            .Did("ContactCorrected", "EmailChangedMail to luz@example.org");
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((null, null), (now.ContactEmail?.Text, now.ContactEmailIndex));
        Assert.Equal(@case.Id, Assert.Single(await FindAsync(office, "646-555-0199")));
    }

    [Theory, OnBoth]
    public async Task Sessions_of_the_case_end_with_its_old_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, other) = (await office.Given.Caseworker(), await office.Given.SubmittedCase(), await office.Given.SubmittedCase());
        await office.WithAsync<Portal.Domain.PortalDb, int>(async db =>
        {
            foreach (var (key, id) in new[] { ("a", @case.Id), ("b", @case.Id), ("c", other.Id) })
                db.Add(new Session { KeyHash = key, CaseId = id, SealedTicket = "x", ExpiresAt = office.Clock.GetUtcNow().UtcDateTime.AddHours(1) });
            return await db.SaveChangesAsync();
        });
        var known = await KnownAsync(office, @case);
        await CorrectAsync(office, @case, known with { Person = known.Person with { Phone = "646-555-0111" } }, maria);
        Assert.Equal(3, (await office.AllAsync<Session>()).Count);
        await CorrectAsync(office, @case, known with { Person = known.Person with { Email = New } }, maria);
        Assert.Equal("c", Assert.Single(await office.AllAsync<Session>()).KeyHash);
    }

    [Theory, OnBoth]
    public async Task A_person_changes_their_email_with_both_codes_only(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (@case, other) = (await office.Given.SubmittedCase(), await office.Given.SubmittedCase());
        await office.SweepAsync<MailDueJob>();
        var (me, known) = (Actor.Constituent(@case.Id), await KnownAsync(office, @case));
        var asked = await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(
            new(@case.Id, null, known with { Person = known.Person with { Email = New, Phone = "646-555-0142" } }), me, default));
        asked.Did([], "AccessCodeMail to " + Answers.Email, "AccessCodeMail to " + New);
        var codes = Assert.IsType<ChangeMyContact.CodesNeeded>(asked.Outcome);
        Assert.Equal(known, await KnownAsync(office, @case));
        await office.SweepAsync<MailDueJob>();
        var (old, @new) = (CodeOf(office, Answers.Email), CodeOf(office, New));
        var wrong = old == "000000" ? "000001" : "000000";
        Task<Trial> ConfirmAsync(string? pending, string? first, string? second, Actor? actor = null, Guid? id = null) =>
            office.TryAsync<ChangeMyContact>(o => o.ConfirmAsync(new(id ?? @case.Id, pending, first, second), actor ?? me, default));
        const string expired = "That code no longer works. Request a new code.";
        const string mistyped = "That code didn't work. Check the 6-digit code in our email and enter it again.";
        Assert.Equal(mistyped, Assert.IsType<Outcome.Refused>((await ConfirmAsync(codes.Pending, wrong, @new)).Outcome).Reason);
        Assert.Equal(mistyped, Assert.IsType<Outcome.Refused>((await ConfirmAsync(codes.Pending, old, wrong)).Outcome).Reason);
        Assert.Equal(mistyped, Assert.IsType<Outcome.Refused>((await ConfirmAsync(codes.Pending, @new, old)).Outcome).Reason);
        (await ConfirmAsync("forged", old, @new)).Refused(expired);
        (await ConfirmAsync(codes.Pending, old, @new, Actor.Constituent(other.Id), other.Id)).Refused(expired);
        (await ConfirmAsync(codes.Pending, old, @new, Actor.Constituent(other.Id))).NotPermitted(Permission.OwnCase);
        Assert.Equal(known, await KnownAsync(office, @case));
        (await ConfirmAsync(codes.Pending, old, @new)).Did(
            "ContactCorrected", "EmailChangedMail to " + Answers.Email, "EmailChangedMail to " + New, "ReleaseRequestedMail to " + New,
            "PhoneChangedMail to " + New);
        (await ConfirmAsync(codes.Pending, old, @new)).Refused("This was changed while you had the page open. Check it, then save again.");
        Assert.Equal((New, "646-555-0142"), ((await office.NowAsync<Case>(@case.Id)).ContactEmail?.Text, PhoneNumber.Show((await KnownAsync(office, @case)).Person.Phone)?.Replace("(646) ", "646-", StringComparison.Ordinal)));
    }

    [Theory, OnBoth]
    public async Task A_person_changes_the_rest_without_a_code(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var (me, known) = (Actor.Constituent(@case.Id), await KnownAsync(office, @case));
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(new(@case.Id, null, known with { Person = known.Person with { Phone = "646-555-0142" } }), me, default)))
            .Did("ContactCorrected", "PhoneChangedMail to " + Answers.Email);
        Assert.NotNull((await office.NowAsync<Case>(@case.Id)).UnansweredSince);
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(new(@case.Id, null, known with { Person = known.Person with { FirstName = " ", LastName = "" } }), me, default)))
            .Refused("Enter the full name, with each part in 128 characters or fewer.");
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(
                new(@case.Id, null, known with { Person = known.Person with { Email = "ana@", Phone = null } }), me, default)))
            .Refused("Enter an email address such as name@example.com, or leave this blank.");
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(
                new(@case.Id, null, known with { Person = known.Person with { Email = null, Phone = null } }), me, default)))
            .Refused("Enter an email address or phone number so we can reach you.");
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(new(@case.Id, null, known with { Address = new() { Line1 = "1 Elm St" } }), me, default)))
            .Refused("Enter the whole address.");
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(new(@case.Id, null, known), Actor.Constituent(Guid.CreateVersion7()), default)))
            .NotPermitted(Permission.OwnCase);
    }

    [Theory, OnBoth]
    public async Task A_helper_changes_only_their_own(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase(Answers.ForMother());
        var known = await KnownAsync(office, @case);
        var wanted = known with
        {
            Person = known.Person with { Email = "luz.second@example.org", Phone = "646-555-0101", FirstName = "X" },
            Address = new() { Line1 = "1 Elm St", City = "Golden", State = "CO", Zip = "80401" },
        };
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(new(@case.Id, null, wanted), Actor.Constituent(@case.Id), default))).ChangedNothing();
        (await office.TryAsync<ChangeMyContact>(o => o.ExecuteAsync(
                new(@case.Id, null, wanted with { Helper = known.Helper with { Phone = "646-555-0102" } }), Actor.Constituent(@case.Id), default)))
            .Did("ContactCorrected", "PhoneChangedMail to luz@example.org");
        Assert.Equal(known.Person, (await KnownAsync(office, @case)).Person);
        Assert.Equal("rosa@example.org", (await office.Given.Release(@case.Id)).SignerEmail?.Text);
    }

    [Theory, OnBoth]
    public async Task Codes_and_changes_begun_with_the_old_address_open_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case) = (await office.Given.Caseworker(), await office.Given.SubmittedCase());
        await office.SweepAsync<MailDueJob>();
        var (me, known) = (Actor.Constituent(@case.Id), await KnownAsync(office, @case));
        var codes = (ChangeMyContact.CodesNeeded)await office.DoAsync<ChangeMyContact>(o => o.ExecuteAsync(
            new(@case.Id, null, known with { Person = known.Person with { Email = "stranger@example.org" } }), me, default));
        await office.SweepAsync<MailDueJob>();
        var (old, @new) = (CodeOf(office, Answers.Email), CodeOf(office, "stranger@example.org"));
        var sent = (SendAccessCode.Sent)await office.DoAsync<SendAccessCode>(o => o.ExecuteAsync(
            new(AccessPurpose.Status, @case.Id, Answers.Email, "en"), Actor.Anonymous, default));
        await office.SweepAsync<MailDueJob>();
        var status = CodeOf(office, Answers.Email);
        await CorrectAsync(office, @case, known with { Person = known.Person with { Email = New } }, maria);
        (await office.TryAsync<UseAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Status, sent.Id, status), Actor.Anonymous, default)))
            .Refused("That code no longer works. Request a new code.");
        (await office.TryAsync<ChangeMyContact>(o => o.ConfirmAsync(new(@case.Id, codes.Pending, old, @new), me, default)))
            .Refused("This was changed while you had the page open. Check it, then save again.");
        Assert.Equal(New, (await office.NowAsync<Case>(@case.Id)).ContactEmail?.Text);
    }

    [Theory, OnBoth]
    public async Task An_address_can_be_changed_there_and_back_and_every_release_is_mailed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case) = (await office.Given.Caseworker(), await office.Given.SubmittedCase());
        await office.DoAsync<AskForRelease>(o => o.ExecuteAsync(new(@case.Id, null, "VA"), maria, default));
        await office.SweepAsync<MailDueJob>();
        var known = await KnownAsync(office, @case);
        foreach (var (from, to) in new[] { (Answers.Email, New), (New, Answers.Email), (Answers.Email, New) })
        {
            (await CorrectAsync(office, @case, known with { Person = known.Person with { Email = to } }, maria)).Did(
                "ContactCorrected", "EmailChangedMail to " + from, "EmailChangedMail to " + to, "ReleaseRequestedMail to " + to, "ReleaseRequestedMail to " + to);
            await office.SweepAsync<MailDueJob>();
        }
    }

    [Theory, OnBoth]
    public async Task A_name_is_corrected_in_its_parts_on_the_release_too(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case) = (await office.Given.Caseworker(), await office.Given.SubmittedCase(Answers.ForMother() with
        {
            Person = Answers.ForMother().Person with { FirstName = "Rosa María", LastName = "López" },
        }));
        var known = await KnownAsync(office, @case);
        var right = known with
        {
            Person = known.Person with { FirstName = "Rosa", LastName = "María López" },
            Helper = known.Helper with { LastName = "Ortíz" },
        };
        (await CorrectAsync(office, @case, right, maria)).Did("ContactCorrected");
        var release = await office.Given.Release(@case.Id);
        var details = await office.WithAsync<Portal.Domain.Platform.Protection.Vault, ReleaseDetails>(
            async v => ReleaseJson.Details(await v.OpenAsync(@case.Id, default), release));
        // The signer decides whom we may talk with, so no one is named for them.
        Assert.Equal((null, "María López"), (details.MayTalkWith, details.Parts?.Family));
    }

    [Theory, OnBoth]
    public async Task What_the_signer_confirmed_stays_as_confirmed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case) = (await office.Given.Caseworker(), await office.Given.SubmittedCase());
        var release = await office.Given.Release(@case.Id);
        var signing = await office.Given.SigningOf(release);
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(signing, Actor.Constituent(@case.Id), default));
        var known = await KnownAsync(office, @case);
        (await CorrectAsync(office, @case, known with { Person = known.Person with { LastName = "Gómez", Email = New } }, maria))
            .Did("ContactCorrected", "EmailChangedMail to " + Answers.Email, "EmailChangedMail to " + New);
        var signed = await office.NowAsync<PrivacyRelease>(release.Id);
        Assert.Equal(("Ana García", New, ReleaseStatus.Signed), (signed.SubjectName.Text, signed.SignerEmail?.Text, signed.Status));
    }

    [Theory, OnBoth]
    public async Task Two_people_correcting_at_once_are_told(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case) = (await office.Given.Caseworker(), await office.Given.SubmittedCase());
        var known = await KnownAsync(office, @case);
        var number = 10;
        var outcomes = await office.AtOnceAsync<CorrectContact>(4, o => o.ExecuteAsync(
            new(@case.Id, @case.Version, known with { Person = known.Person with { Phone = $"646-555-01{Interlocked.Increment(ref number)}" } },
                CorrectionReason.Asked, IdentityCheck.CalledBack), maria, default));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.IsType<Outcome.Stale>(o));
    }

    private static string CodeOf(DomainHost office, string email) => office.Mail.Sent.Where(m => m.To == email).SelectMany(m => m.Text.Split('\n'))
        .First(l => l.Length == 10 && l.StartsWith("    ", StringComparison.Ordinal) && l.Trim().All(char.IsAsciiDigit)).Trim();

    private static async Task<ContactData> KnownAsync(DomainHost office, Case @case) =>
        (await office.WithAsync<CaseContact, CaseContact.Known>(c => c.ReadAsync(@case.Id, default))).Contact;

    private static Task<Trial> CorrectAsync(
        DomainHost office, Case @case, ContactData contact, Actor actor, CorrectionReason? reason = CorrectionReason.Asked,
        IdentityCheck? check = IdentityCheck.CalledBack, string? words = null) =>
        office.TryAsync<CorrectContact>(o => o.ExecuteAsync(new(@case.Id, null, contact, reason, check) { Words = words, Key = Guid.CreateVersion7() }, actor, default));

    private static Task<List<Guid>> FindAsync(DomainHost office, string typed) =>
        office.WithAsync<CaseSearch, List<Guid>>(async search => await (await search.FindAsync(typed, default)).Select(c => c.Id).ToListAsync());

    private static async Task<Guid?> OpenedByAsync(DomainHost office, Case @case, string email)
    {
        Assert.True(CaseReference.TryParse(@case.Reference, out var reference) & EmailAddress.TryParse(email, out var address));
        return ((FindCaseForStatus.Found)await office.WithAsync<FindCaseForStatus, Outcome>(o => o.ExecuteAsync(new(reference, address), Actor.Anonymous, default))).CaseId;
    }

    private static async Task<CasePage> PageAsync(DomainHost office, Case @case, Actor actor)
    {
        var head = await office.WithAsync<CasePageHeaderQuery, CasePageHeader?>(q => q.ReadAsync(@case.Reference, actor, "en", default));
        return await office.WithAsync<CasePageQuery, CasePage>(q => q.PageAsync(head!, default));
    }
}
