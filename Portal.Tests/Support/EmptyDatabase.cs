using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Tests.Support;

/// <summary>A separate SQLite file for one test, with all tables and no rows. The tables are created once per run.</summary>
public sealed class EmptyDatabase : IDisposable
{
    private static readonly Lazy<byte[]> Template = new(MakeTables);
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"portal-empty-{Guid.CreateVersion7():N}.db");

    public EmptyDatabase() => File.WriteAllBytes(_path, Template.Value);

    public PortalDb Open(params IInterceptor[] interceptors) => Open(_path, interceptors);

    public async Task<List<T>> AllAsync<T>()
        where T : class
    {
        await using var db = Open();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public async Task AddAsync(params object[] rows)
    {
        await using var db = Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public void Dispose() => File.Delete(_path);

    private static byte[] MakeTables()
    {
        var path = Path.Combine(Path.GetTempPath(), $"portal-empty-{Guid.CreateVersion7():N}.db");
        using (var db = Open(path))
            db.Database.EnsureCreated();
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static SqlitePortalDb Open(string path, params IInterceptor[] interceptors) => new(new DbContextOptionsBuilder<SqlitePortalDb>()
        .UseSqlite($"Data Source={path};Pooling=False").UseSealing(() => TestDatabase.Keys).AddInterceptors(interceptors).Options);
}
