using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Documents;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Retention;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Documents;

public sealed class DocumentTests
{
    [Theory, OnBoth]
    public async Task An_upload_is_encrypted_scanned_and_each_opening_is_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        var did = (await AddAsync(office, @case.Id, "letter.pdf", Sample.PlainPdf())).Did("DocumentReceived");
        var id = Assert.IsType<AddDocument.Added>(did.Outcome).DocumentId;
        Assert.DoesNotContain("letter", did.Entries[0].Payload, StringComparison.Ordinal);
        Assert.Equal(office.Clock.Utc, (await office.NowAsync<Portal.Domain.Cases.Case>(@case.Id)).UnansweredSince);
        (await office.TryAsync<OpenDocument>(o => o.ExecuteAsync(@case.Id, id, maria, default)))
            .Refused("This file can't be opened. It's still being checked for viruses, or the check found a threat.");
        (await office.TrySweepAsync<DocumentPendingJob>()).Did("DocumentChecked");
        (await office.TrySweepAsync<DocumentPendingJob>()).ChangedNothing();
        var opened = (OpenDocument.Opened)(await office.TryAsync<OpenDocument>(o => o.ExecuteAsync(@case.Id, id, maria, default)))
            .Did("DocumentOpened").Outcome;
        using var copy = new MemoryStream();
        await using (opened.Content)
            await opened.Content.CopyToAsync(copy);
        Assert.NotEqual(Sample.PlainPdf(), copy.ToArray());
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(copy.ToArray()), StringComparison.Ordinal);
        (await office.TryAsync<OpenDocument>(o => o.ExecuteAsync(Guid.CreateVersion7(), id, maria, default))).Was<Outcome.NotFound>();
    }

    [Theory, OnBoth]
    public async Task The_same_file_uploaded_twice_is_stored_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        var first = (await AddAsync(office, @case.Id, "a.pdf", Sample.PlainPdf())).Outcome;
        var second = await AddAsync(office, @case.Id, "b.pdf", Sample.PlainPdf());
        second.ChangedNothing();
        Assert.Equal(first, second.Outcome);
        // The original, and the copy that people get.
        Assert.Equal(2, (await FilesAsync(office)).Count);
    }

    [Theory, OnBoth]
    public async Task Refused_files_and_files_over_the_limit_leave_nothing_behind(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        (await AddAsync(office, @case.Id, "page.html", "<html>"u8.ToArray())).Was<Outcome.Refused>();
        (await AddAsync(office, @case.Id, "fake.pdf", "MZ"u8.ToArray())).Was<Outcome.Refused>();
        await office.AddAsync([.. Enumerable.Range(0, DocumentIntake.MaxPerCase).Select(i => new Document
        {
            Id = Guid.CreateVersion7(), CaseId = @case.Id, FileName = "x", ContentType = "x", Sha256 = $"{i}", State = DocumentState.Clean,
        })]);
        (await AddAsync(office, @case.Id, "a.pdf", Sample.PlainPdf())).Refused("This request already has {0} files. Have more? Call us.");
        Assert.Empty(await FilesAsync(office));
    }

    [Theory, OnBoth]
    public async Task A_document_can_be_removed_from_a_draft_but_not_from_a_sent_request(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await office.Given.Draft();
        var person = Actor.Constituent(draft.Id);
        async Task<Guid> PutAsync() => ((AddDocument.Added)await office.DoAsync<AddDocument>(
            o => o.ExecuteAsync(new(draft.Id, "a.pdf", new MemoryStream(Sample.PlainPdf())), person, default))).DocumentId;
        var id = await PutAsync();
        (await office.TryAsync<RemoveDocument>(o => o.ExecuteAsync(draft.Id, id, person, default))).Did([]);
        Assert.Empty(await FilesAsync(office));
        (await office.TryAsync<RemoveDocument>(o => o.ExecuteAsync(draft.Id, id, person, default))).ChangedNothing();
        id = await PutAsync();
        await office.DoAsync<SubmitRequest>(o => o.ExecuteAsync(new(draft.Token, null), Actor.Anonymous, default));
        (await office.TryAsync<RemoveDocument>(o => o.ExecuteAsync(draft.Id, id, person, default)))
            .Refused("You already sent this request, so files can't be removed here. Message us if one is wrong.");
    }

    [Theory]
    [OnBoth("Eicar", DocumentState.Suspect)]
    [OnBoth(null, DocumentState.Unscanned)]
    public async Task The_scan_result_is_stored(DatabaseProvider on, string? virus, DocumentState state)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        await AddAsync(office, @case.Id, "a.pdf", Sample.PlainPdf());
        office.Scanner.Says = virus is null ? new ScanResult.NotConfigured() : new ScanResult.Infected(virus);
        await office.SweepAsync<DocumentPendingJob>();
        var document = (await office.AllAsync<Document>()).Single();
        Assert.Equal((state, virus, state == DocumentState.Unscanned), (document.State, document.ScanNote, document.CanOpen));
    }

    [Theory, OnBoth]
    public async Task With_the_scanner_down_a_document_is_scanned_later(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        await AddAsync(office, @case.Id, "a.pdf", Sample.PlainPdf());
        office.Scanner.Says = new ScanResult.Unavailable("clamd is away");
        Assert.Equal(0, await office.SweepAsync<DocumentPendingJob>());
        Assert.Equal(DocumentState.Failed, (await office.AllAsync<Document>()).Single().State);
        office.Scanner.Says = new ScanResult.Clean();
        Assert.Equal(1, await office.SweepAsync<DocumentPendingJob>());
        Assert.Equal(DocumentState.Clean, (await office.AllAsync<Document>()).Single().State);
    }

    [Theory, OnBoth]
    public async Task Damaged_files_and_erased_keys_do_not_hold_up_other_scans(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var gone = Enumerable.Range(0, 60).Select(_ => Given.KeyOf(Guid.CreateVersion7())).ToList();
        await office.AddAsync([.. gone, .. gone.Select((key, i) => new Document
        {
            Id = Guid.CreateVersion7(), CaseId = key.OwnerId, FileName = "gone", ContentType = "x", Sha256 = $"{i}",
            StoredName = i.ToString("x32"), State = DocumentState.Pending,
        })]);
        await office.WithAsync<PortalDb, int>(db => db.Set<DataKey>().ExecuteDeleteAsync());
        await office.SweepAsync<DocumentPendingJob>();
        await office.SweepAsync<DocumentPendingJob>();
        var @case = await office.Given.SubmittedCase();
        var damaged = ((AddDocument.Added)(await AddAsync(office, @case.Id, "a.pdf", Sample.PlainPdf())).Outcome).DocumentId;
        var stored = (await office.NowAsync<Document>(damaged)).StoredName!;
        var path = Directory.EnumerateFiles(office.Folder, stored, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        var good = ((AddDocument.Added)(await AddAsync(office, @case.Id, "b.pdf", Sample.PlainPdf("9 0 obj\n(b)\nendobj\n"))).Outcome).DocumentId;
        await office.SweepAsync<DocumentPendingJob>();
        Assert.Equal(DocumentState.Clean, (await office.NowAsync<Document>(good)).State);
        Assert.NotEqual(DocumentState.Pending, (await office.NowAsync<Document>(damaged)).State);
    }

    [Theory, OnBoth]
    public async Task Orphaned_files_are_deleted_after_a_day_and_others_are_kept(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await AddAsync(office, @case.Id, "a.pdf", Sample.PlainPdf());
        await office.WithAsync<Vault, StoredBlob>(async v => await office.WithAsync<IDocumentStore, StoredBlob>(
            async s => await s.PutAsync(await v.OpenAsync(@case.Id, default), new MemoryStream([1]), 10, default)));
        foreach (var stored in Directory.EnumerateFiles(Path.Combine(office.Folder, "files"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(stored, office.Clock.Utc);
        Assert.Equal(0, await office.SweepAsync<OrphanFileJob>());
        office.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await office.SweepAsync<OrphanFileJob>());
        Assert.Equal(0, await office.SweepAsync<OrphanFileJob>());
        Assert.Equal(3, (await FilesAsync(office)).Count);
    }

    private static Task<Trial> AddAsync(DomainHost office, Guid caseId, string name, byte[] bytes) =>
        office.TryAsync<AddDocument>(o => o.ExecuteAsync(new(caseId, name, new MemoryStream(bytes)), Actor.Constituent(caseId), default));

    private static Task<List<StoredFile>> FilesAsync(DomainHost office) =>
        office.WithAsync<IDocumentStore, List<StoredFile>>(async store => await store.ListAsync(default).ToListAsync());
}
