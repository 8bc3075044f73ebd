namespace Portal.Web.Pages.Shared;

/// <summary>Where a person is on a way of several pages, for the partial <c>_Steps</c>.</summary>
/// <param name="Current">The present step, from 1.</param>
/// <param name="Total">How many steps there are.</param>
/// <param name="Names">The name of each step, in English.</param>
public sealed record Steps(int Current, int Total, IReadOnlyList<string> Names)
{
    /// <summary>All named steps.</summary>
    public Steps(int current, params IReadOnlyList<string> names)
        : this(current, names.Count, names)
    {
    }
}
