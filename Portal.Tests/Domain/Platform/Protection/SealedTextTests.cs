using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Protection;

public sealed class SealedTextTests
{
    private const string Words = "My husband is in danger. ¿Entiende? 漢字";

    [Theory, OnBoth]
    public async Task Text_is_stored_sealed_and_read_as_written(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var message = await WriteAsync(office, Words);
        var stored = await StoredAsync(office, message.Id);
        Assert.StartsWith($"v1.{message.CaseId:N}.", stored);
        Assert.DoesNotContain("husband", stored);
        Assert.Equal(Words, (await office.NowAsync<Message>(message.Id)).Body);
        Assert.Equal(Words, (await office.ReadAsync(db => db.Set<Message>().AsNoTracking().SingleAsync(m => m.Id == message.Id))).Body);
        Assert.Equal(Words, (await office.ReadAsync(db => db.Set<Message>().Select(m => new { Row = m }).SingleAsync())).Row.Body);
    }

    [Theory, OnBoth]
    public async Task Equal_texts_look_different_in_the_database(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (one, other) = (await WriteAsync(office, Words), await WriteAsync(office, Words));
        Assert.NotEqual(await StoredAsync(office, one.Id), await StoredAsync(office, other.Id));
    }

    [Theory, OnBoth]
    public async Task Text_copied_from_another_row_column_or_case_does_not_open(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (one, elsewhere) = (await WriteAsync(office, "one"), await WriteAsync(office, "two"));
        var sibling = await AddAsync(office, one.CaseId, "three");
        foreach (var source in new[] { elsewhere.Id, sibling.Id })
        {
            await RunAsync(office, $"""UPDATE "Message" SET "Body" = (SELECT "Body" FROM "Message" WHERE "Id" = {Literal(on, source)}) WHERE "Id" = {Literal(on, one.Id)}""");
            await Assert.ThrowsAsync<CryptographicException>(() => office.NowAsync<Message>(one.Id));
        }

        await RunAsync(office, $"""UPDATE "Case" SET "PersonName" = "ContactEmail" WHERE "Id" = {Literal(on, one.CaseId)}""");
        await Assert.ThrowsAsync<CryptographicException>(() => office.NowAsync<Case>(one.CaseId));
    }

    [Theory, OnBoth]
    public async Task Nothing_opens_once_the_key_of_its_case_is_erased(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var message = await WriteAsync(office, Words);
        await office.WithAsync<PortalDb, int>(async db =>
        {
            db.RemoveRange(await db.Set<DataKey>().Where(k => k.OwnerId == message.CaseId).ToListAsync());
            return await db.SaveChangesAsync();
        });
        await Assert.ThrowsAsync<KeyErasedException>(() => office.NowAsync<Message>(message.Id));
    }

    [Theory, OnBoth]
    public async Task Text_read_without_its_row_opens_only_when_told_where_it_is_stored(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var message = await WriteAsync(office, Words);
        await office.WithAsync<PortalDb, int>(async db =>
        {
            var body = await db.Set<Message>().Where(m => m.Id == message.Id).Select(m => m.Body).SingleAsync();
            Assert.Throws<InvalidOperationException>(() => body.Text);
            db.Open<Message>(message.Id, (nameof(Message.Body), body));
            Assert.Equal(Words, body);
            return 0;
        });
    }

    [Theory, OnBoth]
    public async Task Changed_text_is_sealed_anew_and_unchanged_text_is_left_alone(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var id = (await WriteAsync(office, Words)).CaseId;
        var before = await StoredAsync(office, id, "Case", "PersonName");
        await office.WithAsync<PortalDb, int>(async db =>
        {
            var @case = await db.Set<Case>().SingleAsync(c => c.Id == id);
            @case.Priority = Priority.P0;
            return await db.SaveChangesAsync();
        });
        Assert.Equal(before, await StoredAsync(office, id, "Case", "PersonName"));
        await office.WithAsync<PortalDb, int>(async db =>
        {
            (await db.Set<Case>().SingleAsync(c => c.Id == id)).PersonName = "Ana María García";
            return await db.SaveChangesAsync();
        });
        Assert.Equal("Ana María García", (await office.NowAsync<Case>(id)).PersonName);
    }

    [Theory, OnBoth]
    public async Task Text_taken_over_from_another_row_is_sealed_for_its_own(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var first = await WriteAsync(office, Words);
        var id = Guid.CreateVersion7();
        await office.WithAsync<PortalDb, int>(async db =>
        {
            var source = await db.Set<Message>().SingleAsync(m => m.Id == first.Id);
            db.Add(new Message { Id = id, CaseId = first.CaseId, From = ActorKind.Staff, Body = source.Body, SentAt = office.Clock.Utc });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(Words, (await office.NowAsync<Message>(id)).Body);
        Assert.Equal(Words, (await office.NowAsync<Message>(first.Id)).Body);
        Assert.NotEqual(await StoredAsync(office, first.Id), await StoredAsync(office, id));
    }

    [Theory, OnBoth]
    public async Task Mail_of_no_case_moves_to_the_newest_master_key(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await office.QueueAsync("ana@example.org");
        var newest = TestDatabase.Keys.With("second", TestKeys.Random());
        await using (var db = office.Database.Settings.Open(newest))
            Assert.Equal(1, await new MailUnderOlderKeyJob(db, newest).RunAsync(default));
        await using var later = office.Database.Settings.Open(newest);
        Assert.Equal(0, await new MailUnderOlderKeyJob(later, newest).RunAsync(default));
        var mail = await later.Set<OutgoingMail>().SingleAsync();
        Assert.Equal("ana@example.org", mail.Recipient);
        Assert.StartsWith("v1.second.", await StoredAsync(office, mail.Id, "OutgoingMail", "Recipient"));
    }

    [Fact]
    public void Sealed_text_reads_and_writes_like_a_string()
    {
        SealedText? none = (string?)null;
        Assert.Null(none);
        Assert.Null((string?)none);
        SealedText text = "a “b”";
        Assert.Equal("a “b”", $"{text}");
        Assert.Equal("\"a \\u0022\"", JsonSerializer.Serialize<SealedText>("a \""));
        Assert.Equal("x", JsonSerializer.Deserialize<SealedText>("\"x\"")!.Text);
    }

    private static async Task<Message> WriteAsync(DomainHost office, string text) =>
        await AddAsync(office, (await office.Given.SubmittedCase(Answers.Complete())).Id, text);

    private static async Task<Message> AddAsync(DomainHost office, Guid caseId, string text)
    {
        var message = new Message { Id = Guid.CreateVersion7(), CaseId = caseId, From = ActorKind.Staff, Body = text, SentAt = office.Clock.Utc };
        await office.AddAsync(message);
        return message;
    }

    private static string Literal(DatabaseProvider on, Guid id) => on == DatabaseProvider.Sqlite ? $"'{id.ToString().ToUpperInvariant()}'" : $"'{id}'";

    private static async Task<string> StoredAsync(DomainHost office, Guid id, string table = "Message", string column = "Body") =>
        (string)(await ScalarAsync(office, $"""SELECT "{column}" FROM "{table}" WHERE "Id" = {Literal(office.Database.Provider, id)}"""))!;

    private static Task RunAsync(DomainHost office, string sql) => ScalarAsync(office, sql);

    private static async Task<object?> ScalarAsync(DomainHost office, string sql)
    {
        await using var db = office.Database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
