using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Domain;
using Portal.Domain.Offices;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

internal static class StaffIdentity
{
    private const int Rounds = 210_000;

    public static IServiceCollection AddStaffIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffMember>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Stores.MaxLengthForKeys = 128;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = ""; // the username is an email address
                options.Password.RequiredLength = PasswordRules.LeastLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 1;
            })
            .AddSignInManager()
            .AddEntityFrameworkStores<PortalDb>()
            .AddUserStore<StaffStore>()
            .AddClaimsPrincipalFactory<StaffPrincipal>()
            .AddPasswordValidator<PasswordRules>()
            .AddDefaultTokenProviders();
        services.AddScoped<PasswordRules>().AddScoped(p => (StaffStore)p.GetRequiredService<IUserStore<StaffMember>>());
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Rounds);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(1));
        return services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>>(p => new ConfigureOptions<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            var host = p.GetRequiredService<SiteAddress>().Public.Host;
            if (!IPAddress.TryParse(host, out _))
                options.ServerDomain = host;
        }));
    }
}
