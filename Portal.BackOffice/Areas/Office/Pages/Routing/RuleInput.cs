using Portal.Domain.Cases;
using Portal.Domain.Routing;

namespace Portal.BackOffice.Areas.Office.Pages.Routing;

/// <summary>The form about a routing rule.</summary>
public sealed class RuleInput
{
    /// <summary>The rule; made when the form is first shown, so that a double click saves one rule.</summary>
    public Guid Id { get; set; }

    /// <summary>The version the form was made from; null for a new rule.</summary>
    public int? Version { get; set; }

    /// <summary>What staff call it.</summary>
    public string? Name { get; set; }

    /// <summary>What it looks at.</summary>
    public RoutingAspect? Aspect { get; set; }

    /// <summary>Order among rules of the same aspect.</summary>
    public int? Position { get; set; }

    /// <summary>Only from this priority up.</summary>
    public Priority? AtLeast { get; set; }

    /// <summary>Only this language.</summary>
    public string? Language { get; set; }

    /// <summary>Only this agency.</summary>
    public string? AgencyCode { get; set; }

    /// <summary>Only such topics.</summary>
    public string? TopicPrefix { get; set; }

    /// <summary>Only such ZIP codes.</summary>
    public string? ZipPrefix { get; set; }

    /// <summary>Who gets such cases.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>Whether it is in use.</summary>
    public bool Enabled { get; set; }

    /// <summary>The form as stored.</summary>
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

    /// <summary>The command; the aspect has to be chosen.</summary>
    public SaveRoutingRule.Command ToCommand() =>
        new(Id, Version, Name ?? "", Aspect!.Value, Position ?? 0, Enabled, AtLeast, Language, AgencyCode, TopicPrefix, ZipPrefix, AssigneeId);

    /// <summary>The rule, switched on, for a replay; it is not stored.</summary>
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
