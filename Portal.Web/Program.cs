using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Web.Hosting;

var builder = WebApplication.CreateBuilder(PortalHosting.Options(args)).AddPortalHosting();
builder.Services.AddDbContext<PortalDb, SqlitePortalDb>(options => options.UseSqlite("Data Source=portal.db"));

var app = builder.Build();
app.UsePortalHosting();
app.MapPortalHosting();
app.MapRazorPages().WithStaticAssets();
await using (var scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.EnsureCreatedAsync();
app.MapGet("/healthz", () => "ok");
app.Run();

/// <summary>The entry point, visible to tests.</summary>
public partial class Program;
