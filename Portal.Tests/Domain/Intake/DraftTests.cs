using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Intake;

/// <summary>A request before it's submitted: saving, coming back, expiring.</summary>
public sealed class DraftTests
{
    [Theory, OnBoth]
    public async Task A_draft_is_stored_encrypted_and_found_only_by_its_token(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft();
        Assert.Equal("Ana", (await office.WithAsync<Drafts, Draft?>(d => d.FindAsync(draft.Token, default)))!.Answers.Person.FirstName);
        foreach (var wrong in new[] { null, "", draft.Token + "x", draft.Id.ToString() })
            Assert.Null(await office.WithAsync<Drafts, Draft?>(d => d.FindAsync(wrong, default)));
        var row = (await office.AllAsync<HelpRequest>()).Single();
        Assert.DoesNotContain("Ana", row.SealedAnswers, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Token, row.TokenHash, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Concurrent_saves_from_two_tabs_keep_the_changes_of_both(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft(new RequestAnswers());
        var next = 0;
        var outcomes = await office.AtOnceAsync<SaveDraft>(2, o => Interlocked.Increment(ref next) == 1
            ? o.ExecuteAsync(new(draft.Token, "en", a => a with { WhatHappened = "one" }), Actor.Anonymous, default)
            : o.ExecuteAsync(new(draft.Token, "en", a => a with { WhatYouWant = "two" }), Actor.Anonymous, default));
        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        var now = (await office.WithAsync<Drafts, Draft?>(d => d.FindAsync(draft.Token, default)))!.Answers;
        Assert.Equal(("one", "two"), (now.WhatHappened, now.WhatYouWant));
    }

    [Theory, OnBoth]
    public async Task A_submitted_request_cannot_be_changed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft();
        await office.DoAsync<SubmitRequest>(o => o.ExecuteAsync(new(draft.Token, null), Actor.Anonymous, default));
        (await office.TryAsync<SaveDraft>(o => o.ExecuteAsync(
                new(draft.Token, "en", a => a with { WhatHappened = "other" }), Actor.Anonymous, default)))
            .Was<SaveDraft.AlreadySubmitted>();
        (await office.TryAsync<SaveForLater>(o => o.ExecuteAsync(new(draft.Token, Address("a@example.org"), "en"), Actor.Anonymous, default)))
            .Was<Outcome.NotFound>();
        (await office.TryAsync<ReturnToDraft>(o => o.ExecuteAsync(draft.Id, Actor.Anonymous, default))).Was<Outcome.NotFound>();
        await office.DoAsync<DeleteDraft>(o => o.ExecuteAsync(draft.Token, Actor.Anonymous, default));
        Assert.Single(await office.AllAsync<HelpRequest>());
    }

    [Theory, OnBoth]
    public async Task A_draft_saved_for_later_is_found_by_email_address_and_gets_a_new_token(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft();
        (await office.TryAsync<SaveForLater>(o => o.ExecuteAsync(new(draft.Token, Address("Ana@Example.org"), "es"), Actor.Anonymous, default)))
            .Did([], "DraftSavedMail to Ana@Example.org");
        Assert.Equal(draft.Id, (await office.WithAsync<ReturnToDraft, ReturnToDraft.SavedDraft>(o => o.FindAsync(" ana@example.ORG ", default))).Id);
        Assert.Null((await office.WithAsync<ReturnToDraft, ReturnToDraft.SavedDraft>(o => o.FindAsync("other@example.org", default))).Id);
        var back = Assert.IsType<ReturnToDraft.Returned>(await office.DoAsync<ReturnToDraft>(o => o.ExecuteAsync(draft.Id, Actor.Anonymous, default)));
        Assert.NotNull(await office.WithAsync<Drafts, Draft?>(d => d.FindAsync(back.Token, default)));
        Assert.Null(await office.WithAsync<Drafts, Draft?>(d => d.FindAsync(draft.Token, default)));
    }

    [Theory, OnBoth]
    public async Task The_return_link_is_emailed_once_an_hour_per_address(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        async Task<Trial> SaveAsync(SaveDraft.Saved draft) =>
            await office.TryAsync<SaveForLater>(o => o.ExecuteAsync(new(draft.Token, Address("victim@example.org"), "en"), Actor.Anonymous, default));
        var first = await office.Given.Draft();
        (await SaveAsync(first)).Did([], "DraftSavedMail to victim@example.org");
        (await SaveAsync(first)).Did([]);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await office.Given.Draft();
        (await SaveAsync(third)).Did([]);
        // No email was sent, but the draft was saved.
        Assert.Equal(third.Id, (await office.WithAsync<ReturnToDraft, ReturnToDraft.SavedDraft>(o => o.FindAsync("victim@example.org", default))).Id);
        office.Clock.Advance(TimeSpan.FromHours(2));
        (await SaveAsync(third)).Did([], "DraftSavedMail to victim@example.org");
    }

    [Theory, OnBoth]
    public async Task After_thirty_days_a_draft_with_its_key_and_files_is_deleted(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var kept = await office.Given.SubmittedCase();
        var draft = await office.Given.Draft();
        await office.DoAsync<AddDocument>(o => o.ExecuteAsync(
            new(draft.Id, "a.pdf", new MemoryStream(Sample.PlainPdf())), Actor.Constituent(draft.Id), default));
        office.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await office.SweepAsync<DraftExpiredJob>());
        office.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await office.SweepAsync<DraftExpiredJob>());
        Assert.Equal(kept.Id, (await office.AllAsync<HelpRequest>()).Single().Id);
        Assert.Equal(kept.Id, (await office.AllAsync<DataKey>()).Single().OwnerId);
        Assert.Empty(await office.AllAsync<Document>());
        Assert.Empty(await office.WithAsync<IDocumentStore, List<StoredFile>>(async s => await s.ListAsync(default).ToListAsync()));
        (await office.TrySweepAsync<DraftExpiredJob>()).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Clearing_a_shared_computer_erases_the_draft_immediately(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft();
        await office.DoAsync<DeleteDraft>(o => o.ExecuteAsync(draft.Token, Actor.Anonymous, default));
        Assert.Empty(await office.AllAsync<HelpRequest>());
        Assert.Empty(await office.AllAsync<DataKey>());
    }

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new FormatException(text);
}
