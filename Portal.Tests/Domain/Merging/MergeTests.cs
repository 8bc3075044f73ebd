using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Merging;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Merging;

/// <summary>The same person and the same matter: joined and merged with history, and taken apart again.</summary>
public sealed class MergeTests
{
    [Theory, OnBoth]
    public async Task People_are_joined_with_all_their_cases_and_taken_apart_again(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var (one, two) = (await office.Given.AcceptedCase(maria), await office.Given.AcceptedCase(maria, Other()));
        var third = await office.Given.AcceptedCase(maria, Other());
        Assert.NotEqual(one.ConstituentId, two.ConstituentId);
        Assert.Equal(two.ConstituentId, third.ConstituentId);
        var same = await ReadAsync(office, one, maria);
        Assert.Empty(same.OfPerson);
        Assert.Contains(same.MaybePerson, s => s.Case.Id == two.Id && s.By.HasFlag(SeenBy.Email));

        var key = Guid.CreateVersion7();
        (await office.TryAsync<JoinPeople>(o => o.ExecuteAsync(new(one.Id, "none", key), maria, default))).Refused("There's no case with that reference. Check it, or find the case first.");
        (await office.TryAsync<JoinPeople>(o => o.ExecuteAsync(new(one.Id, two.Reference, key), maria, default))).Did(["PeopleJoined", "PeopleJoined", "PeopleJoined"]);
        (await office.TryAsync<JoinPeople>(o => o.ExecuteAsync(new(one.Id, two.Reference, key), maria, default))).ChangedNothing();
        same = await ReadAsync(office, one, maria);
        Assert.Equal(new[] { two.Id, third.Id }.Order(), same.OfPerson.Select(c => c.Id).Order());
        Assert.Empty(same.MaybePerson);

        (await office.TryAsync<SplitPeople>(o => o.ExecuteAsync(new(one.Id, key), maria, default))).Did(["PeopleSplit", "PeopleSplit"]);
        (await office.TryAsync<SplitPeople>(o => o.ExecuteAsync(new(one.Id, key), maria, default))).ChangedNothing();
        Assert.Equal(two.ConstituentId, (await office.NowAsync<Case>(third.Id)).ConstituentId);
    }

    [Theory, OnBoth]
    public async Task The_earlier_promise_and_what_no_one_answered_go_on_in_the_case_that_stays(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var first = await office.Given.AcceptedCase(maria);
        office.Clock.Advance(TimeSpan.FromDays(1));
        var second = await office.Given.AcceptedCase(maria);
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(first.Id, "Any news?", Guid.CreateVersion7()), Actor.Constituent(first.Id), default));
        var (early, late) = (await office.NowAsync<Case>(first.Id), await office.NowAsync<Case>(second.Id));
        Assert.True(early.PromisedOn < late.PromisedOn);
        var key = Guid.CreateVersion7();
        var merge = new MergeCases.Command(first.Id, early.Version, second.Reference, key);
        (await MergeAsync(office, maria, merge)).Did(
            ["CaseClosed", "CaseMerged", "CaseMerged", "ReleaseNoLongerNeeded"], $"CaseMergedMail to {Answers.Email}");
        (await MergeAsync(office, maria, merge)).ChangedNothing();
        var goesOn = await office.NowAsync<Case>(second.Id);
        Assert.Equal((early.PromisedOn, early.UnansweredSince), (goesOn.PromisedOn, goesOn.UnansweredSince));
        var closed = await office.NowAsync<Case>(first.Id);
        Assert.Equal((true, ClosingReason.Duplicate), (closed.IsClosed, closed.ClosingReason));
        Assert.Contains((await office.AllAsync<Message>()).Where(m => m.CaseId == first.Id), m => m.Body.Text.Contains(second.Reference, StringComparison.Ordinal));

        (await office.TryAsync<UndoMerge>(o => o.ExecuteAsync(new(second.Id, key), maria, default)))
            .Did(["CaseMergeUndone", "CaseMergeUndone", "CaseReopened"], $"CaseReopenedMail to {Answers.Email}");
        (await office.TryAsync<UndoMerge>(o => o.ExecuteAsync(new(second.Id, key), maria, default))).ChangedNothing();
        Assert.False((await office.NowAsync<Case>(first.Id)).IsClosed);
    }

    [Theory, OnBoth]
    public async Task What_would_be_lost_is_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var (plain, stranger) = (await office.Given.AcceptedCase(maria), await office.Given.AcceptedCase(maria, Other()));
        var (signed, asked) = (await office.Given.SignedCase(maria), await office.Given.CaseWithAgency(maria));
        async Task RefusedAsync(Case one, Case into, string why) => (await MergeAsync(office, maria, new(one.Id, null, into.Reference, Guid.CreateVersion7()))).Refused(why);
        await RefusedAsync(plain, plain, "That's the same case. Enter the reference of the other one.");
        await RefusedAsync(plain, stranger, "These cases belong to two different people. If they're the same person, record that first.");
        await RefusedAsync(asked, plain, "An agency is still working on this case. Merge the other one into it instead, or end the inquiry first.");
        await RefusedAsync(signed, plain, "The release signed in this case would end. Merge the other case into this one instead.");
        Assert.IsType<MergeCases.Merged>((await MergeAsync(office, maria, new(plain.Id, null, signed.Reference, Guid.CreateVersion7()))).Outcome);
        await RefusedAsync(signed, plain, "That case is closed. Merge it into this one instead, or reopen it first.");
        await RefusedAsync(plain, signed, "This case is closed already.");
    }

    private static RequestAnswers Other()
    {
        var answers = Answers.Complete();
        return answers with { Person = answers.Person with { FirstName = "Graciela", BornOn = new DateOnly(1961, 5, 6) } };
    }

    private static Task<Trial> MergeAsync(DomainHost office, Actor by, MergeCases.Command merge) => office.TryAsync<MergeCases>(o => o.ExecuteAsync(merge, by, default));

    private static async Task<SameMatter> ReadAsync(DomainHost office, Case @case, Actor reader)
    {
        var now = await office.NowAsync<Case>(@case.Id);
        return await office.WithAsync<SameMatterQuery, SameMatter>(q => q.ReadAsync(now, reader, default));
    }
}
