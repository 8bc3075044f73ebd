using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Domain;
using Portal.Domain.Platform.Database;

namespace Portal.Tests.Domain.Platform.Protection;

/// <summary>A real SQLite file for the tests of one class.</summary>
public sealed class VaultDatabase : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"portal-vault-{Guid.CreateVersion7():N}.db");

    public VaultDatabase()
    {
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public PortalDb Open(params IInterceptor[] interceptors) => new SqlitePortalDb(
        new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={_path};Pooling=False").AddInterceptors(interceptors).Options);

    public void Dispose() => File.Delete(_path);
}
