using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.BackOffice.Areas.Office.Pages.Cases;
using Portal.BackOffice.Areas.Office;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Security;
using Portal.Domain.Demo;

namespace Portal.BackOffice;

/// <summary>Setup of the back office, for a process with the Office role.</summary>
public static class BackOffice
{
    /// <summary>Registers the services; without the role, the pages don't exist.</summary>
    public static IServiceCollection AddBackOffice(this IServiceCollection services, bool enabled)
    {
        services.AddSingleton<DemoLinks>().AddSingleton<PracticeRestart>();
        services.AddSingleton<IConfigureOptions<RazorPagesOptions>>(p => new ConfigureOptions<RazorPagesOptions>(options =>
            OfficePages.Arrange(options.Conventions, enabled, p.GetRequiredService<IHostEnvironment>().IsDevelopment(), p.GetRequiredService<PracticeMode>().IsOn)));
        if (!enabled)
            return services;
        services.AddHttpContextAccessor();
        services.AddStaffIdentity().AddStaffCookies().AddStaffPolicies();
        services.AddScoped<StaffActor>()
            .AddScoped<StaffSession>()
            .AddScoped<StaffDevices>()
            .AddScoped<SignInTries>()
            .AddScoped<SecondFactor>()
            .AddScoped<SignInLinks>()
            .AddScoped<EnrollmentPlans>();
        services.AddScoped<CheckPassword>()
            .AddScoped<SignInWithCode>()
            .AddScoped<SignInWithPasskey>()
            .AddScoped<SignInWithDemoLink>()
            .AddScoped<SignOutStaff>();
        services.AddScoped<EnrollWithPassword>().AddScoped<EnrollWithPasskey>().AddScoped<ResetPassword>();
        services.AddScoped<AddPasskey>().AddScoped<RemovePasskey>().AddScoped<RenewRecoveryCodes>().AddScoped<ChangePassword>();
        services.AddScoped<KeptDrafts>().Configure<MvcOptions>(options => options.Filters.AddService<KeptDrafts>());
        services.AddScoped<ChosenCases>().AddScoped<QueueTools>().AddScoped<BesideCase>();
        services.AddScoped<CasePageContext>().AddScoped<PageReader>().AddScoped<AgencyAndTopicNames>().AddSingleton<AgencyAndTopicNames.Cache>();
        services.AddScoped(p => StaffNavigation.For(p.GetRequiredService<StaffActor>()));
        return services;
    }

    /// <summary>Maps endpoints that aren't Razor pages; without the role, none.</summary>
    public static void MapBackOffice(this IEndpointRouteBuilder endpoints, bool enabled)
    {
        if (enabled)
            EngineDashboard.Map(endpoints);
    }
}
