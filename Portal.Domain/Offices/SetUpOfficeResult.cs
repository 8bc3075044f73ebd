using Portal.Domain.Platform;

namespace Portal.Domain.Offices;

/// <summary>How setting up the office ended.</summary>
public static class SetUpOfficeResult
{
    /// <summary>The office is as asked.</summary>
    /// <param name="Office">The stored office.</param>
    /// <param name="Created">It did not exist before.</param>
    /// <param name="Changed">Something was written; false when a second run found nothing to do.</param>
    public sealed record Done(bool Created, Office Office, bool Changed) : Outcome.Success;

    /// <summary>Nothing was written.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Text">An English sentence, which is also the key of its translation; {0} is <paramref name="Value"/>.</param>
    /// <param name="Value">What was wrong, as it was given.</param>
    public sealed record Refused(SetUpOfficeRefusal Why, string Text, string Value = "") : Outcome;
}

/// <summary>Why the office was not set up.</summary>
public enum SetUpOfficeRefusal
{
    /// <summary>No imported legislator has this Bioguide identifier.</summary>
    UnknownMember,

    /// <summary>The Member's name is missing.</summary>
    NameMissing,

    /// <summary>The chamber is missing.</summary>
    ChamberMissing,

    /// <summary>The state is missing, unknown, military mail, or has no seat in that chamber.</summary>
    StateInvalid,

    /// <summary>A House office without district, or a Senate office with one.</summary>
    DistrictInvalid,

    /// <summary>Not an IANA time zone.</summary>
    TimeZoneInvalid,

    /// <summary>Not an http or https address.</summary>
    WebsiteInvalid,

    /// <summary>Not a phone number, or not an email address.</summary>
    ContactInvalid,

    /// <summary>A number outside its bounds.</summary>
    IntervalInvalid,

    /// <summary>A location has no label or city, an unknown state, or the label of another.</summary>
    LocationInvalid,

    /// <summary>Somebody else changed the office meanwhile.</summary>
    Stale,
}
