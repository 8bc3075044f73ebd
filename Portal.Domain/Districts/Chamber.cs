namespace Portal.Domain.Districts;

/// <summary>The two chambers of Congress.</summary>
public enum Chamber
{
    /// <summary>House of Representatives: one district.</summary>
    House,

    /// <summary>Senate: a whole state.</summary>
    Senate,
}
