namespace Portal.Domain.Cases;

/// <summary>The door a request came through.</summary>
public enum Door
{
    /// <summary>The person sent it on the website.</summary>
    Web,

    /// <summary>A phone call.</summary>
    Telephone,

    /// <summary>They came to the office.</summary>
    WalkIn,

    /// <summary>A letter on paper.</summary>
    Letter,

    /// <summary>An email.</summary>
    Email,

    /// <summary>An event, such as mobile office hours.</summary>
    Event,

    /// <summary>Another congressional office handed it over.</summary>
    OtherOffice,
}

/// <summary>How a person confirmed that a request which staff wrote down is theirs and right.</summary>
public enum ConfirmedHow
{
    /// <summary>They opened it with a code that was emailed to them, and said that it's right.</summary>
    Code,

    /// <summary>They signed a privacy release for it.</summary>
    Signature,

    /// <summary>They sent back the printed sheet.</summary>
    Sheet,

    /// <summary>They confirmed it at the office's counter.</summary>
    Counter,
}
