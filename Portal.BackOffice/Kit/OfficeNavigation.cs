namespace Portal.BackOffice.Kit;

/// <summary>A link in the back office's top bar, with an optional count next to it.</summary>
public sealed record NavLink(string Text, string Path, int? Count = null);

/// <summary>Links the user can follow and the name they're signed in with; filled for each request.</summary>
public sealed class OfficeNavigation
{
    /// <summary>The links, in order, in English.</summary>
    public IEnumerable<NavLink> Links { get; set; } = [];

    /// <summary>Links to what is looked at now and then, folded away in a menu.</summary>
    public IEnumerable<NavLink> More { get; set; } = [];

    /// <summary>Whether the user may write down a request for somebody.</summary>
    public bool MayOpenCases { get; set; }

    /// <summary>Name of the signed-in user; null hides the name and the sign-out button.</summary>
    public string? SignedInName { get; set; }
}
