using Portal.Domain.Platform.Text;

namespace Portal.Domain.Liaisons;

/// <summary>The domains that agencies send and receive email under, as they ship with Portal.</summary>
public static class AgencyDomains
{
    private static readonly Lazy<Dictionary<string, string[]>> Shipped = new(() => SeedFile.Read<Dictionary<string, string[]>>("agency-domains.json"));

    /// <summary>Whether the address belongs to the agency: to one of its domains, or to a part of one.</summary>
    public static bool AreOf(string agency, string email)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..].TrimEnd('.');
        // Addresses of demonstrations; no such domain can exist (RFC 2606).
        if (domain.EndsWith($"{agency}.example", StringComparison.OrdinalIgnoreCase))
            return true;
        return Shipped.Value.GetValueOrDefault(agency, [])
            .Any(d => domain.Equals(d, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + d, StringComparison.OrdinalIgnoreCase));
    }
}
