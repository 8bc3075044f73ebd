using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.MailRoom;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Bots;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Search;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Retention;
using Portal.Domain.Routing;
using Portal.Domain.Staff;
using Portal.Domain.Topics;
using Portal.Domain.Updates;

namespace Portal.Domain;

/// <summary>Registers the domain: every operation, query and job.</summary>
public static class PortalDomain
{
    /// <summary>The recurring jobs; each class declares its own schedule.</summary>
    public static IReadOnlyList<RecurringJob> Jobs { get; } = RecurringJob.In(typeof(PortalDomain).Assembly);

    /// <summary>Registers operations and queries by convention (see <c>IsOperation</c>), so a new one needs no line here.</summary>
    public static IServiceCollection AddPortalDomain(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<TopicCatalog.Cache>()
            .AddSingleton<Calendars.Cache>()
            .AddSingleton<AgencyDirectory.Cache>()
            .AddSingleton<CaseCounts.Cache>()
            .AddSingleton<ReleaseTemplates.Cache>();
        services.AddSingleton(MailLimit.Usual);
        services.AddSingleton<SecretCode>().AddSingleton<BlindIndex>().AddSingleton<CaseWords>().AddSingleton<WordHashes>().AddSingleton<SystemCipher>();
        services.AddSingleton<HeldFiles>().AddScoped<Vault>().AddScoped<ILetterhead, OfficeLetterhead>();
        services.AddSingleton<PaperPrinter>().AddSingleton<FormFilling>().AddSingleton<FileCopies>().AddSingleton<FormBlanks>();
        services.AddSingleton<JobRunner>();
        foreach (var job in Jobs)
            services.AddScoped(job.Sweep).AddSingleton(job);
        foreach (var type in typeof(PortalDomain).Assembly.GetTypes().Where(IsOperation))
            services.AddScoped(type);
        return services;
    }

    /// <summary>Watches the office's mailbox, in a process that runs the jobs.</summary>
    public static IServiceCollection AddMailboxWatch(this IServiceCollection services) => services.AddHostedService<MailboxWatch>();

    // A public sealed class that takes the database, directly or through another such class, is an operation, a query, or a seed.
    private static bool IsOperation(Type type) =>
        type is { IsClass: true, IsSealed: true, IsNested: false, IsPublic: true }
        && !typeof(ISweep).IsAssignableFrom(type) && !typeof(PortalDb).IsAssignableFrom(type)
        && type.GetConstructors() is [{ } constructor]
        && constructor.GetParameters().Any(p =>
            p.ParameterType == typeof(PortalDb) || (p.ParameterType != type && IsOperation(p.ParameterType)));
}
