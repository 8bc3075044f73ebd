using Portal.Domain.Districts;
using Portal.Domain.Offices;

namespace Portal.Domain.HelpRequests;

/// <summary>Whether the office represents the place where someone lives.</summary>
public sealed class HomeFinding(ResidencyCheck residency)
{
    /// <summary>The finding for an address as typed.</summary>
    public async Task<ResidencyFinding> OfAsync(AddressAnswers typed, CancellationToken cancellation) =>
        typed.Home is { } home && await residency.RunAsync(home, cancellation) is { } result ? ResidencyFindings.Of(result)
            : typed.Kind == HomeKind.NoFixedAddress ? ResidencyFinding.NoFixedAddress
            : typed.Kind == HomeKind.OutsideUnitedStates ? ResidencyFinding.OutsideUnitedStates
            : ResidencyFinding.NotChecked;
}
