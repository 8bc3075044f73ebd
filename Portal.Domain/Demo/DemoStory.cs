using Portal.Domain.HelpRequests;

namespace Portal.Domain.Demo;

/// <summary>One invented case, as written in the demonstration's files.</summary>
/// <param name="Submitted">Days before today, and the local time, such as <c>12 09:30</c>.</param>
/// <param name="Steps">What happened after that; see <see cref="DemoStep"/>.</param>
/// <param name="Deadline">Days after the request was sent.</param>
internal sealed record DemoStory(
    string Name, string Address, string Happened, string Wants, string Submitted, string[] Steps,
    string? Topic = null, Dictionary<string, string>? Answers = null, DateOnly? Born = null, string? BirthPlace = null,
    string Language = "en", string? Spoken = null, HelpFor? For = null, string? Relation = null, string? Helper = null,
    string? Organization = null, UrgencyFact[]? Urgency = null, int? Deadline = null, string? DeadlineWhat = null,
    bool StaffCheck = false)
{
    /// <summary>The id of the case, set when it is submitted.</summary>
    public Guid CaseId { get; set; }

    /// <summary>An address that can't belong to anyone (example.com is reserved).</summary>
    public static string EmailOf(string name) =>
        Constituents.PersonName.Normalize(name).ToLowerInvariant().Replace(' ', '.') + "@example.com";
}
