using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Paper.Converting;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Sealing;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;

namespace Portal.Tests.Support;

/// <summary>
/// The whole domain as the site registers it, with its own database and real files, keys, fonts and certificate.
/// The clock stands still until a test moves it, and emails are only kept in a folder.
/// </summary>
public sealed class DomainHost : IAsyncDisposable
{
    private static readonly Lazy<FontFiles> Fonts = new(FontFiles.Locate);

    // RSA keys are slow to generate; all tests share one.
    private static readonly Lazy<SigningCertificate> Certificate = new(() => SigningCertificate.LoadOrCreate(
        Directory.CreateTempSubdirectory("portal-test-certificate-").FullName, "Congressional office casework", new TestClock()));

    private readonly ServiceProvider _services;

    private DomainHost(TestDatabase database, Action<IServiceCollection>? change)
    {
        Database = database;
        Given = new(this);
        Mail = new(Path.Combine(Folder, "mail"));
        var services = new ServiceCollection().AddLogging().AddPortalDomain().AddSingleton<TimeProvider>(Clock);
        database.Settings.Register(services);
        services.AddSingleton(TestDatabase.Keys);
        services.AddSingleton(new SiteAddress(new Uri("https://help.nunez.example.gov"), "casework@nunez.example.gov"));
        services.AddSingleton<IMailServer>(Mail).AddSingleton<IOfficeMailbox>(Mailbox);
        services.AddSingleton<IVirusScanner>(Scanner);
        services.AddSingleton<IDocumentStore>(new FolderDocumentStore(Path.Combine(Folder, "files")));
        // Registered as instances, because a container disposes of what it creates.
        services.AddSingleton(Fonts.Value).AddSingleton(Certificate.Value);
        services.AddSingleton(p => new PdfSeal(
            p.GetRequiredService<PaperPrinter>(), p.GetRequiredService<SigningCertificate>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new ConverterProcess(ConverterCommand.Beside("Portal.Web")));
        services.AddSingleton(new ChainHeadFile(Path.Combine(Folder, "heads.txt")));
        services.AddSingleton<IGeocoder, NoGeocoder>();
        change?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public TestClock Clock { get; } = new();

    public TestDatabase Database { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-test-").FullName;

    public TestPostOffice Mail { get; }

    public TestMailbox Mailbox { get; } = new();

    public TestScanner Scanner { get; } = new();

    public Given Given { get; }

    public IServiceProvider Services => _services;

    /// <summary>Starts the office of <see cref="TestOffice"/>.</summary>
    public static async Task<DomainHost> StartAsync(DatabaseProvider on, Action<IServiceCollection>? change = null) =>
        new(await TestDatabase.CreateAsync(on), change);

    /// <summary>Runs something in its own scope, as a request or job would.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs an operation as preparation; it must succeed.</summary>
    public async Task<Outcome> DoAsync<TOperation>(Func<TOperation, Task<Outcome>> act)
        where TOperation : notnull
    {
        var outcome = await WithAsync(act);
        Assert.True(outcome.Succeeded, $"{typeof(TOperation).Name}: {outcome}");
        return outcome;
    }

    /// <summary>Runs an operation and records everything it changed.</summary>
    public async Task<Trial> TryAsync<TOperation>(Func<TOperation, Task<Outcome>> act)
        where TOperation : notnull
    {
        var before = await DatabasePicture.TakeAsync(Database);
        var outcome = await WithAsync(act);
        return new Trial(outcome, before, await DatabasePicture.TakeAsync(Database));
    }

    /// <summary>Runs the same operation several times concurrently, each in its own scope.</summary>
    public Task<Outcome[]> AtOnceAsync<TOperation>(int times, Func<TOperation, Task<Outcome>> act)
        where TOperation : notnull =>
        Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() => WithAsync(act))));

    /// <summary>Runs a job once.</summary>
    public Task<int> SweepAsync<TJob>()
        where TJob : ISweep => WithAsync<TJob, int>(job => job.RunAsync(default));

    /// <summary>Runs a job and records everything it changed.</summary>
    public Task<Trial> TrySweepAsync<TJob>()
        where TJob : ISweep => TryAsync<TJob>(async job =>
        {
            await job.RunAsync(default);
            return Outcome.Done;
        });

    /// <summary>What the verification page tells anyone about a document or code.</summary>
    public async Task<Verification> VerifyAsync(VerifyRelease.Command command) =>
        ((VerifyRelease.Answered)await DoAsync<VerifyRelease>(o => o.ExecuteAsync(command, Actor.Anonymous, default))).Verification;

    public Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> query) => WithAsync<PortalDb, T>(async db => Opened.All(await query(db)));

    public Task<List<T>> AllAsync<T>()
        where T : class => ReadAsync(db => db.Set<T>().AsNoTracking().ToListAsync());

    /// <summary>The row as it is now in the database.</summary>
    public async Task<T> NowAsync<T>(Guid id)
        where T : class => await ReadAsync(async db => await db.FindAsync<T>(id)) ?? throw new InvalidOperationException($"No {typeof(T).Name} {id}.");

    /// <summary>Where a case stands now.</summary>
    public async Task<CaseProgress> ProgressAsync(Guid caseId)
    {
        var @case = await NowAsync<Case>(caseId);
        return await WithAsync<ProgressQuery, CaseProgress>(q => q.ReadAsync(@case, default));
    }

    public async Task AddAsync(params object[] rows) => await ReadAsync(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
