namespace Portal.Domain.Cases;

/// <summary>What someone's words may mean.</summary>
public enum SafetyKind
{
    /// <summary>The writer, or someone they write about, may be thinking of suicide or of hurting themselves.</summary>
    SelfHarm,

    /// <summary>The writer may be threatening others.</summary>
    Threat,
}
