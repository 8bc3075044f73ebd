using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Domain.Platform.Protection;

/// <summary>Gives a context the keys of its sealed text, and rows that are read the means to open theirs.</summary>
public static class Sealing
{
    // One instance for all contexts, because EF builds a service provider for each set of materialization interceptors.
    private static readonly OpenOnRead Reader = new();

    /// <summary>Adds sealing to a context. The keys are first asked for when something is sealed or opened.</summary>
    public static TBuilder UseSealing<TBuilder>(this TBuilder options, Func<MasterKeys> keys) where TBuilder : DbContextOptionsBuilder
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new Keys(keys));
        options.AddInterceptors(Reader);
        return options;
    }

    /// <summary>The keys a context was given.</summary>
    internal static MasterKeys KeysOf(DbContextOptions options) => options.GetExtension<Keys>().Read();

    private sealed class OpenOnRead : IMaterializationInterceptor
    {
        public object InitializedInstance(MaterializationInterceptionData data, object instance)
        {
            var columns = SealedColumns.Of(data.EntityType);
            if (!columns.IsEmpty)
                ((PortalDb)data.Context).Seals.OpenLater(columns, instance, columns.KeyOf(data));
            return instance;
        }
    }

    private sealed class Keys(Func<MasterKeys> read) : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => new Plain(this);

        public MasterKeys Read() => read();

        public void ApplyServices(IServiceCollection services)
        {
            // Nothing that EF itself uses.
        }

        public void Validate(IDbContextOptions options)
        {
            // Asking for the keys here would create them for commands that need none.
        }

        private sealed class Plain(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
        {
            public override bool IsDatabaseProvider => false;

            public override string LogFragment => "";

            public override int GetServiceProviderHashCode() => 0;

            public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Plain;

            public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
            {
                // Keys aren't written anywhere.
            }
        }
    }
}
