using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.MassMail;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Surges;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Surges;

public sealed class SurgeTests
{
    [Theory, OnBoth]
    public async Task A_surge_has_the_cases_of_its_topic_and_places_since_its_first_day(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var @case = await office.Given.SubmittedCase();
        await office.Given.SubmittedCase("irs-refund");
        var command = Command(office) with { Zips = @case.Zip };
        (await office.TryAsync<SaveSurge>(o => o.ExecuteAsync(command, boss, default))).Did("SurgeSaved");
        (await office.TryAsync<SaveSurge>(o => o.ExecuteAsync(command, boss, default))).ChangedNothing();
        var page = (await office.WithAsync<SurgePageQuery, SurgePage?>(q => q.ReadAsync(command.Id, null, default)))!;
        Assert.Equal(@case.Reference, Assert.Single(page.Cases).Reference);
        Assert.Equal((1, 1, 0, 0), (page.Counts.Open, page.Counts.Unassigned, page.Counts.Closed, page.Counts.Readers));

        // Elsewhere, and before the first day, nothing belongs to it.
        await office.DoAsync<SaveSurge>(o => o.ExecuteAsync(command with { Version = 0, Zips = TestOffice.ZipElsewhere }, boss, default));
        Assert.Empty((await office.WithAsync<SurgePageQuery, SurgePage?>(q => q.ReadAsync(command.Id, null, default)))!.Cases);
        await office.DoAsync<SaveSurge>(o => o.ExecuteAsync(command with { Version = 1, Zips = "", StartsOn = office.Clock.Today.AddDays(1) }, boss, default));
        Assert.Empty((await office.WithAsync<SurgePageQuery, SurgePage?>(q => q.ReadAsync(command.Id, null, default)))!.Cases);
        Assert.Empty(await ShownAsync(office));

        (await office.TryAsync<SaveSurge>(o => o.ExecuteAsync(command with { Version = 0 }, boss, default))).Was<Outcome.Stale>();
        (await office.TryAsync<SaveSurge>(o => o.ExecuteAsync(command with { Version = 2, Zips = "1234" }, boss, default))).Refused("“{0}” isn't a ZIP code. Enter ZIP codes with 5 digits.");
        (await office.TryAsync<SaveSurge>(o => o.ExecuteAsync(command with { Version = 2, TopicCode = "nothing" }, boss, default))).Refused("Choose a topic that your office can ask an agency about.");
        (await office.TryAsync<SaveSurge>(o => o.ExecuteAsync(command with { Version = 2, EndsOn = command.StartsOn.AddDays(-1) }, boss, default)))
            .Refused("The last day is before the first. Check both dates.");
        (await office.TryAsync<SaveSurge>(o => o.ExecuteAsync(command with { Version = 2, Zips = "99999" }, boss, default))).Refused("We don't know the ZIP code {0}. Check it.");
    }

    [Theory, OnBoth]
    public async Task The_public_site_shows_a_surge_through_its_last_day_or_until_it_is_closed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var id = await OpenAsync(office, boss, Command(office) with { EndsOn = office.Clock.Today.AddDays(1) });
        Assert.Single(await ShownAsync(office));
        office.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await ShownAsync(office));
        (await office.TryAsync<CloseSurge>(o => o.ExecuteAsync(id, boss, default))).Did("SurgeClosed");
        (await office.TryAsync<CloseSurge>(o => o.ExecuteAsync(id, boss, default))).ChangedNothing();
        (await office.TryAsync<WriteSurgeMessage>(o => o.ExecuteAsync(new(Guid.CreateVersion7(), null, id, SurgeMessageKind.Reply, new("A", "B")), boss, default)))
            .Refused("This surge is closed. Open a new one.");
    }

    [Theory, OnBoth]
    public async Task A_batch_reply_reaches_each_person_once_in_their_language_and_leaves_out_the_rest_with_the_reason(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var english = await office.Given.AcceptedCase(boss);
        var spanish = await office.Given.AcceptedCase(boss, Of("luz@example.org") with { Language = "es" });
        var closed = await office.Given.ClosedCase(boss, Of("closed@example.org"));
        var byHand = await office.Given.AcceptedCase(boss, Of("hand@example.org"));
        var surge = await OpenAsync(office, boss, Command(office));
        var message = await WriteAsync(office, boss, surge, SurgeMessageKind.Reply);
        var people = (await office.WithAsync<SurgeSendQuery, SurgeSendPage?>(q => q.ReadAsync(message, default)))!.People;
        Assert.Equal(LeftOut.Closed, people.Single(p => p.Reference == closed.Reference).Why);
        Assert.Equal("es", people.Single(p => p.Reference == spanish.Reference).Language);

        // What nobody saw isn't sent: the number of people must be the one that was shown.
        (await SendAsync(office, boss, message, 2)).Was<Outcome.Stale>();
        (await SendAsync(office, boss, message, 3, byHand.Id)).Did("SurgeMessageSent");
        (await SendAsync(office, boss, message, 3)).ChangedNothing();
        (await office.TrySweepAsync<SurgeMessageDueJob>()).Did(
            ["MessageSent", "MessageSent"], $"NewMessageMail to {english.ContactEmail}", "NewMessageMail to luz@example.org");
        Assert.Equal("There is help.", (await TextsAsync(office, english.Id))[^1]);
        Assert.Equal("Hay ayuda.", (await TextsAsync(office, spanish.Id))[^1]);
        Assert.Empty(await TextsAsync(office, byHand.Id));
        (await office.TrySweepAsync<SurgeMessageDueJob>()).ChangedNothing();
        var row = Assert.Single((await office.WithAsync<SurgePageQuery, SurgePage?>(q => q.ReadAsync(surge, null, default)))!.Messages);
        Assert.Equal((2, 2), (row.Reached, row.Sending!.People));
        Assert.Equal([LeftOut.ByHand, LeftOut.Closed], row.LeftOut.Select(l => l.Key));
        Assert.Equal(boss.Id, (await office.ReadAsync(db => db.Set<Message>().SingleAsync(m => m.CaseId == english.Id))).AuthorId);
    }

    [Theory, OnBoth]
    public async Task A_batch_message_resets_the_update_date_but_does_not_count_as_a_reply(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var @case = await office.Given.AcceptedCase(boss);
        await office.DoAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, "When will you call?", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));
        var waiting = (await office.NowAsync<Case>(@case.Id)).UnansweredSince;
        Assert.NotNull(waiting);
        office.Clock.Advance(TimeSpan.FromDays(2));
        var surge = await OpenAsync(office, boss, Command(office) with { StartsOn = office.Clock.Today.AddDays(-5) });
        var message = await WriteAsync(office, boss, surge, SurgeMessageKind.Reply);
        await office.DoAsync<SendSurgeMessage>(o => o.ExecuteAsync(new(message, 0, 1), boss, default));
        await office.SweepAsync<SurgeMessageDueJob>();
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal(waiting, now.UnansweredSince);
        Assert.True(now.PromisedOn > @case.PromisedOn);
    }

    [Theory, OnBoth]
    public async Task A_case_closed_after_the_click_is_left_out_when_its_turn_comes(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var @case = await office.Given.AcceptedCase(boss);
        var message = await WriteAsync(office, boss, await OpenAsync(office, boss, Command(office)), SurgeMessageKind.Reply);
        await office.DoAsync<SendSurgeMessage>(o => o.ExecuteAsync(new(message, 0, 1), boss, default));
        await office.DoAsync<Portal.Domain.Closing.CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, "All is well now."), boss, default));
        Assert.Equal(0, await office.SweepAsync<SurgeMessageDueJob>());
        Assert.Equal(LeftOut.Closed, Assert.Single(await office.AllAsync<SurgePiece>()).LeftOut);
        Assert.NotNull(Assert.Single(await office.AllAsync<SurgeSending>()).DoneAt);
    }

    [Theory, OnBoth]
    public async Task News_goes_only_to_those_who_confirmed_in_their_language_and_each_email_has_a_way_out(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var surge = await OpenAsync(office, boss, Command(office));
        (await JoinAsync(office, surge, "Luz", "luz@example.org", "es")).Did([], "NewsConfirmMail to luz@example.org");
        (await JoinAsync(office, surge, "Bob", "bob@example.org", "en")).Did([], "NewsConfirmMail to bob@example.org");
        var token = await TokenAsync(office, "luz@example.org");
        Assert.NotNull(await office.WithAsync<ConfirmNews, Surge?>(c => c.FindAsync(token, default)));
        (await office.TryAsync<ConfirmNews>(o => o.ExecuteAsync(token, Actor.Anonymous, default))).Did("NewsConfirmed");
        (await office.TryAsync<ConfirmNews>(o => o.ExecuteAsync(token, Actor.Anonymous, default))).Was<Outcome.NotFound>();
        // Whoever is on the list gets no other email; the answer is the same.
        (await JoinAsync(office, surge, "Luz", "LUZ@example.org", "es")).ChangedNothing();

        var message = await WriteAsync(office, boss, surge, SurgeMessageKind.News);
        (await SendAsync(office, boss, message, 1)).Did("SurgeMessageSent");
        (await office.TrySweepAsync<SurgeMessageDueJob>()).Did([], "SurgeNewsMail to luz@example.org");
        (await office.TrySweepAsync<SurgeMessageDueJob>()).ChangedNothing();
        await office.SweepAsync<MailDueJob>();
        var mail = office.Mail.Sent.Single(m => m.To == "luz@example.org" && m.Subject == "Noticias");
        Assert.Contains("Hay ayuda.", mail.Text, StringComparison.Ordinal);
        var link = System.Text.RegularExpressions.Regex.Match(mail.Text, "/news/leave/([0-9a-f-]{36})/([A-Za-z0-9_-]+)");
        Assert.True(link.Success);
        var subscriber = Guid.Parse(link.Groups[1].Value);
        (await office.TryAsync<LeaveNews>(o => o.ExecuteAsync(new(subscriber, "wrong"), Actor.Anonymous, default))).Was<Outcome.NotFound>();
        (await office.TryAsync<LeaveNews>(o => o.ExecuteAsync(new(subscriber, link.Groups[2].Value), Actor.Anonymous, default))).Did("NewsLeft");
        (await office.TryAsync<LeaveNews>(o => o.ExecuteAsync(new(subscriber, link.Groups[2].Value), Actor.Anonymous, default))).ChangedNothing();
        Assert.Equal(["bob@example.org"], (await office.AllAsync<NewsSubscriber>()).Select(s => s.Email.Text));
    }

    [Theory, OnBoth]
    public async Task Names_and_addresses_go_when_they_arent_confirmed_or_30_days_after_closing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var surge = await OpenAsync(office, boss, Command(office));
        await JoinAsync(office, surge, "Luz", "luz@example.org", "es");
        await JoinAsync(office, surge, "Bob", "bob@example.org", "en");
        var token = await TokenAsync(office, "luz@example.org");
        await office.DoAsync<ConfirmNews>(o => o.ExecuteAsync(token, Actor.Anonymous, default));
        office.Clock.Advance(TimeSpan.FromDays(3));
        await office.SweepAsync<NewsListOldJob>();
        Assert.Equal("luz@example.org", Assert.Single(await office.AllAsync<NewsSubscriber>()).Email.Text);
        await office.DoAsync<CloseSurge>(o => o.ExecuteAsync(surge, boss, default));
        (await JoinAsync(office, surge, "Eva", "eva@example.org", "en")).Refused("This list is closed.");
        office.Clock.Advance(TimeSpan.FromDays(31));
        await office.SweepAsync<NewsListOldJob>();
        Assert.Empty(await office.AllAsync<NewsSubscriber>());
    }

    [Theory, OnBoth]
    public async Task Unsolicited_pieces_are_counted_and_stop_before_the_500th_and_asked_ones_dont(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        await office.Given.AcceptedCase(boss);
        await office.Given.AcceptedCase(boss, Of("other@example.org"));
        var surge = await OpenAsync(office, boss, Command(office));
        var asked = await WriteAsync(office, boss, surge, SurgeMessageKind.Reply);
        await office.DoAsync<SendSurgeMessage>(o => o.ExecuteAsync(new(asked, 0, 2), boss, default));
        var count = Assert.Single(await office.AllAsync<MassCount>());
        Assert.Equal((0, 2), (count.Unasked, count.Asked));

        await office.ReadAsync(async db =>
        {
            (await db.Set<MassCount>().SingleAsync()).Unasked = 498;
            return await db.SaveChangesAsync();
        });
        var unasked = await WriteAsync(office, boss, surge, SurgeMessageKind.Reply, asAsked: false);
        (await SendAsync(office, boss, unasked, 2)).Refused("This would bring the unsolicited copies of this text to {0}. At {1} or more, record the approval before you send.");
        var one = (await office.WithAsync<SurgeSendQuery, SurgeSendPage?>(q => q.ReadAsync(unasked, default)))!.People[0].Id;
        (await SendAsync(office, boss, unasked, 2, one)).Did("SurgeMessageSent");
        Assert.Equal(499, Assert.Single(await office.AllAsync<MassCount>()).Unasked);
    }

    [Theory, OnBoth]
    public async Task Two_who_send_the_same_text_at_once_cannot_pass_the_limit_together(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        await office.Given.AcceptedCase(boss);
        var surge = await OpenAsync(office, boss, Command(office));
        var mark = TextMark.Of("There is help.", "Hay ayuda.");
        await office.AddAsync(new MassCount { Id = Guid.CreateVersion7(), Year = MassMailRules.YearOf(office.Clock.Today), TextMark = mark, Title = "There is help.", Unasked = 498 });
        var messages = new Queue<Guid>();
        for (var i = 0; i < 4; i++)
            messages.Enqueue(await WriteAsync(office, boss, surge, SurgeMessageKind.Reply, asAsked: false));
        var ids = messages.ToArray();
        var next = -1;
        await office.AtOnceAsync<SendSurgeMessage>(4, o => o.ExecuteAsync(new(ids[Interlocked.Increment(ref next)], 0, 1), boss, default));
        Assert.Equal(499, Assert.Single(await office.AllAsync<MassCount>()).Unasked);
        Assert.Single(await office.AllAsync<SurgeSending>());
    }

    private static RequestAnswers Of(string email) => Answers.Complete() with { Person = Answers.Complete().Person with { Email = email } };

    private static SaveSurge.Command Command(DomainHost office) =>
        new(Guid.CreateVersion7(), null, new("Flood", "Inundación"), new("Call FEMA first.", "Llame primero a FEMA."), "ssa-missing-payment", office.Clock.Today);

    private static async Task<Guid> OpenAsync(DomainHost office, Actor by, SaveSurge.Command command)
    {
        await office.DoAsync<SaveSurge>(o => o.ExecuteAsync(command, by, default));
        return command.Id;
    }

    private static async Task<Guid> WriteAsync(DomainHost office, Actor by, Guid surge, SurgeMessageKind kind, bool asAsked = true)
    {
        var id = Guid.CreateVersion7();
        await office.DoAsync<WriteSurgeMessage>(o => o.ExecuteAsync(
            new(id, null, surge, kind, new("There is help.", "Hay ayuda.")) { Subject = kind == SurgeMessageKind.News ? new("News", "Noticias") : null, AsAsked = asAsked }, by, default));
        return id;
    }

    private static Task<Trial> SendAsync(DomainHost office, Actor by, Guid message, int people, params Guid[] without) =>
        office.TryAsync<SendSurgeMessage>(o => o.ExecuteAsync(new(message, 0, people) { Without = without }, by, default));

    private static Task<Trial> JoinAsync(DomainHost office, Guid surge, string name, string email, string language) =>
        office.TryAsync<JoinNews>(o => o.ExecuteAsync(new(surge, name, email, language), Actor.Anonymous, default));

    private static async Task<string> TokenAsync(DomainHost office, string email)
    {
        await office.SweepAsync<MailDueJob>();
        var text = office.Mail.Sent.First(m => m.To == email).Text;
        return System.Text.RegularExpressions.Regex.Match(text, "/news/confirm/([A-Za-z0-9_-]+)").Groups[1].Value;
    }

    private static Task<IReadOnlyList<Surge>> ShownAsync(DomainHost office) => office.WithAsync<SurgeList, IReadOnlyList<Surge>>(s => s.ShownAsync(default));

    private static async Task<List<string>> TextsAsync(DomainHost office, Guid caseId) =>
        [.. (await office.ReadAsync(db => db.Set<Message>().AsNoTracking().Where(m => m.CaseId == caseId).OrderBy(m => m.SentAt).ToListAsync())).Select(m => m.Body.Text)];
}
