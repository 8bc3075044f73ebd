using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Database;

namespace Portal.Tests.Domain.Districts;

/// <summary>A SQLite file of its own for one test.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"portal-{Guid.CreateVersion7()}.db");

    public TemporaryDatabase()
    {
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public PortalDb Open() => new SqlitePortalDb(
        new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={file};Pooling=False").Options);

    public async Task<List<T>> AllAsync<T>() where T : class
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

    public void Dispose() => File.Delete(file);
}
