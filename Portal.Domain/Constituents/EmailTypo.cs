namespace Portal.Domain.Constituents;

/// <summary>Notices an address whose domain looks like a slip of the finger in a well-known one.</summary>
public static class EmailTypo
{
    // Providers most people in the United States use.
    private static readonly string[] WellKnown =
    [
        "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "msn.com", "live.com", "comcast.net", "verizon.net",
        "att.net", "sbcglobal.net", "bellsouth.net", "protonmail.com", "proton.me", "me.com", "mac.com", "ymail.com", "charter.net", "cox.net",
    ];

    // Real domains that differ from a well-known one by one letter.
    private static readonly HashSet<string> Real = ["mail.com", "email.com", "gmx.com", "cox.com", "live.ca", "att.com", "aim.com"];

    /// <summary>The address that was probably meant; null when there's nothing to doubt.</summary>
    public static string? Suggest(string? typed)
    {
        if (!EmailAddress.TryParse(typed, out var address))
            return null;
        var at = address.Text.LastIndexOf('@');
        var domain = address.Text[(at + 1)..].ToLowerInvariant();
        if (WellKnown.Contains(domain) || Real.Contains(domain))
            return null;
        var meant = WellKnown.Where(d => d.Length > 6).Select(d => (Domain: d, Slips: Slips(domain, d))).MinBy(d => d.Slips);
        return meant.Slips <= 1 || (meant.Slips == 2 && meant.Domain.Length > 9) ? address.Text[..(at + 1)] + meant.Domain : null;
    }

    // Letters added, left out, replaced, or swapped with their neighbor (optimal string alignment).
    private static int Slips(string one, string other)
    {
        var cost = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
                cost[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1),
                    Math.Min(
                        cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1),
                        i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? cost[i - 2, j - 2] + 1 : int.MaxValue));
        return cost[one.Length, other.Length];
    }
}
