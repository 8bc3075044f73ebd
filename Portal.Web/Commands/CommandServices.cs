using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Web.Hosting;

namespace Portal.Web.Commands;

/// <summary>The site's services without the site: same configuration, database, keys, and files.</summary>
public sealed class CommandServices : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly AsyncServiceScope _scope;

    private CommandServices(WebApplicationBuilder builder, PortalSettings settings)
    {
        builder.Logging.ClearProviders();
        Settings = settings;
        _provider = builder.Services.BuildServiceProvider();
        _scope = _provider.CreateAsyncScope();
    }

    /// <summary>The actor for all commands. The person at the server's keyboard isn't in the database.</summary>
    public static Actor Actor { get; } = Actor.System("CommandLine");

    /// <summary>The settings of this installation.</summary>
    public PortalSettings Settings { get; }

    /// <summary>Gets the service of that type.</summary>
    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Gets the service of that type; null if this installation has none.</summary>
    public T? TryGet<T>() where T : class => _scope.ServiceProvider.GetService<T>();

    /// <summary>Opens the services as they are; the database might not exist.</summary>
    public static CommandServices Open(string[] settings)
    {
        var (builder, read) = PortalApplication.Prepare(settings);
        return new(builder, read);
    }

    /// <summary>Opens the services and migrates the database to this build's version.</summary>
    public static async Task<CommandServices> UpgradeAsync(string[] settings, CancellationToken cancellation)
    {
        var services = Open(settings);
        await services.Get<StartUp>().RunAsync(cancellation);
        return services;
    }

    /// <summary>Opens the services on a database that is ready; changes nothing.</summary>
    /// <exception cref="CommandFailure">The database isn't ready.</exception>
    public static async Task<CommandServices> ReadyAsync(string[] settings, CancellationToken cancellation)
    {
        var services = Open(settings);
        var database = services.Get<DatabaseCheck>();
        if (!await database.IsReachableAsync(cancellation))
            throw new CommandFailure("Can't reach the database. If this is a new installation, run setup first.");
        return await database.CountPendingAsync(cancellation) > 0
            ? throw new CommandFailure("The database is older than this program. To upgrade it, start the site once or run setup.")
            : services;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
