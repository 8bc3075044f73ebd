namespace Portal.BackOffice.Kit;

/// <summary>A link of the back office's top bar, with an optional count beside it.</summary>
public sealed record NavLink(string Text, string Path, int? Count = null);

/// <summary>The links this person may follow and the name they are signed in by; filled for each request.</summary>
public sealed class OfficeNavigation
{
    /// <summary>The links, in order; English text.</summary>
    public IEnumerable<NavLink> Links { get; set; } = [];

    /// <summary>Who is signed in; null hides the name and the sign-out button.</summary>
    public string? SignedInName { get; set; }

    /// <summary>Where the sign-out form posts to.</summary>
    public string SignOutPath { get; set; } = "/office/sign-out";
}
