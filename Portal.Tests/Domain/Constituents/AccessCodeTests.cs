using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Constituents;

/// <summary>Emailed codes: valid for ten minutes, five attempts, one use, and no hint about which cases exist.</summary>
public sealed class AccessCodeTests
{
    private const string Expired = "That code no longer works. Request a new code.";
    private static readonly Guid Subject = new("0199aaaa-0000-7000-8000-000000000001");

    [Theory, OnBoth]
    public async Task An_emailed_code_works_once_however_it_is_typed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (id, code) = await AskAsync(office, Subject);
        Assert.Matches("^[0-9]{6}$", code);
        Assert.Equal(new UseAccessCode.Opened(Subject, "en"), await UseAsync(office, id, $" {code[..3]}-{code[3..]} "));
        Assert.Equal(Expired, Assert.IsType<Outcome.Refused>(await UseAsync(office, id, code)).Reason);
    }

    [Theory, OnBoth]
    public async Task Concurrent_uses_of_a_code_open_only_one_session(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (id, code) = await AskAsync(office, Subject);
        var outcomes = await office.AtOnceAsync<UseAccessCode>(6, o => o.ExecuteAsync(new(AccessPurpose.Status, id, code), Actor.Anonymous, default));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal(Expired, Assert.IsType<Outcome.Refused>(o).Reason));
    }

    [Theory, OnBoth]
    public async Task After_five_wrong_tries_the_right_code_is_refused_too(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (id, code) = await AskAsync(office, Subject);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var tries = 1; tries < AccessCode.MaxAttempts; tries++)
            Assert.Equal(
                "That code didn't work. Check the 6-digit code in our email and enter it again.",
                Assert.IsType<Outcome.Refused>(await UseAsync(office, id, wrong)).Reason);
        Assert.Equal(
            "That code didn't work, and you're out of tries. Request a new code.",
            Assert.IsType<Outcome.Refused>(await UseAsync(office, id, wrong)).Reason);
        Assert.Equal(Expired, Assert.IsType<Outcome.Refused>(await UseAsync(office, id, code)).Reason);
    }

    [Theory, OnBoth]
    public async Task A_code_is_valid_for_ten_minutes_and_only_for_its_purpose(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (id, code) = await AskAsync(office, Subject);
        (await office.TryAsync<UseAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Draft, id, code), Actor.Anonymous, default))).Refused(Expired);
        office.Clock.Advance(TimeSpan.FromMinutes(10));
        (await office.TryAsync<UseAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Status, id, code), Actor.Anonymous, default))).Refused(Expired);
        (await office.TryAsync<UseAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Status, Guid.CreateVersion7(), code), Actor.Anonymous, default)))
            .Refused(Expired);
    }

    [Theory, OnBoth]
    public async Task An_unknown_address_leaves_the_same_rows_but_gets_no_email(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        async Task<Trial> SendAsync(Guid? subject) =>
            await office.TryAsync<SendAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Status, subject, Answers.Email, "en"), Actor.Anonymous, default));
        var some = (await SendAsync(Subject)).Did([], "AccessCodeMail to " + Answers.Email);
        var none = (await SendAsync(null)).Did([]);
        Assert.Equal(["AccessCode", "OutgoingMail"], some.ChangedTables.Order());
        Assert.Equal(["AccessCode"], none.ChangedTables);
        Assert.IsType<SendAccessCode.Sent>(none.Outcome);
        for (var code = 0; code < 3; code++)
            Assert.False((await UseAsync(office, ((SendAccessCode.Sent)none.Outcome).Id, code.ToString("D6"))).Succeeded);
    }

    [Theory, OnBoth]
    public async Task Codes_per_address_are_limited_per_hour_without_revealing_the_limit(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        async Task<Trial> SendAsync(Guid? subject, string email = Answers.Email) =>
            await office.TryAsync<SendAccessCode>(o => o.ExecuteAsync(new(AccessPurpose.Status, subject, email, "en"), Actor.Anonymous, default));
        // Requests that match no case don't count against the owner of the address.
        for (var i = 0; i < MailLimit.Usual.Most; i++)
            (await SendAsync(null)).Did([]);
        for (var i = 0; i < MailLimit.Usual.Most; i++)
            (await SendAsync(Subject, i % 2 == 0 ? Answers.Email : Answers.Email.ToUpperInvariant()))
                .Did([], "AccessCodeMail to " + (i % 2 == 0 ? Answers.Email : Answers.Email.ToUpperInvariant()));
        var (over, none) = ((await SendAsync(Subject)).Did([]), (await SendAsync(null)).Did([]));
        Assert.Equal(none.ChangedTables, over.ChangedTables);
        Assert.IsType<SendAccessCode.Sent>(over.Outcome);
        // A code that wasn't emailed opens nothing, so it can't be guessed either.
        Assert.Null((await office.NowAsync<AccessCode>(((SendAccessCode.Sent)over.Outcome).Id)).SubjectId);
        // The limit also covers another address for the same case, but not another case with another address.
        (await SendAsync(Subject, "luz@example.org")).Did([]);
        (await SendAsync(Guid.CreateVersion7(), "luz@example.org")).Did([], "AccessCodeMail to luz@example.org");
        office.Clock.Advance(MailLimit.Usual.Window);
        (await SendAsync(Subject)).Did([], "AccessCodeMail to " + Answers.Email);
    }

    [Theory, OnBoth]
    public async Task Codes_are_never_stored_in_plain_text_and_expired_ones_are_deleted(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (_, code) = await AskAsync(office, Subject);
        var picture = await DatabasePicture.TakeAsync(office.Database);
        Assert.DoesNotContain(picture.Tables["AccessCode"], row => row.Contains(code, StringComparison.Ordinal));
        Assert.DoesNotContain(picture.Mails, mail => mail.Payload.Text.Contains($"\"{code}\"", StringComparison.Ordinal));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await office.SweepAsync<AccessCodeExpiredJob>());
        office.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await office.SweepAsync<AccessCodeExpiredJob>());
        Assert.Equal(0, await office.SweepAsync<AccessCodeExpiredJob>());
    }

    private static async Task<(Guid Id, string Code)> AskAsync(DomainHost office, Guid subject)
    {
        var sent = (SendAccessCode.Sent)await office.DoAsync<SendAccessCode>(o => o.ExecuteAsync(
            new(AccessPurpose.Status, subject, Answers.Email, "en"), Actor.Anonymous, default));
        await office.SweepAsync<MailDueJob>();
        return (sent.Id, office.Mail.Sent[0].Text.Split('\n').First(l => l.StartsWith("    ", StringComparison.Ordinal)).Trim());
    }

    private static Task<Outcome> UseAsync(DomainHost office, Guid id, string typed) =>
        office.WithAsync<UseAccessCode, Outcome>(o => o.ExecuteAsync(new(AccessPurpose.Status, id, typed), Actor.Anonymous, default));
}
