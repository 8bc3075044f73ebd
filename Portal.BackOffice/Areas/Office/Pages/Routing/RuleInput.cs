using Portal.Domain.Cases;
using Portal.Domain.Routing;

namespace Portal.BackOffice.Areas.Office.Pages.Routing;

/// <summary>The form for a routing rule.</summary>
public sealed class RuleInput
{
    /// <summary>Rule ID, created when the form is first shown so a double click saves only one rule.</summary>
    public Guid Id { get; set; }

    /// <summary>Version the form was loaded from; null for a new rule.</summary>
    public int? Version { get; set; }

    /// <summary>Name of the rule.</summary>
    public string? Name { get; set; }

    /// <summary>What the rule is based on.</summary>
    public RoutingAspect? Aspect { get; set; }

    /// <summary>Order among rules of the same type.</summary>
    public int? Position { get; set; }

    /// <summary>Only this priority or more urgent.</summary>
    public Priority? AtLeast { get; set; }

    /// <summary>Only this language.</summary>
    public string? Language { get; set; }

    /// <summary>Only this agency.</summary>
    public string? AgencyCode { get; set; }

    /// <summary>Only topics that start with this code.</summary>
    public string? TopicPrefix { get; set; }

    /// <summary>Only ZIP codes that start with these digits.</summary>
    public string? ZipPrefix { get; set; }

    /// <summary>Assignee.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>Whether the rule is in use.</summary>
    public bool Enabled { get; set; }

    /// <summary>Fills the form from a stored rule.</summary>
    public static RuleInput From(RoutingRule rule) => new()
    {
        Id = rule.Id,
        Version = rule.Version,
        Name = rule.Name,
        Aspect = rule.Aspect,
        Position = rule.Position,
        Enabled = rule.Enabled,
        AtLeast = rule.AtLeast,
        Language = rule.Language,
        AgencyCode = rule.AgencyCode,
        TopicPrefix = rule.TopicPrefix,
        ZipPrefix = rule.ZipPrefix,
        AssigneeId = rule.AssigneeId,
    };

    /// <summary>The command; the type of rule is required.</summary>
    public SaveRoutingRule.Command ToCommand() => new(Id, Version, Name ?? "", Aspect!.Value, Position ?? 0)
    {
        Enabled = Enabled,
        AtLeast = AtLeast,
        Language = Language,
        AgencyCode = AgencyCode,
        TopicPrefix = TopicPrefix,
        ZipPrefix = ZipPrefix,
        AssigneeId = AssigneeId,
    };

    /// <summary>The rule, turned on, for a test. It isn't stored.</summary>
    public RoutingRule ToRule() => new()
    {
        Id = Id,
        Name = Name ?? "",
        Aspect = Aspect!.Value,
        Position = Position ?? 0,
        Enabled = true,
        AtLeast = AtLeast,
        Language = Language,
        AgencyCode = AgencyCode,
        TopicPrefix = TopicPrefix?.Trim(),
        ZipPrefix = ZipPrefix?.Trim(),
        AssigneeId = AssigneeId,
    };
}
