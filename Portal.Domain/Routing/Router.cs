using Portal.Domain.Cases;

namespace Portal.Domain.Routing;

/// <summary>What routing knows about a case.</summary>
/// <param name="Language">The constituent's language, en or es.</param>
public sealed record RoutableCase(Priority Priority, string Language)
{
    /// <summary>The code of the language the constituent prefers to speak; as typed if unknown.</summary>
    public string? SpokenLanguage { get; init; }

    /// <summary>The agency; null when unknown.</summary>
    public string? AgencyCode { get; init; }

    /// <summary>The topic; null when unknown.</summary>
    public string? TopicCode { get; init; }

    /// <summary>The constituent's ZIP code; null when unknown.</summary>
    public string? Zip { get; init; }

    /// <summary>The caseworker with an open case of the same constituent; null when there is none.</summary>
    public Guid? SamePersonWith { get; init; }

    /// <summary>Whether the constituent's words may mention self-harm, which routing treats as an emergency.</summary>
    public bool SafetyAlert { get; init; }

    /// <summary>Whether someone must look at it today, regardless of their workload.</summary>
    public bool IsEmergency => Priority == Priority.P0 || SafetyAlert;
}

/// <summary>What routing knows about someone who works cases.</summary>
/// <param name="OpenCases">How many open cases they have.</param>
/// <param name="MaxOpenCases">The most open cases they can have; null for no limit.</param>
public sealed record Candidate(Guid Id, string Name, int OpenCases, int? MaxOpenCases)
{
    /// <summary>The languages they speak besides English, as codes.</summary>
    public required IReadOnlyCollection<string> Languages { get; init; }

    /// <summary>The agencies and topics they specialize in, as codes.</summary>
    public required IReadOnlyCollection<string> Specialties { get; init; }

    /// <summary>Whether they're away.</summary>
    public bool Absent { get; init; }

    /// <summary>The first three digits of their location's ZIP code; null when unknown.</summary>
    public string? ZipPrefix { get; init; }

    /// <summary>Whether they're a casework manager.</summary>
    public bool Leads { get; init; }

    /// <summary>Whether they've reached their limit of open cases.</summary>
    public bool IsFull => OpenCases >= MaxOpenCases;
}

/// <summary>One step of the decision, as an English sentence that is also the key of its translation.</summary>
public sealed record RoutingReason(RoutingAspect? Aspect, string Sentence, params string[] Arguments);

/// <summary>Who gets the case, and every reason.</summary>
public sealed record Route(Guid? AssigneeId, IReadOnlyList<RoutingReason> Reasons);

/// <summary>
/// Decides who gets a case. A pure function. People who are away are out; then each rule, in the order of casework.md,
/// narrows the rest. A rule that would leave no one is skipped, with a reason. People at capacity are out too, except for
/// an emergency or a constituent whose open case they already have.
/// </summary>
public static class Router
{
    /// <summary>Decides who gets the case.</summary>
    public static Route Decide(RoutableCase @case, IReadOnlyCollection<RoutingRule> rules, IReadOnlyCollection<Candidate> staff)
    {
        var reasons = new List<RoutingReason>();
        List<RoutingRule> applicable =
        [
            .. rules.Where(r => r.Enabled && Applies(r, @case)).OrderBy(r => r.Aspect).ThenBy(r => r.Position).ThenBy(r => r.Id),
        ];
        var left = Present(staff, reasons);
        var ignoreLoad = false;
        foreach (var rule in applicable.Where(BeforeLoad))
        {
            var (narrowed, found) = Narrow(rule, @case, left, reasons);
            ignoreLoad |= found || rule.Aspect == RoutingAspect.Emergency;
            left = narrowed;
        }

        if (!ignoreLoad)
            left = WithRoom(left, reasons);
        if (left.Count == 0)
            return new(null, [.. reasons, new(null, "No one is available to take it. It stays in the queue.")]);
        foreach (var rule in applicable.Where(r => !BeforeLoad(r)).TakeWhile(_ => left.Count > 1))
            (left, _) = Narrow(rule, @case, left, reasons);
        return new(Choose(left, reasons).Id, reasons);
    }

    private static Candidate Choose(List<Candidate> left, List<RoutingReason> reasons)
    {
        var chosen = left.OrderBy(c => c.OpenCases).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id).First();
        reasons.Add(left.Count == 1
            ? new(null, "That leaves only {0}.", chosen.Name)
            : new(null, "Of {0} equally good matches, {1} has the fewest open cases ({2}).",
                left.Count.ToString(), chosen.Name, chosen.OpenCases.ToString()));
        if (chosen.IsFull)
            reasons.Add(new(RoutingAspect.Load, "{0} is at capacity, but this case can't wait for someone else.", chosen.Name));
        return chosen;
    }

    // Emergencies and the constituent's own caseworker take precedence over who has room.
    private static bool BeforeLoad(RoutingRule rule) => rule.Aspect is RoutingAspect.Emergency or RoutingAspect.SamePerson;

    private static List<Candidate> Present(IReadOnlyCollection<Candidate> staff, List<RoutingReason> reasons)
    {
        var left = new List<Candidate>();
        foreach (var person in staff.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id))
            if (person.Absent)
                reasons.Add(new(RoutingAspect.Load, "{0} is away.", person.Name));
            else
                left.Add(person);
        return left;
    }

    private static List<Candidate> WithRoom(List<Candidate> staff, List<RoutingReason> reasons)
    {
        foreach (var person in staff.Where(p => p.IsFull))
            reasons.Add(new(RoutingAspect.Load, "{0} has reached their case limit (open cases: {1}; limit: {2}).",
                person.Name, person.OpenCases.ToString(), person.MaxOpenCases.ToString()!));
        return [.. staff.Where(p => !p.IsFull)];
    }

    private static bool Applies(RoutingRule rule, RoutableCase @case) =>
        (rule.AtLeast is not { } priority || @case.Priority <= priority || (rule.Aspect == RoutingAspect.Emergency && @case.SafetyAlert))
        && (rule.Language is not { Length: > 0 } language || @case.Language == language)
        && (rule.AgencyCode is not { Length: > 0 } agency || @case.AgencyCode == agency)
        && (rule.TopicPrefix is not { Length: > 0 } topic || @case.TopicCode?.StartsWith(topic, StringComparison.Ordinal) == true)
        && (rule.ZipPrefix is not { Length: > 0 } zip || @case.Zip?.StartsWith(zip, StringComparison.Ordinal) == true)
        && (rule.Aspect != RoutingAspect.Emergency || @case.IsEmergency)
        && (rule.Aspect != RoutingAspect.SamePerson || @case.SamePersonWith is not null);

    // Found says whether anyone matches the rule, even if that doesn't narrow the list.
    private static (List<Candidate> Left, bool Found) Narrow(
        RoutingRule rule, RoutableCase @case, List<Candidate> left, List<RoutingReason> reasons)
    {
        var matching = rule.AssigneeId is { } named ? left.Where(c => c.Id == named).ToList() : Matching(rule.Aspect, @case, left);
        if (matching.Count == left.Count)
            return (left, left.Count > 0);
        if (matching.Count == 0)
        {
            reasons.Add(new(rule.Aspect, "Rule “{0}” applies, but none of the remaining staff match it.", rule.Name));
            return (left, false);
        }

        var names = string.Join(", ", matching.Select(c => c.Name));
        reasons.Add(new(rule.Aspect, "Rule “{0}” narrows the choice to: {1}.", rule.Name, names));
        return (matching, true);
    }

    private static List<Candidate> Matching(RoutingAspect aspect, RoutableCase @case, List<Candidate> left) => aspect switch
    {
        RoutingAspect.Emergency => [.. left.Where(c => c.Leads)],
        RoutingAspect.SamePerson => [.. left.Where(c => c.Id == @case.SamePersonWith)],
        RoutingAspect.Language when @case.Language != "en" => [.. left.Where(c => c.Languages.Contains(@case.Language))],
        RoutingAspect.Language when @case.SpokenLanguage is { Length: > 0 } spoken =>
            [.. left.Where(c => c.Languages.Contains(spoken, StringComparer.OrdinalIgnoreCase))],
        RoutingAspect.Topic when @case.AgencyCode is { } agency =>
        [
            .. left.Where(c => c.Specialties.Any(s =>
                s == agency || (@case.TopicCode?.StartsWith(s, StringComparison.OrdinalIgnoreCase) ?? false))),
        ],
        RoutingAspect.Load => [.. left.Where(c => c.OpenCases == left.Min(x => x.OpenCases))],
        RoutingAspect.Location when @case.Zip is { } zip =>
            [.. left.Where(c => c.ZipPrefix is { } prefix && zip.StartsWith(prefix, StringComparison.Ordinal))],
        _ => left,
    };
}
