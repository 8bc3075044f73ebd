namespace Portal.Domain.Agencies;

/// <summary>How we contacted the agency.</summary>
public enum InquiryMethod
{
    /// <summary>A letter.</summary>
    Letter,

    /// <summary>An email.</summary>
    Email,

    /// <summary>A fax.</summary>
    Fax,

    /// <summary>A phone call.</summary>
    Phone,

    /// <summary>The agency's own portal for congressional offices.</summary>
    AgencyPortal,
}
