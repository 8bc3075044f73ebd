using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Demo;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.MailRoom;
using Portal.Domain.Messages;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Load;

/// <summary>
/// How long the work with agencies takes, each beside the least that it could take on the same machine in the same run. Run only when
/// requested by name; docs/benchmarks/README.md has the results.
/// </summary>
public sealed class AgencyWorkBenchmarks(DovecotProcess dovecot) : IClassFixture<DovecotProcess>
{
    private static int Cases => int.Parse(Environment.GetEnvironmentVariable("PORTAL_BENCH_COUNT") ?? "100000", CultureInfo.InvariantCulture);

    /// <summary>Bound: reading and decrypting the same enclosures.</summary>
    [Fact(Explicit = true)]
    public async Task A_letter_of_three_pages_with_five_enclosures_of_20_MB()
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var documents = new List<Guid>();
        for (var file = 0; file < 5; file++)
            documents.Add(await DocumentAsync(office, @case, maria, file));
        await office.SweepAsync<DocumentPendingJob>();
        var stored = await office.AllAsync<Document>();
        var bytes = stored.Sum(d => d.Length);
        var facts = string.Join('\n', Enumerable.Range(1, 70).Select(i => $"• On May {(i % 28) + 1}, 2026, our constituent called the field office for the {i}th time and was told to wait for another letter."));
        var letter = await office.Given.Letter(@case, maria, edit: l => l with { Documents = documents, Blocks = new Dictionary<LetterBlock, string>(l.Blocks) { [LetterBlock.Facts] = facts } });
        var pages = 0;
        var timing = await Timing.OfAsync(10, 2, async _ =>
        {
            var situation = await office.WithAsync<LetterDesk, LetterSituation?>(d => d.ReadAsync(@case.Id, "SSA", null, maria.Name, default));
            var content = LetterContent.Read((await office.NowAsync<LetterDraft>(letter)).Content);
            var pdf = await office.WithAsync<LetterPress, byte[]>(p => p.PrintAsync(content, situation!, InquiryMethod.Email, office.Clock.GetUtcNow().UtcDateTime, default));
            pages = PdfPages.CountIn(pdf) ?? 0;
        });
        var bound = await Timing.OfAsync(10, 2, async _ => await office.WithAsync<Vault, long>(async vault =>
        {
            var (cipher, read) = (await vault.OpenAsync(@case.Id, default), 0L);
            foreach (var document in stored)
                read += (await office.Services.GetRequiredService<IDocumentStore>().ReadBytesAsync(cipher, document.CopyName!, default)).LongLength;
            return read;
        }));
        Report($"letter with enclosures: median {timing.Median:0} ms, p95 {timing.P95:0} ms, {pages} pages, {bytes / 1_000_000} MB; reading the same files: {bound.Median:0} ms");
        Assert.InRange(timing.Median, 0, 1000);
    }

    /// <summary>Bound: writing 200 files of the same size to the store.</summary>
    [Fact(Explicit = true)]
    public async Task Two_hundred_letters_at_once()
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var maria = await office.Given.Caseworker();
        await office.Given.Contact(maria);
        for (var number = 0; number < 200; number++)
        {
            var @case = await office.Given.SignedCase(maria);
            var letter = await office.Given.Letter(@case, maria);
            await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Email), maria, default));
        }

        office.Clock.Advance(LetterDraft.Wait);
        var began = Stopwatch.GetTimestamp();
        while (await office.SweepAsync<LetterDueJob>() > 0)
        {
        }

        var took = Stopwatch.GetElapsedTime(began);
        var sent = await office.AllAsync<SentLetter>();
        var bound = await Timing.OfAsync(1, 0, async _ => await office.WithAsync<Vault, bool>(async vault =>
        {
            foreach (var letter in sent)
                await office.Services.GetRequiredService<IDocumentStore>().PutAsync(
                    await vault.OpenAsync(letter.CaseId, default), new MemoryStream(new byte[letter.Length]), int.MaxValue, default);
            return true;
        }));
        Report($"{sent.Count} letters of {sent.Average(l => l.Length) / 1000:0} KB at once: {took.TotalSeconds:0.0} s; storing as many files: {bound.Median / 1000:0.0} s");
        Assert.Equal(200, sent.Count);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    /// <summary>Bound: finding one row by its key.</summary>
    [Fact(Explicit = true)]
    public async Task One_email_among_many_cases()
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var (maria, @case, _) = await Portal.Tests.Domain.MailRoom.MailRoomTests.AskedAsync(office);
        await office.WithAsync<SeedCases, bool>(async o =>
        {
            await o.RunAsync(new(Cases, 1, _ => { }), default);
            return true;
        });
        await MailsAsync(office, Cases * 3);
        var ours = (await office.ReadAsync(db => db.Set<OutgoingMail>().Where(m => m.Kind == nameof(AgencyLetterMail)).Select(m => m.Id).FirstAsync())).ToString("N");
        (string Name, IncomingEmail Email)[] kinds =
        [
            ("an answer to our letter", Email("liaison@ny.ssa.gov", "RE: inquiry", $"{ours}@help.nunez.example.gov")),
            ("a reference in the subject", Email("liaison@ny.ssa.gov", $"Case {@case.Reference}")),
            ("a known person without a reference", Email(Answers.Email, "hello")),
            ("an agency without a reference", Email("liaison@ny.ssa.gov", "your constituent")),
            ("a stranger", Email("someone@elsewhere.example", "hello")),
        ];
        var bound = await Timing.OfAsync(200, 20, async _ => await office.WithAsync<PortalDb, bool>(db => db.Set<Case>().AnyAsync(c => c.Id == @case.Id)));
        var total = await office.ReadAsync(async db => (await db.Set<Case>().CountAsync(), await db.Set<OutgoingMail>().CountAsync()));
        foreach (var (name, email) in kinds)
        {
            var timing = await Timing.OfAsync(200, 20, async _ => await office.WithAsync<MailMatching, MailVerdict>(m => m.FindAsync(email, default)));
            Report($"matching {name} among {total.Item1} cases and {total.Item2} emails: median {timing.Median:0.0} ms, p95 {timing.P95:0.0} ms; one row by key: {bound.Median:0.0} ms");
            Assert.InRange(timing.P95, 0, 50);
        }
    }

    /// <summary>Bound: fetching the same emails with MailKit and keeping nothing.</summary>
    [Fact(Explicit = true)]
    public async Task A_thousand_waiting_emails()
    {
        DovecotProcess.Require();
        const string User = "thousand@example.gov";
        const int Count = 1000;
        await dovecot.DeliverAsync(User, [.. Enumerable.Range(0, Count).Select(i => TestMailbox.Email(
            i % 3 == 0 ? "liaison@ny.ssa.gov" : $"person{i}@elsewhere.example", $"Number {i}", string.Concat(Enumerable.Repeat("We have received your letter. ", 40))))]);
        var mailbox = new ImapMailbox(dovecot.Settings(User));
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite, services => services.AddSingleton<IOfficeMailbox>(mailbox));
        var bound = await Timing.OfAsync(1, 0, async _ =>
        {
            await using var open = await mailbox.OpenAsync(default);
            foreach (var number in await open.ListAsync(null, new(2026, 1, 1), default))
                await open.ReadAsync(number, int.MaxValue, default);
        });
        var began = Stopwatch.GetTimestamp();
        Assert.Equal(Count, await office.SweepAsync<MailboxJob>());
        var stored = Stopwatch.GetElapsedTime(began);
        Assert.Equal(Count, await office.SweepAsync<MailArrivedJob>());
        var sorted = Stopwatch.GetElapsedTime(began);
        Report($"{Count} emails: stored after {stored.TotalSeconds:0.0} s, sorted after {sorted.TotalSeconds:0.0} s; fetching them only: {bound.Median / 1000:0.0} s");
        Assert.InRange(sorted, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    private static IncomingEmail Email(string from, string subject, string? answers = null) =>
        new(from, subject, "The payment was sent.") { Digest = "", Answers = answers is null ? [] : [answers] };

    private static async Task<Guid> DocumentAsync(DomainHost office, Case @case, Actor by, int number)
    {
        using var printer = new MemoryStream(office.Services.GetRequiredService<PaperPrinter>().Print(
            new("Scan", "en", $"SCAN-{number}", DateTime.UnixEpoch, [.. Enumerable.Range(0, 4).Select(i => new Picture(BenchPapers.Noise(1000, 1000, (number * 10) + i), "Page"))])));
        var added = (AddDocument.Added)await office.DoAsync<AddDocument>(o => o.ExecuteAsync(
            new(@case.Id, $"scan-{number}.pdf", printer) { As = new(DocumentKind.Proof, null, false) }, by, default));
        return added.DocumentId;
    }

    // Emails to other people about other cases.
    private static async Task MailsAsync(DomainHost office, int count)
    {
        const int Batch = 3000;
        var cases = await office.ReadAsync(db => db.Set<Case>().OrderBy(c => c.Id).Select(c => c.Id).Take(Batch).ToListAsync());
        for (var done = 0; done < count; done += Batch)
            await office.WithAsync<PortalDb, int>(async db =>
            {
                await db.ReadKeysAsync(cases, default);
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                db.AddRange(Enumerable.Range(done, Batch).Select(number => new OutgoingMail
                {
                    Id = Guid.CreateVersion7(),
                    CaseId = cases[number % cases.Count],
                    Kind = nameof(NewMessageMail),
                    Key = $"NewMessageMail/{Guid.CreateVersion7():N}/{number}",
                    Recipient = $"person{number}@example.org",
                    RecipientIndex = $"index-{number}",
                    Language = "en",
                    Payload = "{}",
                    SentAt = DateTime.UnixEpoch,
                }));
                return await db.SaveChangesAsync();
            });
    }

    private static void Report(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
