using Microsoft.Extensions.DependencyInjection;

namespace Portal.BackOffice;

/// <summary>The back office, for a process that has the Office role.</summary>
public static class BackOffice
{
    /// <summary>Registers it; without the role its pages do not exist.</summary>
    public static IServiceCollection AddBackOffice(this IServiceCollection services, bool enabled) => services;
}
