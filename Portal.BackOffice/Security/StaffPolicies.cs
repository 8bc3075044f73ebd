using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Security;

/// <summary>
/// Authorization policies of the back office: one for being signed in with two factors or a passkey, and one per
/// permission.
/// </summary>
public static class StaffPolicies
{
    /// <summary>Policy for every page that requires sign-in.</summary>
    public const string SignedIn = "Staff";

    /// <summary>Name of the policy that requires a permission.</summary>
    public static string NameOf(Permission permission) => $"Staff.{permission}";

    internal static IServiceCollection AddStaffPolicies(this IServiceCollection services)
    {
        services.AddAuthorization();
        return services.AddSingleton<IConfigureOptions<AuthorizationOptions>>(p => new ConfigureOptions<AuthorizationOptions>(options =>
        {
            string[] proofs = p.GetRequiredService<IHostEnvironment>().IsDevelopment()
                ? [SignInProof.SecondFactor, SignInProof.Passkey, SignInProof.Demo]
                : [SignInProof.SecondFactor, SignInProof.Passkey];
            options.AddPolicy(SignedIn, policy => Demand(policy, proofs));
            foreach (var permission in Enum.GetValues<Permission>())
                options.AddPolicy(NameOf(permission), policy => Demand(policy, proofs).RequireAssertion(context =>
                    StaffPrincipal.ActorOf(context.User)?.May(permission) == true));
        }));
    }

    private static AuthorizationPolicyBuilder Demand(AuthorizationPolicyBuilder policy, string[] proofs) => policy
        .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser().RequireClaim(StaffPrincipal.ProofClaim, proofs);
}

/// <summary>How a person proved who they are. No one can sign in with only a password.</summary>
public static class SignInProof
{
    /// <summary>A password, plus an authenticator or recovery code.</summary>
    public const string SecondFactor = "mfa";

    /// <summary>A passkey; the device verified the person.</summary>
    public const string Passkey = "passkey";

    /// <summary>A demo link; accepted only in Development.</summary>
    public const string Demo = "demo";
}
