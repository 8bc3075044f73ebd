using Portal.Domain.HelpRequests;

namespace Portal.Domain.Demo;

/// <summary>One invented case, as written in the demonstration's files.</summary>
/// <param name="Submitted">Days before today, and the local time, such as <c>12 09:30</c>.</param>
/// <param name="Steps">What happened after that; see <see cref="DemoStep"/>.</param>
internal sealed record DemoStory(string Name, string Address, string Happened, string Wants, string Submitted, string[] Steps)
{
    public string? Topic { get; init; }

    public Dictionary<string, string>? Answers { get; init; }

    public DateOnly? Born { get; init; }

    public string? BirthPlace { get; init; }

    public string Language { get; init; } = "en";

    public string? Spoken { get; init; }

    public HelpFor? For { get; init; }

    public string? Relation { get; init; }

    public string? Helper { get; init; }

    public string? Organization { get; init; }

    public UrgencyFact[]? Urgency { get; init; }

    /// <summary>Days after the request was sent.</summary>
    public int? Deadline { get; init; }

    public string? DeadlineWhat { get; init; }

    public bool StaffCheck { get; init; }

    /// <summary>The id of the case, set when it is submitted.</summary>
    public Guid CaseId { get; set; }

    /// <summary>An address that can't belong to anyone (example.com is reserved).</summary>
    public static string EmailOf(string name) =>
        Constituents.PersonName.Normalize(name).ToLowerInvariant().Replace(' ', '.') + "@example.com";
}
