namespace Portal.Web.Pages.Shared;

/// <summary>Progress through several pages, for the partial <c>_Steps</c>.</summary>
/// <param name="Current">The current step, starting at 1.</param>
/// <param name="Total">Number of steps.</param>
/// <param name="Names">The name of each step, in English.</param>
public sealed record Steps(int Current, int Total, IReadOnlyList<string> Names)
{
    /// <summary>Progress through named steps.</summary>
    public Steps(int current, params IReadOnlyList<string> names)
        : this(current, names.Count, names)
    {
    }
}
