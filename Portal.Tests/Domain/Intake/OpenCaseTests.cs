using Portal.Domain.Cases;
using Portal.Domain.Corrections;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Intake;

/// <summary>Staff write down a request for somebody; it counts as theirs once they confirm it.</summary>
public sealed class OpenCaseTests
{
    [Theory, OnBoth]
    public async Task A_call_becomes_one_case_that_waits_to_be_confirmed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var command = Command() with { BeforeContact = "Large print", CallWord = "marigold", Takes = true };
        (await office.TryAsync<OpenCase>(o => o.ExecuteAsync(command, maria, default)))
            .Did(["RequestSubmitted", "CaseAssigned", "CaseAccepted", "ReleaseRequested"], "RequestTakenMail to carol@example.org");
        (await office.TryAsync<OpenCase>(o => o.ExecuteAsync(command, maria, default))).ChangedNothing();
        var @case = await office.NowAsync<Case>(command.Key);
        Assert.Equal((Door.Telephone, maria.Id, maria.Id, false), (@case.Door, @case.OpenedById, @case.AssignedToId, @case.IsConfirmed));
        Assert.Equal(("Large print", "marigold"), (@case.BeforeContact!.Text, @case.CallWord!.Text));
        Assert.Contains((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.Confirm);

        // Whoever only has the email address doesn't know the date of birth.
        foreach (var answer in new FactAnswer?[] { null, new(new DateOnly(1950, 1, 1)), new(null, "80202") })
            (await office.TryAsync<ConfirmRequest>(o => o.ExecuteAsync(
                new(@case.Id, ConfirmedHow.Counter) { Answer = answer }, Actor.Constituent(@case.Id), default))).Refused(FactAnswer.Wrong);
        (await office.TryAsync<ConfirmRequest>(o => o.ExecuteAsync(
            new(@case.Id, ConfirmedHow.Counter) { Answer = new(command.Answers.Person.BornOn) }, Actor.Constituent(@case.Id), default))).Did("RequestConfirmed");
        (await office.TryAsync<ConfirmRequest>(o => o.ExecuteAsync(new(@case.Id, ConfirmedHow.Counter), maria, default))).ChangedNothing();
        Assert.Equal(ConfirmedHow.Code, (await office.NowAsync<Case>(@case.Id)).ConfirmedBy);
        Assert.DoesNotContain((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == CaseMove.Confirm);
    }

    [Theory, OnBoth]
    public async Task Signing_the_release_confirms_it_and_until_then_nothing_goes_out(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var command = Command() with { Takes = true };
        await office.DoAsync<OpenCase>(o => o.ExecuteAsync(command, maria, default));
        var @case = await office.NowAsync<Case>(command.Key);
        (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default)))
            .Refused("The person hasn't confirmed the request that we wrote down. Until they do, nothing goes out in their name.");
        var release = await office.Given.Release(@case.Id);
        await office.DoAsync<SaveReleaseDetails>(o => o.ExecuteAsync(
            new(release.Id, new() { LegalName = "Carol Whitman", Records = "All about the payment" }), Actor.Constituent(@case.Id), default));
        var signing = await office.Given.SigningOf(await office.Given.Release(@case.Id));
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(signing, Actor.Constituent(@case.Id), default));
        Assert.Equal(ConfirmedHow.Signature, (await office.NowAsync<Case>(@case.Id)).ConfirmedBy);
    }

    [Theory, OnBoth]
    public async Task Somebody_nobody_could_reach_is_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var command = Command();
        foreach (var (answers, sentence) in new[]
        {
            (command.Answers with { Person = command.Answers.Person with { LastName = null } }, "Enter the person's first and last name. For someone with one name, check “Only one name.”"),
            (command.Answers with { Person = command.Answers.Person with { Phone = null, Email = null }, Address = new() }, "Enter a phone number, an email address, or a mailing address, so that we can reach the person."),
            (command.Answers with { Person = command.Answers.Person with { BornOn = new(2999, 1, 1) } }, "Check the date of birth. It can't be in the future or more than 120 years ago."),
            (command.Answers with { Person = command.Answers.Person with { Phone = "none" } }, "Enter a phone number we can call, or leave it blank."),
            (command.Answers with { Address = command.Answers.Address with { State = "ZZ" } }, "Enter the state's two letters, or leave it blank."),
            (command.Answers with { WhatHappened = " " }, "Enter what's wrong, in 10,000 characters or fewer."),
        })
            (await office.TryAsync<OpenCase>(o => o.ExecuteAsync(command with { Answers = answers }, maria, default))).Refused(sentence);
    }

    [Theory, OnBoth]
    public async Task A_daughter_who_calls_gets_the_emails_and_her_father_signs(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var command = Command();
        var helped = command with
        {
            Answers = command.Answers with
            {
                HelpFor = HelpFor.SomeoneElse,
                Relation = "Daughter",
                Helper = new() { FirstName = "Ana", LastName = "Whitman", Email = "ana@example.org" },
            },
        };
        (await office.TryAsync<OpenCase>(o => o.ExecuteAsync(helped with { Answers = helped.Answers with { Relation = null } }, maria, default)))
            .Refused("Enter how the helper is related to the person.");
        (await office.TryAsync<OpenCase>(o => o.ExecuteAsync(helped, maria, default)))
            .Did(["RequestSubmitted", "ReleaseRequested"], "ReleaseRequestedByHelperMail to carol@example.org", "RequestTakenMail to ana@example.org");
        Assert.True((await office.NowAsync<Case>(command.Key)).HelperWrites);
    }

    [Theory, OnBoth]
    public async Task Nobody_is_asked_to_sign_for_a_child_before_a_caseworker_knows_who_may(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var command = Command();
        (await office.TryAsync<OpenCase>(o => o.ExecuteAsync(
            command with { Answers = command.Answers with { Person = command.Answers.Person with { BornOn = office.Clock.Today.AddYears(-9) } } }, maria, default)))
            .Did("RequestSubmitted", "RequestTakenMail to carol@example.org");
    }

    [Theory, OnBoth]
    public async Task A_code_that_went_to_a_wrong_address_confirmed_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var command = Command() with { Takes = true };
        await office.DoAsync<OpenCase>(o => o.ExecuteAsync(command, maria, default));
        await office.DoAsync<ConfirmRequest>(o => o.ExecuteAsync(
            new(command.Key, ConfirmedHow.Code) { Answer = new(command.Answers.Person.BornOn) }, Actor.Constituent(command.Key), default));
        var contact = ContactData.Of(command.Answers);
        (await office.TryAsync<CorrectContact>(o => o.ExecuteAsync(
            new(command.Key, null, contact with { Person = contact.Person with { Email = "carol.w@example.org" } }, CorrectionReason.Asked, IdentityCheck.CalledBack), maria, default)))
            .Did("ContactCorrected", "EmailChangedMail to carol@example.org", "EmailChangedMail to carol.w@example.org", "ReleaseRequestedMail to carol.w@example.org", "RequestTakenMail to carol.w@example.org");
        Assert.False((await office.NowAsync<Case>(command.Key)).IsConfirmed);
        Assert.True((await office.ProgressAsync(command.Key)).IsToConfirm);
    }

    [Theory, OnBoth]
    public async Task Earlier_cases_of_the_same_person_are_found_by_what_is_known_so_far(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var command = Command();
        await office.DoAsync<OpenCase>(o => o.ExecuteAsync(command, maria, default));
        async Task<SeenBy> SeenAsync(SomebodyKnown known) =>
            (await office.WithAsync<SeenBeforeQuery, IReadOnlyList<SeenCase>>(q => q.FindAsync(known, maria, default))).SingleOrDefault(s => s.Case.Id == command.Key)?.By ?? SeenBy.None;
        Assert.Equal(SeenBy.Name, await SeenAsync(new("carol", "WHITMAN")));
        Assert.Equal(SeenBy.Phone, await SeenAsync(new(null, null) { Phone = "(303) 555-0161" }));
        Assert.Equal(SeenBy.Email, await SeenAsync(new(null, null) { Email = "Carol@example.org" }));
        Assert.Equal(SeenBy.Name | SeenBy.Person, await SeenAsync(new("Carol", "Whitman") { BornOn = new(1949, 3, 14) }));
        Assert.Equal(SeenBy.Name, await SeenAsync(new("Carol", "Whitman") { BornOn = new(1950, 3, 14) }));
        Assert.Equal(SeenBy.None, await SeenAsync(new("Carl", "Wittman")));
    }

    [Theory, OnBoth]
    public async Task A_call_back_is_owed_until_somebody_talked_to_them(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var call = new LogCall.Command(@case.Id, CallDirection.In, "She asks about May.", Guid.CreateVersion7()) { CallBack = new(office.Clock.Today), With = "Her son Luis" };
        (await office.TryAsync<LogCall>(o => o.ExecuteAsync(call, maria, default))).Did("CallLogged");
        (await office.TryAsync<LogCall>(o => o.ExecuteAsync(call, maria, default))).ChangedNothing();
        var other = await office.Given.CaseWithAgency(maria);
        (await office.TryAsync<LogCall>(o => o.ExecuteAsync(call with { CaseId = other.Id }, maria, default))).Refused("This call is already logged on another case.");
        await office.DoAsync<LogCall>(o => o.ExecuteAsync(new(@case.Id, CallDirection.Out, "The agency knows nothing.", Guid.CreateVersion7()) { With = "The liaison" }, maria, default));
        Assert.Equal(CaseMove.CallBack, (await office.ProgressAsync(@case.Id)).Next.Move);
        await office.DoAsync<LogCall>(o => o.ExecuteAsync(new(@case.Id, CallDirection.Missed, "No answer.", Guid.CreateVersion7()), maria, default));
        Assert.Equal(CaseMove.CallBack, (await office.ProgressAsync(@case.Id)).Next.Move);
        await office.DoAsync<LogCall>(o => o.ExecuteAsync(new(@case.Id, CallDirection.Out, "Told her.", Guid.CreateVersion7()), maria, default));
        Assert.NotEqual(CaseMove.CallBack, (await office.ProgressAsync(@case.Id)).Next.Move);
        (await office.TryAsync<LogCall>(o => o.ExecuteAsync(call with { Key = Guid.CreateVersion7(), CallBack = new(office.Clock.Today.AddDays(-1)) }, maria, default)))
            .Refused("Choose a day to call back that's between today and a year from now.");
    }

    private static OpenCase.Command Command() => new(Guid.CreateVersion7(), Door.Telephone, new()
    {
        TopicCode = "ssa-missing-payment",
        HelpFor = HelpFor.Me,
        Person = new() { FirstName = "Carol", LastName = "Whitman", BornOn = new(1949, 3, 14), Phone = "303-555-0161", Email = "carol@example.org" },
        Address = new() { Line1 = "410 Birch Lane", City = "New York", State = "NY", Zip = "10001" },
        WhatHappened = "Her October payment never came.",
        WhatYouWant = "The payment",
        Language = "en",
    });
}
