using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Security;

/// <summary>The policies of the back office: signed in with two factors or a passkey, and one for each permission.</summary>
public static class StaffPolicies
{
    /// <summary>The policy of every page behind the sign-in.</summary>
    public const string SignedIn = "Staff";

    /// <summary>The name of the policy that demands a permission.</summary>
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

/// <summary>What a sign-in rested on; nobody is signed in with a password alone.</summary>
public static class SignInProof
{
    /// <summary>A password and a code, or a recovery code.</summary>
    public const string SecondFactor = "mfa";

    /// <summary>A passkey, with the person verified by the device.</summary>
    public const string Passkey = "passkey";

    /// <summary>A link of the demonstration; counts in Development only.</summary>
    public const string Demo = "demo";
}
